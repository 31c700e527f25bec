/** A configuration that was read → facts: snapshots, who the device is, and scripts that would start a mirror. */
import type { Fact, ObservedFeature, SnapshotFact, SnapshotScope } from '../../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../../facts/fact-id.ts'
import type { Note } from '../../../facts/note.ts'
import type { FactTime } from '../../../facts/schema-parts.ts'
import type { Dialect, DocumentRecord, LineOutcome, ReadContext, Reading } from '../../contract.ts'
import { normaliseLineEnds } from '../text/clean-lines.ts'
import type { ConfigText } from '../text/config-text.ts'
import type { ConfiguredMirrors } from './collect-mirrors.ts'
import type { DeviceFacts } from './device.ts'
import type { Extent } from './standing.ts'

/** Everything read from one document, from which its facts are made. */
export interface DocumentParts {
  readonly dialect: Pick<Dialect, 'id' | 'version' | 'redact'>
  readonly document: DocumentRecord
  readonly context: ReadContext
  readonly config: ConfigText
  readonly time: FactTime
  readonly extent: Extent
  /** One snapshot each; sessions belong to the one of their scope. */
  readonly scopes: readonly SnapshotScope[]
  readonly device: DeviceFacts
  readonly mirrors: ConfiguredMirrors
  readonly features?: readonly ObservedFeature[]
}

/** Excerpts are for people: what does not fit stands in the evidence. */
const MAX_EXCERPT_LENGTH = 400
/** Bounds what a hostile file can make us say. */
const MAX_NOTES = 200

/** The reading of a configuration. Never throws. */
export function makeReading(read: DocumentParts): Reading {
  const parts = { ...read, mirrors: withoutSecrets(read) }
  const { mirrors, device } = parts
  const { length } = mirrors.sessions
  return {
    facts: toFacts(parts),
    notes: toNotes(parts).slice(0, MAX_NOTES),
    outcome: 'modelled',
    because: `configuration with ${length} mirror session${length === 1 ? '' : 's'}`,
    lines: mergeOutcomes([...mirrors.outcomes, ...device.outcomes, ...featureOutcomes(parts)]),
  }
}

/** What is said of a line may quote it. */
function withoutSecrets({ mirrors, dialect: { redact } }: DocumentParts): ConfiguredMirrors {
  const outcomes = mirrors.outcomes.map((said) => ({ ...said, because: redact(said.because) }))
  return { ...mirrors, outcomes }
}

function featureOutcomes({ features = [] }: DocumentParts): readonly LineOutcome[] {
  return features.map(({ line, feature }) => ({ line, outcome: 'modelled', because: `${feature} of the device` }))
}

/** A line has one outcome: the first said of it. */
function mergeOutcomes(outcomes: readonly LineOutcome[]): readonly LineOutcome[] {
  const byLine = new Map(outcomes.toReversed().map((outcome) => [outcome.line, outcome]))
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function toFacts(parts: DocumentParts): readonly Fact[] {
  const { device, mirrors, document, scopes } = parts
  const written = normaliseLineEnds(document.text)
  const identity: RecordIdentity = { written, writtenTime: document.time?.at ?? '' }
  const base = baseOf(parts)
  const snapshots = scopes.map(
    (scope, ordinal): Fact => ({
      kind: 'snapshot',
      id: factId('snapshot', identity, ordinal),
      ...base,
      ...snapshotBody(parts, scope),
    }),
  )
  const said = { names: device.names, excerpt: hostnameLine(device) }
  const names: readonly Fact[] =
    device.names.length === 0 ? [] : [{ kind: 'identity', id: factId('identity', identity, 0), ...base, ...said }]
  const signals = mirrors.signals.map(({ line, signal, detail }, ordinal): Fact => {
    const { redact } = parts.dialect
    const place = placeOf(document, line.number)
    const act = { signal, detail: redact(detail), actor: {}, outcome: 'accepted' } as const
    const excerpt = excerptOf(parts, [line.text])
    return { kind: 'signal', id: factId('signal', identity, ordinal), ...base, ...act, excerpt, places: [place] }
  })
  return [...snapshots, ...names, ...signals]
}

function baseOf({ dialect, document, context, device, time }: DocumentParts) {
  const names = device.hostname === undefined ? [] : [{ by: 'hostname', value: device.hostname } as const]
  return {
    ref: { realm: context.realm, names },
    time,
    leg: 'config',
    trust: context.trust,
    dialect: dialect.id,
    dialectVersion: dialect.version,
    places: [document.place],
    platform: dialect.id,
  } as const
}

type SnapshotBody = Pick<
  SnapshotFact,
  'scope' | 'sessions' | 'declares' | 'bundles' | 'features' | 'filedBy' | 'excerpt'
>

function snapshotBody(parts: DocumentParts, scope: SnapshotScope): SnapshotBody {
  const { device, mirrors, document } = parts
  // What stands beside mirrors is told once.
  const features = scope === parts.scopes[0] ? (parts.features ?? []) : []
  const sessions = mirrors.sessions.filter(({ address }) => address.scope === scope.scope)
  const said = sessions.flatMap(({ lines }) => lines.map(({ text }) => text))
  return {
    scope,
    sessions,
    declares: device.declares,
    ...(Object.keys(device.bundles).length === 0 ? {} : { bundles: device.bundles }),
    ...(features.length === 0 ? {} : { features }),
    ...(document.filedBy === undefined ? {} : { filedBy: redactFiledBy(parts, document.filedBy) }),
    excerpt: excerptOf(parts, said.length > 0 ? said : [hostnameLine(device)]),
  }
}

/** People write passwords into commit messages, too. */
function redactFiledBy(
  { dialect }: DocumentParts,
  { author, comment }: NonNullable<SnapshotFact['filedBy']>,
): SnapshotFact['filedBy'] {
  return {
    ...(author === undefined ? {} : { author }),
    ...(comment === undefined ? {} : { comment: dialect.redact(comment) }),
  }
}

function hostnameLine({ hostname }: DeviceFacts): string {
  return `hostname ${hostname ?? 'unknown'}`
}

function toNotes(parts: DocumentParts): readonly Note[] {
  const { document, config, mirrors, extent } = parts
  const { unclosed } = config.opaque
  const { id } = parts.dialect
  const last = placeOf(document, config.lines.length)
  const notes: Note[] = []
  if (unclosed !== undefined) {
    const message = `the ${unclosed.what} that starts here has no end: what follows it was not read`
    notes.push({ code: `${id}/unclosed-text`, severity: 'error', message, place: placeOf(document, unclosed.line) })
  }
  if (extent === 'truncated') {
    const message = 'the configuration ends before its end: sessions may be missing'
    notes.push({ code: `${id}/truncated`, severity: 'error', message, place: last })
  }
  if (extent === 'partial') {
    const message = 'a part of a configuration: it proves what is in it, and nothing absent'
    notes.push({ code: `${id}/partial`, severity: 'info', message, place: last })
  }
  for (const { line, outcome, because } of mirrors.outcomes) {
    if (outcome !== 'unsupported') continue
    const excerpt = excerptOf(parts, [config.lines[line - 1] ?? ''])
    const place = placeOf(document, line)
    notes.push({ code: `${id}/unsupported`, severity: 'warning', message: because, place, excerpt })
  }
  return notes
}

/** A line of the document as a place in the whole input. */
function placeOf({ place }: DocumentRecord, line: number): Note['place'] {
  return { path: place.path, line: (place.line ?? 1) + line - 1 }
}

function excerptOf({ dialect }: DocumentParts, lines: readonly string[]): string {
  return dialect.redact(lines.join('\n')).slice(0, MAX_EXCERPT_LENGTH)
}
