/** All behaviours over all logs of one fixture, by every engine. */
import type { Definition, DefinitionSource } from '../../../../content/_definition/definition.ts'
import type { Verdict } from '../../../../detections/contract.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import type { LogSource } from '../../../../facts/log-content/log-source.ts'
import type { Inventory } from '../../../../inventory/inventory.ts'
import { conform, type SourceConformance } from './conform.ts'
import { APPROVABLE, type ApprovalConformance, conformApprovals } from './conform-approvals.ts'
import type { Observation } from './observation.ts'
import { plainRules } from './plain-rules.ts'
import type { RuleEngine, RuleHits } from './rule-engine.ts'
import { type ShownActs, shownActs } from './shown-acts.ts'

/** What one engine made of one behaviour in one log; `none` where the target has no rule for that log, with the reason. */
export interface ConformanceCell {
  readonly target: string
  readonly definition: string
  readonly source: string
  readonly result: SourceConformance | { readonly none: string }
  /** Where the fixture has an inventory and the target knows approvals. */
  readonly approvals?: ApprovalConformance | undefined
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
  const { inventory } = observation
  const verdicts = verdictsOf(observation)
  const logs = Map.groupBy(observation.records, ({ source }) => source)
  const cells: ConformanceCell[] = []
  for (const [log, records] of logs) {
    for (const definition of definitions) {
      const source = sourceOf(definition, log)
      for (const engine of source.clauses.length === 0 ? [plainRules] : [plainRules, ...engines])
        cells.push(...(await ask(engine, { definition, source, records, shown, verdicts, inventory })))
    }
  }
  return { fixture: observation.name, records: observation.records.length, cells: cells.filter(saysSomething) }
}

/** Differences that nothing explains, each with where it is. */
export function unexplained({ fixture, cells }: FixtureConformance): readonly string[] {
  return cells.flatMap(({ target, definition, source, result, approvals }) => {
    const where = `${fixture}: ${target}: ${definition}, ${source}`
    const plain = 'none' in result ? [] : result.differences
    return [
      ...plain
        .filter(({ because }) => because === undefined)
        .map(({ what, place, detail }) => `${where}: ${what} at ${place}: ${detail}`),
      ...(approvals?.differences ?? [])
        .filter(({ because }) => because === undefined)
        .map(({ what, place, verdict }) => `${where}: ${what} at ${place}, which scan calls ${verdict}`),
    ]
  })
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
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly inventory: Inventory
}

async function ask(engine: RuleEngine, asked: Asked): Promise<readonly ConformanceCell[]> {
  const answer = await engine.answer(asked)
  const cell = { target: engine.target, definition: asked.definition.id, source: asked.source.source.id }
  if (answer === undefined) return []
  if ('none' in answer) return [{ ...cell, result: answer }]
  return [{ ...cell, result: conform({ ...asked, ...answer }), approvals: await askApprovals(engine, asked, answer) }]
}

async function askApprovals(
  engine: RuleEngine,
  asked: Asked,
  answer: RuleHits,
): Promise<ApprovalConformance | undefined> {
  if (asked.definition.id !== APPROVABLE || asked.verdicts.size === 0 || engine.unapproved === undefined) return
  return conformApprovals({ ...asked, ...answer }, await engine.unapproved(asked, asked.inventory), asked.verdicts)
}

/** Set-up → verdict, where somebody said what is approved. A joined finding speaks for all of its set-ups. */
function verdictsOf({ inventory, assessment }: Observation): ReadonlyMap<string, Verdict> {
  if (!inventory.given) return new Map()
  return new Map(
    assessment.findings.flatMap(({ id, aliases, verdict }) => [id, ...aliases].map((name) => [name, verdict] as const)),
  )
}

function saysSomething({ result }: ConformanceCell): boolean {
  return 'none' in result || result.setups + result.alerts + result.differences.length > 0
}
