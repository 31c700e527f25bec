/** What came of all fixtures, in numbers. */
import type {
  ConformanceCell,
  FixtureConformance,
} from '../../../src/app/answers/content/conformance/conform-fixture.ts'

/** Figures of one target over all fixtures. */
export interface TargetFigures {
  readonly target: string
  /** Set-ups and acts by behaviour and log, and how many of them the rules speak of. */
  readonly setups: number
  readonly equal: number
  readonly alerts: number
  /** Reason → differences; `unexplained` stands for none. */
  readonly differences: Readonly<Record<string, number>>
  /** Behaviours in logs for which the target has no rule. */
  readonly none: number
  readonly approvals: {
    readonly setups: number
    readonly equal: number
    readonly differences: Readonly<Record<string, number>>
  }
}

/** One row for each target, in the order in which they were asked. */
export function figuresOf(results: readonly FixtureConformance[]): readonly TargetFigures[] {
  const byTarget = Map.groupBy(
    results.flatMap(({ cells }) => cells),
    ({ target }) => target,
  )
  return [...byTarget].map(([target, cells]) => ({ target, ...sumOf(cells) }))
}

function sumOf(cells: readonly ConformanceCell[]): Omit<TargetFigures, 'target'> {
  const compared = cells.flatMap(({ result }) => ('none' in result ? [] : [result]))
  const approvals = cells.flatMap((cell) => cell.approvals ?? [])
  return {
    setups: sum(compared.map(({ setups }) => setups)),
    equal: sum(compared.map(({ equal }) => equal)),
    alerts: sum(compared.map(({ alerts }) => alerts)),
    differences: byReason(compared.flatMap(({ differences }) => differences)),
    none: cells.length - compared.length,
    approvals: {
      setups: sum(approvals.map(({ setups }) => setups)),
      equal: sum(approvals.map(({ equal }) => equal)),
      differences: byReason(approvals.flatMap(({ differences }) => differences)),
    },
  }
}

function byReason(differences: readonly { readonly because?: string | undefined }[]): Readonly<Record<string, number>> {
  const reasons = Map.groupBy(differences, ({ because }) => because ?? 'unexplained')
  return Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, of.length]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
