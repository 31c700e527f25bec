/** Mirror sessions of a configuration, each with the lines that say so. */
import { applyEdits } from '../../../facts/apply-edits.ts'
import type { ObservedSession, SignalKind } from '../../../facts/fact.ts'
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { SessionAddress } from '../../../facts/mirror-session.ts'
import type { LineOutcome } from '../../contract.ts'
import type { SessionChange, Step } from '../commands/step.ts'
import type { ConfigLine } from '../text/config-text.ts'

/** What a configuration says of mirrors. */
export interface ConfiguredMirrors {
  readonly sessions: readonly ObservedSession[]
  readonly signals: readonly { readonly line: ConfigLine; readonly signal: SignalKind; readonly detail: string }[]
  /** Lines that are in a session or a signal, and lines about mirroring that are not understood. */
  readonly outcomes: readonly LineOutcome[]
}

/** What a platform's grammar makes of one line, and how it is told. */
export interface MirrorReading {
  readonly readLine: (line: ConfigLine) => Step
  /** What a line that changes something belongs to: `session 4`. */
  readonly describe: (change: SessionChange) => string
  readonly redact: (text: string) => string
}

interface Found {
  readonly address: SessionAddress
  readonly name: string
  readonly edits: MirrorEdit[]
  readonly lines: Map<number, string>
}

/** Reads the commands of one configuration in order. Never throws. */
export function collectMirrors(commands: readonly ConfigLine[], reading: MirrorReading): ConfiguredMirrors {
  const found = new Map<string, Found>()
  const signals: ConfiguredMirrors['signals'][number][] = []
  const outcomes: LineOutcome[] = []
  for (const line of commands) {
    const step = reading.readLine(line)
    collect(found, line, step)
    if (step.signal !== undefined) signals.push({ line, ...step.signal })
    const outcome = outcomeOf(line, step, reading)
    if (outcome !== undefined) outcomes.push(outcome)
  }
  return { sessions: [...found.values()].flatMap((one) => toSession(one, reading)), signals, outcomes }
}

function collect(found: Map<string, Found>, line: ConfigLine, step: Step): void {
  for (const { address, name, edits } of step.changes ?? []) {
    const key = `${address.scope} ${address.namespace} ${address.id}`
    const entry: Found = found.get(key) ?? { address, name, edits: [], lines: new Map() }
    entry.edits.push(...edits)
    if (line.parent !== undefined) entry.lines.set(line.parent.number, line.parent.written)
    entry.lines.set(line.number, line.written)
    found.set(key, entry)
  }
}

function outcomeOf(
  line: ConfigLine,
  { changes = [], signal, problem }: Step,
  { describe }: MirrorReading,
): LineOutcome | undefined {
  if (problem !== undefined) return { line: line.number, outcome: 'unsupported', because: problem }
  if (signal !== undefined) return { line: line.number, outcome: 'modelled', because: signal.detail }
  const [first] = changes
  return first === undefined ? undefined : { line: line.number, outcome: 'modelled', because: describe(first) }
}

function toSession({ address, name, edits, lines }: Found, { redact }: MirrorReading): readonly ObservedSession[] {
  const edited = applyEdits(undefined, edits, name)
  const said = [...lines].map(([line, text]) => ({ line, text: redact(text) }))
  if (edited === undefined) return []
  return [{ address, session: edited.session, lines: said.sort((a, b) => a.line - b.line) }]
}
