/** A configuration → facts: one snapshot for each VDC, who the switch is, and scripts that would start a mirror. */
import { makeReading } from '../../_cisco-configuration/document/make-reading.ts'
import { readCollectionTime } from '../../_cisco-configuration/document/standing.ts'
import { normaliseLineEnds } from '../../_cisco-configuration/text/clean-lines.ts'
import { readConfigText } from '../../_cisco-configuration/text/config-text.ts'
import type { DocumentRecord, ReadContext, Reading } from '../../contract.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readDeviceFacts } from './device-facts.ts'
import { isShowOutput } from './recognise.ts'
import { readRelated } from './related.ts'
import { readMirrors } from './sessions.ts'
import { readClock, readExtent, readScopes } from './standing.ts'
import { textRules } from './text-rules.ts'

/** Reads a running or startup configuration, or a checkpoint. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  if (isShowOutput(normaliseLineEnds(document.text))) return showOutput()
  const config = readConfigText(document.text, textRules)
  const extent = readExtent(config, document)
  const device = readDeviceFacts(config)
  const mirrors = readMirrors(config.commands)
  const { sessions, features } = readRelated(config.commands, device, mirrors)
  return makeReading({
    dialect: { id: ID, version: VERSION, redact },
    document,
    context,
    config,
    time: readCollectionTime(config, document, { read: readClock, reference: context.reference }),
    extent,
    scopes: readScopes(config, extent),
    device,
    mirrors: { ...mirrors, sessions },
    features,
  })
}

function showOutput(): Reading {
  return {
    facts: [],
    notes: [],
    outcome: 'unsupported',
    because: 'output of show monitor session: not a configuration',
  }
}
