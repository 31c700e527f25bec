/** Detections × dialects → definitions. */
import type { Detection, DetectionGuide } from '../../detections/contract.ts'
import type { Dialect } from '../../dialects/contract.ts'
import { commandClauses } from '../../facts/log-content/command-clauses.ts'
import type { LogSource } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { Definition, DefinitionClause, DefinitionSource } from './definition.ts'
import { defineEveryAct } from './every-act.ts'

/** What definitions are made of: all detections and dialects there are, and the pages of the detections. */
export interface DefinitionInputs {
  readonly detections: readonly Detection[]
  readonly dialects: readonly Dialect[]
  readonly guides: ReadonlyMap<string, DetectionGuide>
}

/** All definitions by id, and one of all acts upon mirrors together. A behaviour that no log shows has none. */
export function define(inputs: DefinitionInputs): readonly Definition[] {
  const single = inputs.detections.flatMap((detection) => defineOne(detection, inputs))
  return [...single, ...defineEveryAct(single)].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function defineOne(detection: Detection, { dialects, guides }: DefinitionInputs): readonly Definition[] {
  const { id, version, question, content } = detection
  const guide = guides.get(id)
  if (content === undefined || guide === undefined) return []
  const sources = dialects
    .flatMap((dialect) =>
      (dialect.content?.sources ?? []).map((source) => toSource({ dialect, source, content, dialects })),
    )
    .filter(({ clauses }) => clauses.length > 0)
    .sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
  if (sources.length === 0) return []
  const { falsePositives, triage, tuning } = guide
  const told = { falsePositives, triage, tuning, severity: 'high', confidence: 'medium' } as const
  return [{ ...content, ...told, id, version, question, sources }]
}

interface Crossing {
  readonly dialect: Dialect
  readonly source: LogSource
  readonly content: NonNullable<Detection['content']>
  readonly dialects: readonly Dialect[]
}

function toSource({ dialect, source, content, dialects }: Crossing): DefinitionSource {
  const offered = [...ownClauses(dialect, source), ...commandClausesOf(source, dialects)]
  const clauses = offered.filter((clause) => shows(clause, content.acts))
  return {
    dialect: dialect.id,
    source,
    clauses,
    nearClauses: offered.filter((clause) => shows(clause, content.near?.acts ?? [])),
    cannotTell: [...new Set(clauses.flatMap(({ cannotTell = [] }) => cannotTell))],
  }
}

function shows({ acts }: DefinitionClause, asked: readonly RecordAct[]): boolean {
  return acts.some((act) => asked.includes(act))
}

function ownClauses({ content }: Dialect, { id }: LogSource): readonly DefinitionClause[] {
  const signatures = (content?.signatures ?? []).filter(({ source }) => source === id)
  return signatures.map(({ acts, when, cannotTell }) => ({ acts, when, cannotTell }))
}

function commandClausesOf({ commands }: LogSource, dialects: readonly Dialect[]): readonly DefinitionClause[] {
  if (commands === undefined) return []
  return dialects
    .filter(({ id }) => commands.of === 'any' || commands.of === id)
    .flatMap(({ id, content }) =>
      (content?.commandSignatures ?? []).flatMap((signature) =>
        commandClauses(signature, commands).map((clause) => ({
          ...clause,
          platform: id,
          cannotTell: signature.cannotTell,
        })),
      ),
    )
}
