/** A configuration → facts: one snapshot, who the device is, and scripts that would start a mirror. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { makeReading } from '../../_cisco-configuration/document/make-reading.ts'
import { readCollectionTime } from '../../_cisco-configuration/document/standing.ts'
import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'
import { readConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { splitAtDevices } from '../../_cisco-configuration/text/split.ts'
import type { DocumentRecord, LineOutcome, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readDeviceFacts } from './device-facts.ts'
import { readFeatures } from './features.ts'
import { isShowOutput } from './recognise.ts'
import { withReferences } from './references.ts'
import { readMirrors } from './sessions.ts'
import { readClock, readExtent, readScope } from './standing.ts'
import { textRules } from './text-rules.ts'

/** Reads a running, startup or session configuration. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  if (isShowOutput(normaliseLineEnds(document.text))) return showOutput()
  const config = readConfigText(document.text, textRules)
  const extent = readExtent(config, document.cutOff)
  const device = readDeviceFacts(config)
  const features = readFeatures(config)
  const mirrors = readMirrors(config.commands)
  return makeReading({
    dialect: { id: ID, version: VERSION, redact },
    document,
    context,
    config,
    time: readCollectionTime(config, document, { read: readClock, reference: context.reference }),
    extent,
    scopes: [readScope(config, extent)],
    device: { ...device, outcomes: [...device.outcomes, ...features.map(toOutcome)] },
    mirrors: { ...mirrors, sessions: withReferences(mirrors.sessions, config.commands, device.bundles) },
    features,
  })
}

function toOutcome({ feature, line }: ObservedFeature): LineOutcome {
  return { line, outcome: 'modelled', because: `beside mirrors: ${feature.replace('-', ' ')}` }
}

function showOutput(): Reading {
  return {
    facts: [],
    notes: [],
    outcome: 'unsupported',
    because: 'output of show monitor session: not a configuration',
  }
}

/** The first line of each configuration in a text, counted from 1. */
export function splitConfigs(text: string): readonly number[] {
  return splitAtDevices(text, textRules)
}
