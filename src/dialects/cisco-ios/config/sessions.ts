/** Mirror sessions of an IOS configuration: where its layout says more than its commands. */
import type { ObservedSession } from '../../../facts/fact.ts'
import type { SessionChange, Step } from '../../_cisco-configuration/commands/step.ts'
import { splitWords } from '../../_cisco-configuration/commands/words.ts'
import { type ConfiguredMirrors, collectMirrors } from '../../_cisco-configuration/document/collect-mirrors.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { readUnmodelled } from '../grammar/elsewhere.ts'
import { type Mode, TOP } from '../grammar/mode.ts'
import { type CommandReader, createReader } from '../grammar/reader.ts'
import { redact } from '../redact.ts'

/** A session's line stands at the top level; where it seems not to, a pager or a copy moved it. */
const SESSION_LINE = /^monitor session \d{1,2} (?:source|destination|filter|type) /i

/** What scripts run is in their sessions, too: signals beyond these say nothing more. */
const MAX_SIGNALS = 200

/** Reads the commands of one configuration. Never throws. */
export function readMirrors(commands: readonly ConfigLine[]): ConfiguredMirrors {
  const read = collectMirrors(commands, { readLine: createLineReader(), describe, redact })
  return {
    ...read,
    sessions: withCapturePorts(withoutUsedVlans(read.sessions)),
    signals: read.signals.slice(0, MAX_SIGNALS),
  }
}

/** An RSPAN VLAN that a session here uses is part of that session; alone, it carries somebody's copy through. */
function withoutUsedVlans(sessions: readonly ObservedSession[]): readonly ObservedSession[] {
  const used = new Set(sessions.flatMap(vlansUsed))
  return sessions.filter(({ address }) => address.namespace !== 'rspan-vlan' || !used.has(address.id))
}

/** Ports that receive what access maps copy are part of every map that copies; without one they wait for it. */
function withCapturePorts(sessions: readonly ObservedSession[]): readonly ObservedSession[] {
  if (!sessions.some(isAccessMap)) return sessions
  const ports = sessions.filter(isCapturePort).flatMap(({ lines }) => lines)
  return sessions
    .filter((one) => !isCapturePort(one))
    .map((one) => (isAccessMap(one) ? { ...one, lines: mergeLines(one.lines, ports) } : one))
}

function isAccessMap({ address }: ObservedSession): boolean {
  return address.namespace === 'vlan-access-map'
}

function isCapturePort({ address }: ObservedSession): boolean {
  return address.namespace === 'capture-port'
}

function mergeLines(some: ObservedSession['lines'], more: ObservedSession['lines']): ObservedSession['lines'] {
  const byNumber = new Map([...some, ...more].map((line) => [line.line, line]))
  return [...byNumber.values()].sort((a, b) => a.line - b.line)
}

/** Indentation and comments tell where a block ends. */
function createLineReader(): (line: ConfigLine) => Step {
  const reader = createReader({ snapshot: true })
  let indented = false
  return (line) => {
    const leaves = indented && line.parent === undefined && reader.mode.in !== 'session'
    if (line.afterBreak || leaves) reader.mode = TOP
    indented = line.parent !== undefined
    return readLine(reader, line)
  }
}

/** Negations say what is not there, save `no shutdown` in a block. */
function readLine(reader: CommandReader, line: ConfigLine): Step {
  const { mode } = reader
  if (saysAbsence(line.text, mode)) return {}
  if (line.parent === undefined || SESSION_LINE.test(line.text)) return onlyMirrors(reader.read(line.text))
  if (mode.in === 'top' || mode.in === 'other') return unmodelled(line) ?? unmodelled(line.parent) ?? {}
  // Indented lines belong to the block, also those that its grammar does not know.
  return reader.readWithin(line.text)
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

const WHAT: Readonly<Partial<Record<string, string>>> = {
  'rspan-vlan': 'RSPAN VLAN',
  'traffic-export': 'traffic export profile',
  'vlan-access-map': 'VLAN access map',
  'capture-port': 'capture port',
  'event-manager': 'applet',
  kron: 'kron policy',
  alias: 'alias',
}

function describe({ address, name }: SessionChange): string {
  return `${WHAT[address.namespace] ?? 'session'} ${name}`
}

/** Remote VLANs at either end of a session. */
export function vlansUsed({ address, session }: Pick<ObservedSession, 'address' | 'session'>): readonly string[] {
  if (address.namespace === 'rspan-vlan' || session.kind !== 'remote-vlan') return []
  const ends = session.role === 'destination' ? session.sources : session.destinations
  return ends.flatMap(({ vlan }) => (vlan === undefined ? [] : [String(vlan)]))
}
