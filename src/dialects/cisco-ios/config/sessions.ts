/** Mirror sessions of an IOS configuration: where its layout says more than its commands. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { SessionChange, Step } from '../../_cisco-configuration/commands/step.ts'
import { splitWords } from '../../_cisco-configuration/commands/words.ts'
import { type ConfiguredMirrors, collectMirrors } from '../../_cisco-configuration/document/collect-mirrors.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { type Mode, TOP } from '../grammar/mode.ts'
import { type CommandReader, createReader, readUnmodelled } from '../grammar/reader.ts'
import { redact } from '../redact.ts'

/** A session's line stands at the top level; where it seems not to, a pager or a copy moved it. */
const SESSION_LINE = /^monitor session \d{1,2} (?:source|destination|filter|type) /i

/** Reads the commands of one configuration. Never throws. */
export function readMirrors(commands: readonly ConfigLine[]): ConfiguredMirrors {
  const reader = createReader({ snapshot: true })
  const read = collectMirrors(commands, { readLine: (line) => readLine(reader, line), describe, redact })
  const used = new Set(read.sessions.flatMap(vlansUsed))
  // An RSPAN VLAN that a session here uses is part of that session; alone, it carries somebody's copy through.
  const sessions = read.sessions.filter(({ address }) => address.namespace !== 'rspan-vlan' || !used.has(address.id))
  return { ...read, sessions }
}

/** Indentation and comments tell where a block ends; negations say what is not there, save `no shutdown` in a block. */
function readLine(reader: CommandReader, line: ConfigLine): Step {
  if (line.afterBreak) reader.mode = TOP
  const { mode } = reader
  if (saysAbsence(line.text, mode)) return {}
  if (line.parent === undefined || SESSION_LINE.test(line.text)) return onlyMirrors(reader.read(line.text))
  if (mode.in === 'top' || mode.in === 'other') return unmodelled(line) ?? unmodelled(line.parent) ?? {}
  const step = reader.read(line.text)
  // Indented lines belong to the block, also those that its grammar does not know.
  if (mode.in !== 'session' || reader.mode.in === 'session') return step
  reader.mode = mode
  return { problem: `not a known command of a session of type ${mode.type}` }
}

/** `no monitor session 1` in a configuration takes nothing away: there is nothing before it. */
function saysAbsence(text: string, mode: Mode): boolean {
  return /^(?:no|default)\s/i.test(text) && !(mode.in === 'session' && /^no\s+shut/i.test(text))
}

function unmodelled({ text }: ConfigLine): Step | undefined {
  return readUnmodelled(splitWords(text))
}

/** A configuration holds settings, not acts: a copy or a cut of logging cannot be in it. */
function onlyMirrors({ signal, unjoined, ...step }: Step): Step {
  return signal?.signal === 'scripted-mirror' ? { ...step, signal } : step
}

function describe({ address, name }: SessionChange): string {
  return `${address.namespace === 'rspan-vlan' ? 'RSPAN VLAN' : 'session'} ${name}`
}

/** Remote VLANs at either end of a session. */
export function vlansUsed({ address, session }: Pick<ObservedSession, 'address' | 'session'>): readonly string[] {
  if (address.namespace === 'rspan-vlan' || session.kind !== 'remote-vlan') return []
  const ends = session.role === 'destination' ? session.sources : session.destinations
  return ends.flatMap(({ vlan }) => (vlan === undefined ? [] : [String(vlan)]))
}
