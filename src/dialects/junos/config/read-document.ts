/** A configuration → facts: one snapshot, who the device is, and scripts that would start a mirror. */
import type { Fact, ObservedSession, SnapshotFact } from '../../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../../facts/fact-id.ts'
import type { DocumentRecord, LineOutcome, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import type { FoundMirror } from '../mirrors/draft.ts'
import { findMirrors } from '../mirrors/find-mirrors.ts'
import { readScripts, type ScriptedMirrors } from '../mirrors/scripts.ts'
import { redact } from '../redact.ts'
import { normaliseLineEnds } from '../text/clean-lines.ts'
import { type ScannedConfig, scanConfig } from '../text/scan-config.ts'
import { viewConfig } from '../tree/view.ts'
import { type DeviceFacts, readDeviceFacts } from './device-facts.ts'
import { readFeatures } from './features.ts'
import { placeOf, toNotes } from './notes.ts'
import { type Extent, readCollectionTime, readExtent, readScope } from './standing.ts'

/** Excerpts are for people: what does not fit stands in the evidence. */
const MAX_EXCERPT_LENGTH = 400

/** Everything read from one document, from which its facts are made. */
interface Parts {
  readonly document: DocumentRecord
  readonly context: ReadContext
  readonly config: ScannedConfig
  readonly device: DeviceFacts
  readonly mirrors: readonly FoundMirror[]
  readonly scripts: ScriptedMirrors
  readonly extent: Extent
}

/** Reads a configuration in either form. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  const config = scanConfig(document.text)
  const view = viewConfig(config.root)
  const device = readDeviceFacts(view, config)
  const scripts = readScripts(view)
  const mirrors = [...findMirrors(view, { snapshot: true }), ...scripts.sessions]
  const parts = { document, context, config, device, mirrors, scripts, extent: readExtent(config, document.cutOff) }
  const { length } = mirrors
  return {
    facts: toFacts(parts, snapshotBody(parts)),
    notes: toNotes(parts),
    outcome: 'modelled',
    because: `configuration with ${length} mirror session${length === 1 ? '' : 's'}`,
    lines: outcomesOf(parts),
  }
}

function toFacts(parts: Parts, body: ReturnType<typeof snapshotBody>): readonly Fact[] {
  const { context, device, scripts, document } = parts
  const identity: RecordIdentity = { written: normaliseLineEnds(document.text), writtenTime: document.time?.at ?? '' }
  const base = {
    ref: {
      realm: context.realm,
      names: device.hostname === undefined ? [] : [{ by: 'hostname', value: device.hostname } as const],
    },
    time: readCollectionTime(document),
    leg: 'config',
    trust: context.trust,
    dialect: ID,
    dialectVersion: VERSION,
    places: [document.place],
    platform: ID,
  } as const
  const excerpt = `host-name ${device.hostname ?? 'unknown'}`
  const names: readonly Fact[] =
    device.names.length === 0
      ? []
      : [{ kind: 'identity', id: factId('identity', identity, 0), ...base, names: device.names, excerpt }]
  const signals = scripts.signals.map(({ line, signal, detail }, ordinal): Fact => {
    const said = {
      signal,
      detail: redact(detail),
      actor: {},
      outcome: 'accepted',
      excerpt: textOf(parts, line),
    } as const
    return {
      kind: 'signal',
      id: factId('signal', identity, ordinal),
      ...base,
      ...said,
      places: [placeOf(document, line)],
    }
  })
  return [{ kind: 'snapshot', id: factId('snapshot', identity, 0), ...base, ...body }, ...names, ...signals]
}

function snapshotBody(
  parts: Parts,
): Pick<SnapshotFact, 'scope' | 'sessions' | 'declares' | 'bundles' | 'features' | 'filedBy' | 'excerpt'> {
  const { config, device, mirrors, extent, document } = parts
  const view = viewConfig(config.root)
  const features = readFeatures(view, config.lines)
  const sessions = mirrors.map((mirror) => toObserved(parts, mirror))
  const said = sessions.flatMap(({ lines }) => lines.map(({ text }) => text))
  return {
    scope: readScope(config, extent),
    sessions,
    declares: device.declares,
    ...(Object.keys(device.bundles).length === 0 ? {} : { bundles: device.bundles }),
    ...(features.length === 0 ? {} : { features }),
    ...(document.filedBy === undefined ? {} : { filedBy: document.filedBy }),
    excerpt: (said.length > 0 ? said.join('\n') : `host-name ${device.hostname ?? 'unknown'}`).slice(
      0,
      MAX_EXCERPT_LENGTH,
    ),
  }
}

/** Of a service for intercepts only its name is shown, whatever the form of its lines. */
function toObserved(parts: Parts, { address, session, lines }: FoundMirror): ObservedSession {
  const hidden = address.namespace === 'flow-tap' ? `services ${address.id} <redacted>` : undefined
  const { references, ...plain } = session
  const shown =
    references === undefined
      ? plain
      : {
          ...plain,
          references: Object.fromEntries(
            Object.entries(references).map(([name, said]) => [name, said.map((text) => redact(text))]),
          ),
        }
  return { address, session: shown, lines: lines.map((line) => ({ line, text: hidden ?? textOf(parts, line) })) }
}

function textOf({ config }: Parts, line: number): string {
  return redact(config.lines[line - 1] ?? '')
    .trimEnd()
    .slice(0, MAX_EXCERPT_LENGTH)
}

/** A line has one outcome: the first said of it. */
function outcomesOf({ mirrors, scripts, device }: Parts): readonly LineOutcome[] {
  const said: readonly LineOutcome[] = [
    ...mirrors.flatMap(({ session, lines }) =>
      lines.map((line) => ({ line, outcome: 'modelled', because: `session ${session.name}` }) as const),
    ),
    ...scripts.signals.map(({ line, detail }) => ({ line, outcome: 'modelled', because: redact(detail) }) as const),
    ...device.outcomes,
  ]
  const byLine = new Map(said.toReversed().map((outcome) => [outcome.line, outcome]))
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}
