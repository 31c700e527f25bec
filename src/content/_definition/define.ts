/** Detections × dialects → definitions. */
import type { Detection, DetectionGuide } from '../../detections/contract.ts'
import type { Dialect } from '../../dialects/contract.ts'
import type { CommandSignature, LogSource } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'
import type { Definition, DefinitionClause, DefinitionSource } from './definition.ts'

/** What definitions are made of: all detections and dialects there are, and the pages of the detections. */
export interface DefinitionInputs {
  readonly detections: readonly Detection[]
  readonly dialects: readonly Dialect[]
  readonly guides: ReadonlyMap<string, DetectionGuide>
}

/** All definitions by id. A behaviour that no log shows has none. */
export function define(inputs: DefinitionInputs): readonly Definition[] {
  return inputs.detections.flatMap((detection) => defineOne(detection, inputs)).sort((a, b) => (a.id < b.id ? -1 : 1))
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
  const signatures = (dialect.content?.signatures ?? []).filter((signature) => signature.source === source.id)
  const asked = signatures.filter(({ acts }) => shows(acts, content.acts))
  const commands = commandsOf(source, dialects)
  const typed = commands.filter(({ signature }) => shows(signature.acts, content.acts))
  const near = content.near?.acts ?? []
  return {
    dialect: dialect.id,
    source,
    clauses: [...asked.map(({ acts, when }) => ({ acts, when })), ...typed.map((command) => toClause(command, source))],
    nearClauses: [
      ...signatures.filter(({ acts }) => shows(acts, near)).map(({ acts, when }) => ({ acts, when })),
      ...commands.filter(({ signature }) => shows(signature.acts, near)).map((command) => toClause(command, source)),
    ],
    cannotTell: [
      ...new Set([...asked, ...typed.map(({ signature }) => signature)].flatMap(({ cannotTell = [] }) => cannotTell)),
    ],
  }
}

function shows(acts: readonly RecordAct[], asked: readonly RecordAct[]): boolean {
  return acts.some((act) => asked.includes(act))
}

interface TypedCommandSignature {
  readonly platform: string
  readonly signature: CommandSignature
}

function commandsOf({ commands }: LogSource, dialects: readonly Dialect[]): readonly TypedCommandSignature[] {
  if (commands === undefined) return []
  return dialects
    .filter(({ id }) => commands.of === 'any' || commands.of === id)
    .flatMap(({ id, content }) => (content?.commandSignatures ?? []).map((signature) => ({ platform: id, signature })))
}

/** A command stands behind what the line puts before it: `before` and the command are one expression, so that neither matches elsewhere. */
function toClause({ platform, signature }: TypedCommandSignature, { commands }: LogSource): DefinitionClause {
  const expression = `${commands?.before ?? ''}${signature.command}`
  return { acts: signature.acts, when: { field: 'message', matches: [expression] }, platform }
}
