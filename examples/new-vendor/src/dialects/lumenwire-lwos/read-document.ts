/** A configuration → facts: one snapshot and who the device is. */
import type { DeclaredLegs, SnapshotScope } from '../../facts/fact.ts'
import type { Step } from '../_cisco-configuration/commands/step.ts'
import { collectMirrors } from '../_cisco-configuration/document/collect-mirrors.ts'
import {
  addressOf,
  type DeviceFacts,
  findValue,
  hostnames,
  outcomesOf,
} from '../_cisco-configuration/document/device.ts'
import { makeReading } from '../_cisco-configuration/document/make-reading.ts'
import { type Extent, readExtentByEnd } from '../_cisco-configuration/document/standing.ts'
import { cleanLines } from '../_cisco-configuration/text/clean-lines.ts'
import { type ConfigLine, type ConfigText, readConfigText } from '../_cisco-configuration/text/config-text.ts'
import type { DocumentRecord, ReadContext, Reading } from '../contract.ts'
import { NAMESPACE, readCommand, sessionOpenedBy } from './grammar.ts'
import { ID, VERSION } from './identity.ts'
import { redact } from './redact.ts'
import { HEADING, textRules } from './text-rules.ts'

/** How surely a text is a configuration of this platform, 0 to 1; below 0.3 it is not. */
export function recognise(sample: string): number {
  const lines = cleanLines(sample)
  if (lines.some((line) => HEADING.test(line))) return 0.9
  // Without its heading, by two commands that nobody else has.
  const isOurs = lines.some((line) => /^system-name \S/.test(line)) && lines.some((line) => /^tap-group \d/.test(line))
  return isOurs ? 0.6 : 0
}

/** Reads a configuration. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  const config = readConfigText(document.text, textRules)
  const extent = readExtentByEnd(config, document.cutOff, new RegExp(HEADING, 'm'))
  return makeReading({
    dialect: { id: ID, version: VERSION, redact },
    document,
    context,
    config,
    time: document.time ?? { basis: 'none' },
    extent,
    scopes: [readScope(extent)],
    device: readDevice(config),
    mirrors: collectMirrors(config.commands, { readLine, describe: ({ name }) => `tap group ${name}`, redact }),
  })
}

/** A configuration holds settings, no acts. */
function readLine({ text, parent }: ConfigLine): Step {
  const { signal: _act, ...step } = readCommand(text, parent === undefined ? undefined : sessionOpenedBy(parent.text))
  return step
}

/** LWOS has one configuration: what is typed runs and is kept. */
function readScope(extent: Extent): SnapshotScope {
  return { state: 'running', complete: extent === 'full', namespaces: [NAMESPACE], scope: '' }
}

function readDevice({ commands }: ConfigText): DeviceFacts {
  const hostname = findValue(commands, textRules.hostname)
  const addresses = commands.flatMap(addressOf).map((value) => ({ by: 'address', value }) as const)
  return {
    hostname,
    names: [...hostnames(hostname, undefined), ...addresses],
    declares: readDeclaredLegs(commands),
    bundles: {},
    outcomes: outcomesOf(commands, useOf),
  }
}

/** Which of its witnesses the device feeds, by its own word. */
function readDeclaredLegs(commands: readonly ConfigLine[]): DeclaredLegs {
  const isSet = (setting: RegExp): boolean => findValue(commands, setting) !== undefined
  return { log: isSet(/^(audit-log remote) \S/), commandLog: isSet(/^(audit-log commands)$/), accounting: false }
}

function useOf(line: ConfigLine): string | undefined {
  if (line.parent === undefined && textRules.hostname.test(line.text)) return 'names the device'
  if (/^audit-log (?:remote \S|commands$)/.test(line.text)) return 'declares where the log goes'
  return addressOf(line).length > 0 ? 'address of the device' : undefined
}
