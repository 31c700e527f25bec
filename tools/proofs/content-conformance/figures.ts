/** What came of all fixtures, in numbers. */
import type {
  ConformanceCell,
  FixtureConformance,
} from '../../../src/app/answers/content/conformance/conform-fixture.ts'

/** Numbers of a set of cells. */
export interface Figures {
  /** Set-ups and acts by behaviour and log, and how many of them the rules speak of. */
  readonly setups: number
  readonly equal: number
  readonly alerts: number
  /** Reason → differences; `unexplained` stands for none. */
  readonly differences: Readonly<Record<string, number>>
  /** Behaviours in logs for which the target has no rule. */
  readonly none: number
}

/** What came of one fixture, and what it is told of together with. */
export interface GroupedResult {
  readonly group: string
  readonly result: FixtureConformance
}

/** `examples of junos: sigma` → `84 of 86 alike; needs-its-block 2`; fixtures of one group together. */
export function figuresByGroup(results: readonly GroupedResult[]): Readonly<Record<string, string>> {
  const groups = Map.groupBy(results, ({ group }) => group)
  return Object.fromEntries(
    [...groups].flatMap(([group, own]) =>
      [...byTarget(own.map(({ result }) => result))].map(([target, cells]) => [
        `${group}: ${target}`,
        tellFigures(figuresOf(cells)),
      ]),
    ),
  )
}

/** Target → what came of all fixtures, and of approvals where an inventory was at hand. */
export function figuresByTarget(results: readonly FixtureConformance[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...byTarget(results)].flatMap(([target, cells]) => [
      [`all: ${target}`, tellFigures(figuresOf(cells))],
      ...approvalsOf(cells).map((told) => [`approvals: ${target}`, told]),
    ]),
  )
}

function byTarget(results: readonly FixtureConformance[]): ReadonlyMap<string, readonly ConformanceCell[]> {
  return Map.groupBy(
    results.flatMap(({ cells }) => cells),
    ({ target }) => target,
  )
}

function figuresOf(cells: readonly ConformanceCell[]): Figures {
  const compared = cells.flatMap(({ result }) => ('none' in result ? [] : [result]))
  return {
    setups: sum(compared.map(({ setups }) => setups)),
    equal: sum(compared.map(({ equal }) => equal)),
    alerts: sum(compared.map(({ alerts }) => alerts)),
    differences: byReason(compared.flatMap(({ differences }) => differences)),
    none: cells.length - compared.length,
  }
}

function approvalsOf(cells: readonly ConformanceCell[]): readonly string[] {
  const told = cells.flatMap(({ approvals }) => approvals ?? [])
  if (told.length === 0) return []
  const differences = byReason(told.flatMap((one) => one.differences))
  const [equal, setups] = [sum(told.map((one) => one.equal)), sum(told.map((one) => one.setups))]
  return [[`${equal} of ${setups} alike`, ...tellReasons(differences)].join('; ')]
}

function tellFigures({ setups, equal, alerts, differences, none }: Figures): string {
  if (setups + alerts === 0 && none > 0) return 'no rule, with a reason'
  const without = none === 0 ? [] : [`no rule ${none}`]
  return [`${equal} of ${setups} alike, ${alerts} alerts`, ...tellReasons(differences), ...without].join('; ')
}

function tellReasons(differences: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(differences).map(([reason, count]) => `${reason} ${count}`)
}

function byReason(differences: readonly { readonly because?: string | undefined }[]): Readonly<Record<string, number>> {
  const reasons = Map.groupBy(differences, ({ because }) => because ?? 'unexplained')
  return Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, of.length]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
