/** A configuration → facts: one snapshot, who the device is, and scripts that would start a mirror. */
import type { Note } from '../../../facts/note.ts'
import { makeReading } from '../../_cisco-configuration/document/make-reading.ts'
import { readCollectionTime, readShowClock } from '../../_cisco-configuration/document/standing.ts'
import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'
import { readConfigText } from '../../_cisco-configuration/text/config-text.ts'
import type { DocumentRecord, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readDeviceFacts } from './device-facts.ts'
import { readConfiguredFeatures } from './features.ts'
import { isShowOutput } from './recognise.ts'
import { resolveReferences } from './references.ts'
import { readMirrors } from './sessions.ts'
import { readExtent, readScope } from './standing.ts'
import { textRules } from './text-rules.ts'

/** Reads a running or startup configuration. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  if (isShowOutput(normaliseLineEnds(document.text))) return showOutput()
  const config = readConfigText(document.text, textRules)
  const { commands } = config
  const extent = readExtent(config, document.cutOff)
  const device = readDeviceFacts(config)
  const mirrors = readMirrors(commands)
  const { sessions, cut } = resolveReferences(mirrors.sessions, commands, device.bundles)
  const { features, cutAt } = readConfiguredFeatures(commands)
  const reading = makeReading({
    dialect: { id: ID, version: VERSION, redact },
    document,
    context,
    config,
    time: readCollectionTime(config, document, { read: readShowClock, reference: context.reference }),
    extent,
    scopes: [readScope(config, extent)],
    device,
    mirrors: { ...mirrors, sessions },
    features,
  })
  const notes = [
    ...cut.map((name) => cutNote(document, 1, `more stands behind ${name} than is kept: 256 entries`)),
    ...(cutAt === undefined
      ? []
      : [cutNote(document, cutAt, 'more routes, addresses and other features than are kept')]),
  ]
  return { ...reading, notes: [...reading.notes, ...notes] }
}

function cutNote({ place }: DocumentRecord, line: number, message: string): Note {
  const at = { path: place.path, line: (place.line ?? 1) + line - 1 }
  return { code: 'cisco-ios/cut', severity: 'warning', message, place: at }
}

function showOutput(): Reading {
  return { facts: [], notes: [], outcome: 'unsupported', because: 'output of show monitor: not a configuration' }
}
