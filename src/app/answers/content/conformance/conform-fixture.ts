/** All behaviours over all logs of one fixture, by every engine. */
import type { Definition, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { LogSource } from '../../../../facts/log-content/log-source.ts'
import { conform, type Difference, type SourceConformance } from './conform.ts'
import type { Observation } from './observation.ts'
import { plainRules } from './plain-rules.ts'
import type { RuleEngine } from './rule-engine.ts'
import { type ShownActs, shownActs } from './shown-acts.ts'

/** What one engine made of one behaviour in one log; `none` where the target has no rule for that log, with the reason. */
export interface ConformanceCell {
  readonly target: string
  readonly definition: string
  readonly source: string
  readonly result: SourceConformance | { readonly none: string }
}

/** What came of one fixture. Cells without set-ups, alerts and differences are left out. */
export interface FixtureConformance {
  readonly fixture: string
  readonly records: number
  readonly cells: readonly ConformanceCell[]
}

/** Asks the plain meaning of the definitions, then every engine. */
export async function conformFixture(
  observation: Observation,
  definitions: readonly Definition[],
  engines: readonly RuleEngine[],
): Promise<FixtureConformance> {
  const shown = shownActs(observation)
  const logs = Map.groupBy(observation.records, ({ source }) => source)
  const cells: ConformanceCell[] = []
  for (const [log, records] of logs) {
    for (const definition of definitions) {
      const source = sourceOf(definition, log)
      for (const engine of source.clauses.length === 0 ? [plainRules] : [plainRules, ...engines])
        cells.push(await ask(engine, { definition, source, records, shown }))
    }
  }
  return { fixture: observation.name, records: observation.records.length, cells: cells.filter(saysSomething) }
}

/** Differences that nothing explains, each with where it is. */
export function unexplained({ fixture, cells }: FixtureConformance): readonly string[] {
  return cells.flatMap(({ target, definition, source, result }) =>
    'none' in result
      ? []
      : result.differences
          .filter(({ because }) => because === undefined)
          .map((difference) => `${fixture}: ${target}: ${definition}, ${source}: ${sayDifference(difference)}`),
  )
}

function sayDifference({ what, place, detail }: Difference): string {
  return `${what} at ${place}: ${detail}`
}

/** A log that no signature of the behaviour is about is asked all the same: scan may read the act there. */
function sourceOf({ sources }: Definition, source: LogSource): DefinitionSource {
  const nothing = { dialect: '', source, clauses: [], nearClauses: [], cannotTell: [] }
  return sources.find((candidate) => candidate.source.id === source.id) ?? nothing
}

interface Asked {
  readonly definition: Definition
  readonly source: DefinitionSource
  readonly records: readonly LogRecord[]
  readonly shown: ShownActs
}

async function ask(engine: RuleEngine, asked: Asked): Promise<ConformanceCell> {
  const answer = await engine.answer(asked)
  const result = 'none' in answer ? answer : conform({ ...asked, ...answer })
  return { target: engine.target, definition: asked.definition.id, source: asked.source.source.id, result }
}

function saysSomething({ result }: ConformanceCell): boolean {
  return 'none' in result || result.setups + result.alerts + result.differences.length > 0
}
