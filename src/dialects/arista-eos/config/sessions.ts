/** Mirror sessions of an EOS configuration: where its layout says more than its commands. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { SessionChange, Step } from '../../_cisco-configuration/commands/step.ts'
import { type ConfiguredMirrors, collectMirrors } from '../../_cisco-configuration/document/collect-mirrors.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { TOP } from '../grammar/mode.ts'
import { createReader, type EosReader } from '../grammar/reader.ts'
import { redact } from '../redact.ts'

/** A session's line stands at the top level; where it seems not to, a pager or a copy moved it. */
const SESSION_LINE = /^monitor session \S{1,128} (?:source|destination|truncate|(?:ip|ipv6|mac) access-group) ?/i

/** Reads the commands of one configuration. Never throws. */
export function readMirrors(commands: readonly ConfigLine[]): ConfiguredMirrors {
  const reader = createReader({ snapshot: true })
  const read = collectMirrors(commands, { readLine: (line) => readLine(reader, line), describe, redact })
  const brokers = commands.some(({ text, parent }) => /^mode (?:exclusive|mixed)/.test(text) && isTapBlock(parent))
  return { ...read, sessions: read.sessions.map((one) => (isTap(one) ? withTapState(one, brokers) : one)) }
}

/** Indentation and comments tell where a block ends; negations say what is not there. */
function readLine(reader: EosReader, line: ConfigLine): Step {
  const { mode } = reader
  if (mode.in === 'script' && mode.body === true) return onlyMirrors(reader.read(line.text))
  if (line.afterBreak) reader.mode = TOP
  if (/^(?:no|default)\s/i.test(line.text)) return {}
  if (line.parent === undefined || SESSION_LINE.test(line.text)) return onlyMirrors(reader.read(line.text))
  return readInBlock(reader, line)
}

/** Indented lines belong to the block, also those that its grammar does not know. */
function readInBlock(reader: EosReader, line: ConfigLine): Step {
  const { mode } = reader
  if (mode.in === 'top' || mode.in === 'other') return {}
  const step = onlyMirrors(reader.read(line.text))
  const lost = mode.in === 'session' && reader.mode.in !== 'session'
  if (mode.in !== 'script') reader.mode = mode
  return lost ? { problem: 'not a known command of a monitor session' } : step
}

/** A configuration holds settings, not acts: a copy or a cut of logging cannot be in it. */
function onlyMirrors({ signal, unjoined, ...step }: Step): Step {
  return signal?.signal === 'scripted-mirror' ? { ...step, signal } : step
}

function describe({ address: { namespace, id } }: SessionChange): string {
  return namespace === 'monitor-session' ? `session ${id}` : `${namespace.replace('-', ' ')} ${id}`
}

function isTapBlock(parent: ConfigLine | undefined): boolean {
  return parent?.text === 'tap aggregation'
}

function isTap({ address }: ObservedSession): boolean {
  return address.namespace === 'tap-group' || address.namespace === 'tap-port'
}

/** Tap ports copy nothing unless the switch is in the mode for it. @source EOS `tap aggregation`, `mode exclusive` */
function withTapState({ address, session, lines }: ObservedSession, brokers: boolean): ObservedSession {
  const state = brokers ? { enabled: true } : ({ enabled: false, enabledReason: 'inactive' } as const)
  return { address, session: { ...session, ...state }, lines }
}
