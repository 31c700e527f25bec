/** Mirror sessions of a configuration, each with the lines that say so. */
import { applyEdits } from '../../../facts/apply-edits.ts'
import type { ObservedSession, SignalKind } from '../../../facts/fact.ts'
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { LineOutcome } from '../../contract.ts'
import { type Mode, TOP } from '../grammar/mode.ts'
import { type CommandReader, createReader, readUnmodelled, splitWords } from '../grammar/reader.ts'
import type { Step } from '../grammar/step.ts'
import { redact } from '../redact.ts'
import type { ConfigLine } from './config-text.ts'

/** What a configuration says of mirrors. */
export interface ConfiguredMirrors {
  readonly sessions: readonly ObservedSession[]
  readonly signals: readonly { readonly line: ConfigLine; readonly signal: SignalKind; readonly detail: string }[]
  /** Lines that are in a session or a signal, and lines about mirroring that are not understood. */
  readonly outcomes: readonly LineOutcome[]
}

interface Found {
  readonly address: SessionAddress
  readonly name: string
  readonly edits: MirrorEdit[]
  readonly lines: Map<number, string>
}

/** A session's line stands at the top level; where it seems not to, a pager or a copy moved it. */
const SESSION_LINE = /^monitor session \d{1,2} (?:source|destination|filter|type) /i

/** Reads the commands of one configuration. Never throws. */
export function readMirrors(commands: readonly ConfigLine[]): ConfiguredMirrors {
  const reader = createReader({ snapshot: true })
  const found = new Map<string, Found>()
  const signals: ConfiguredMirrors['signals'][number][] = []
  const outcomes: LineOutcome[] = []
  for (const line of commands) {
    const step = readLine(reader, line)
    collect(found, line, step)
    if (step.signal !== undefined) signals.push({ line, ...step.signal })
    const outcome = outcomeOf(line, step)
    if (outcome !== undefined) outcomes.push(outcome)
  }
  return { sessions: toSessions([...found.values()]), signals, outcomes }
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

function collect(found: Map<string, Found>, line: ConfigLine, step: Step): void {
  for (const { address, name, edits } of step.changes ?? []) {
    const key = `${address.namespace} ${address.id}`
    const entry: Found = found.get(key) ?? { address, name, edits: [], lines: new Map() }
    entry.edits.push(...edits)
    if (line.parent !== undefined) entry.lines.set(line.parent.number, line.parent.written)
    entry.lines.set(line.number, line.written)
    found.set(key, entry)
  }
}

function outcomeOf(line: ConfigLine, { changes = [], signal, problem }: Step): LineOutcome | undefined {
  if (problem !== undefined) return { line: line.number, outcome: 'unsupported', because: problem }
  if (signal !== undefined) return { line: line.number, outcome: 'modelled', because: signal.detail }
  const [first] = changes
  if (first === undefined) return undefined
  const what = first.address.namespace === 'rspan-vlan' ? 'RSPAN VLAN' : 'session'
  return { line: line.number, outcome: 'modelled', because: `${what} ${first.name}` }
}

function toSessions(found: readonly Found[]): readonly ObservedSession[] {
  const sessions = found.flatMap(({ address, name, edits, lines }): readonly ObservedSession[] => {
    const edited = applyEdits(undefined, edits, name)
    const said = [...lines].map(([line, text]) => ({ line, text: redact(text) }))
    return edited === undefined
      ? []
      : [{ address, session: edited.session, lines: said.sort((a, b) => a.line - b.line) }]
  })
  const used = new Set(sessions.flatMap(vlansUsed))
  // An RSPAN VLAN that a session here uses is part of that session; alone, it carries somebody's copy through.
  return sessions.filter(({ address }) => address.namespace !== 'rspan-vlan' || !used.has(address.id))
}

/** Remote VLANs at either end of a session. */
export function vlansUsed({ address, session }: Pick<ObservedSession, 'address' | 'session'>): readonly string[] {
  if (address.namespace === 'rspan-vlan' || session.kind !== 'remote-vlan') return []
  const ends = session.role === 'destination' ? session.sources : session.destinations
  return ends.flatMap(({ vlan }) => (vlan === undefined ? [] : [String(vlan)]))
}
