/** A configuration → facts: one snapshot, who the device is, and scripts that would start a mirror. */
import type { Fact, SnapshotFact } from '../../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../../facts/fact-id.ts'
import type { Note } from '../../../facts/note.ts'
import type { DocumentRecord, LineOutcome, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { normaliseLineEnds } from './clean-lines.ts'
import { type ConfigText, readConfigText } from './config-text.ts'
import { type DeviceFacts, readDeviceFacts } from './device-facts.ts'
import { isShowOutput } from './recognise.ts'
import { type ConfiguredMirrors, readMirrors } from './sessions.ts'
import { type Extent, readCollectionTime, readExtent, readScope } from './standing.ts'

/** Excerpts are for people: what does not fit stands in the evidence. */
const MAX_EXCERPT_LENGTH = 400
/** Bounds what a hostile file can make us say. */
const MAX_NOTES = 200

/** Everything read from one document, from which its facts are made. */
interface Parts {
  readonly document: DocumentRecord
  readonly context: ReadContext
  readonly config: ConfigText
  readonly device: DeviceFacts
  readonly mirrors: ConfiguredMirrors
  readonly extent: Extent
}

/** Reads a running or startup configuration. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  if (isShowOutput(normaliseLineEnds(document.text))) return showOutput()
  const config = readConfigText(document.text)
  const device = readDeviceFacts(config)
  const mirrors = readMirrors(config.commands)
  const parts = { document, context, config, device, mirrors, extent: readExtent(config, document.cutOff) }
  const { length } = mirrors.sessions
  return {
    facts: toFacts(parts),
    notes: toNotes(parts).slice(0, MAX_NOTES),
    outcome: 'modelled',
    because: `configuration with ${length} mirror session${length === 1 ? '' : 's'}`,
    lines: mergeOutcomes([...mirrors.outcomes, ...device.outcomes]),
  }
}

function showOutput(): Reading {
  return { facts: [], notes: [], outcome: 'unsupported', because: 'output of show monitor: not a configuration' }
}

/** A line has one outcome: the first said of it. */
function mergeOutcomes(outcomes: readonly LineOutcome[]): readonly LineOutcome[] {
  const byLine = new Map(outcomes.toReversed().map((outcome) => [outcome.line, outcome]))
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function toFacts(parts: Parts): readonly Fact[] {
  const { context, device, mirrors, document, config } = parts
  const written = normaliseLineEnds(document.text)
  const identity: RecordIdentity = { written, writtenTime: document.time?.at ?? '' }
  const base = {
    ref: {
      realm: context.realm,
      names: device.hostname === undefined ? [] : [{ by: 'hostname', value: device.hostname } as const],
    },
    time: readCollectionTime(config, document, context.reference),
    leg: 'config',
    trust: context.trust,
    dialect: ID,
    dialectVersion: VERSION,
    places: [document.place],
    platform: ID,
  } as const
  const names: readonly Fact[] =
    device.names.length === 0
      ? []
      : [
          {
            kind: 'identity',
            id: factId('identity', identity, 0),
            ...base,
            names: device.names,
            excerpt: `hostname ${device.hostname ?? 'unknown'}`,
          },
        ]
  const signals = mirrors.signals.map(({ line, signal, detail }, ordinal): Fact => {
    const place = placeOf(document, line.number)
    const said = {
      signal,
      detail: redact(detail),
      actor: {},
      outcome: 'accepted',
      excerpt: excerptOf([line.text]),
    } as const
    return { kind: 'signal', id: factId('signal', identity, ordinal), ...base, ...said, places: [place] }
  })
  return [
    { kind: 'snapshot', id: factId('snapshot', identity, 0), ...base, ...snapshotBody(parts) },
    ...names,
    ...signals,
  ]
}

function snapshotBody({
  config,
  device,
  mirrors,
  extent,
}: Parts): Pick<SnapshotFact, 'scope' | 'sessions' | 'declares' | 'bundles' | 'excerpt'> {
  const said = mirrors.sessions.flatMap(({ lines }) => lines.map(({ text }) => text))
  return {
    scope: readScope(config, extent),
    sessions: mirrors.sessions,
    declares: device.declares,
    ...(Object.keys(device.bundles).length === 0 ? {} : { bundles: device.bundles }),
    excerpt: excerptOf(said.length > 0 ? said : [`hostname ${device.hostname ?? 'unknown'}`]),
  }
}

function toNotes({ document, config, mirrors, extent }: Parts): readonly Note[] {
  const { unclosed } = config.opaque
  const last = placeOf(document, config.lines.length)
  const notes: Note[] = []
  if (unclosed !== undefined) {
    const message = `the ${unclosed.what} that starts here has no end: what follows it was not read`
    notes.push({ code: 'cisco-ios/unclosed-text', severity: 'error', message, place: placeOf(document, unclosed.line) })
  }
  if (extent === 'truncated') {
    const message = 'the configuration ends before its end: sessions may be missing'
    notes.push({ code: 'cisco-ios/truncated', severity: 'error', message, place: last })
  }
  if (extent === 'partial') {
    const message = 'a part of a configuration: it proves what is in it, and nothing absent'
    notes.push({ code: 'cisco-ios/partial', severity: 'info', message, place: last })
  }
  for (const { line, outcome, because } of mirrors.outcomes) {
    if (outcome !== 'unsupported') continue
    const excerpt = excerptOf([config.lines[line - 1] ?? ''])
    notes.push({
      code: 'cisco-ios/unsupported',
      severity: 'warning',
      message: because,
      place: placeOf(document, line),
      excerpt,
    })
  }
  return notes
}

/** A line of the document as a place in the whole input. */
function placeOf({ place }: DocumentRecord, line: number): Note['place'] {
  return { path: place.path, line: (place.line ?? 1) + line - 1 }
}

function excerptOf(lines: readonly string[]): string {
  return redact(lines.join('\n')).slice(0, MAX_EXCERPT_LENGTH)
}
