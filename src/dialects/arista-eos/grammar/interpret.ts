/** A run of typed commands → what each of them meant. What is typed into a configuration session counts when it is committed. */
import { abbreviates } from '../../../kit/keyword.ts'
import type { CommandLine } from '../../_cisco-configuration/commands/command-line.ts'
import { splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import type { CommandGrammar, Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { TOP } from './mode.ts'
import { rankCommand } from './rank.ts'
import { createReader, type EosReader } from './reader.ts'

/** The grammar of commands typed on EOS. */
export const commands: CommandGrammar = { rank: rankCommand, interpret }

type Signal = Interpretation['signals'][number]

/** What was typed into one configuration session and is not real yet. */
interface Candidate {
  changes: InterpretedChange[]
  signals: Signal[]
}

/** Everything a run has come to so far. */
interface Run {
  readonly reader: EosReader
  readonly changes: InterpretedChange[]
  readonly signals: Signal[]
  readonly unjoined: string[]
  readonly candidates: Map<string, Candidate>
  /** The configuration session that the terminal is in. */
  open: string | undefined
}

/** Captures run at once, wherever they are typed. */
const AT_ONCE: readonly string[] = ['capture']

/** Reads commands in order, keeping the block and the configuration session they are in. */
function interpret(typed: readonly TypedCommand[]): Interpretation {
  const reader = createReader({ snapshot: false })
  const run: Run = { reader, changes: [], signals: [], unjoined: [], candidates: new Map(), open: undefined }
  for (const command of typed) if (!controlsCandidate(run, command)) readCommand(run, command)
  for (const candidate of run.candidates.values()) abort(run, candidate)
  const { changes, signals, unjoined } = run
  return { changes, signals, unjoined }
}

function readCommand(run: Run, { factId, text }: TypedCommand): void {
  const step = run.reader.read(text)
  const candidate = run.open === undefined ? undefined : candidateOf(run, run.open)
  // What speaks of a mirror and is not understood is counted with the blocks whose head was not seen.
  if (step.unjoined === true || (step.problem !== undefined && step.changes === undefined)) run.unjoined.push(factId)
  if (step.signal !== undefined) (candidate ?? run).signals.push({ factId, ...step.signal })
  for (const change of step.changes ?? []) {
    if (change.edits.length === 0) continue
    const waits = candidate !== undefined && !AT_ONCE.includes(change.address.namespace)
    const { changes } = waits ? candidate : run
    changes.push({ factId, ...change })
  }
}

function candidateOf(run: Run, name: string): Candidate {
  const candidate = run.candidates.get(name) ?? { changes: [], signals: [] }
  run.candidates.set(name, candidate)
  return candidate
}

/**
 * Whether a command enters, leaves, commits or drops a configuration session, and does so.
 *
 * @source EOS commands `configure session NAME [commit | abort]`, `commit [timer T]`, `abort`, `rollback clean-config`
 */
function controlsCandidate(run: Run, command: TypedCommand): boolean {
  const { verb, words } = splitVerb(splitWords(command.text))
  const [first = ''] = words
  if (abbreviates(first, 'configure', 4)) return configures(run, { ...command, verb, words })
  if (run.open === undefined || verb !== 'set') return false
  if (abbreviates(first, 'commit', 3)) return commit(run, run.open, command.factId)
  if (abbreviates(first, 'abort', 3)) return drop(run, run.open)
  return abbreviates(first, 'rollback', 4) ? startOver(run, run.open) : leaves(run, first)
}

/** `configure session S1`, `configure session S1 commit`, `no configure session S1`; `configure terminal` leaves whatever was open. */
function configures(
  run: Run,
  { factId, verb, words }: Pick<TypedCommand, 'factId'> & Pick<CommandLine, 'verb' | 'words'>,
): boolean {
  const [, second, name = '', act] = words
  const isSession = abbreviates(second, 'session', 2)
  run.reader.mode = TOP
  if (!isSession) {
    if (verb === 'set') run.open = undefined
    return false
  }
  if (verb !== 'set' || abbreviates(act, 'abort', 2)) return drop(run, name)
  if (abbreviates(act, 'commit', 3)) return commit(run, name, factId)
  run.open = name
  return true
}

/** `end` leaves the session, `exit` too where no block is open; both leave it uncommitted. */
function leaves(run: Run, first: string): boolean {
  const isTop = run.reader.mode.in === 'top'
  if (/^end$/i.test(first) || (isTop && /^(?:exit?|qui?t?)$/i.test(first))) {
    run.open = undefined
    run.reader.mode = TOP
    return true
  }
  return false
}

/** All that was typed becomes real now, by this command. */
function commit(run: Run, name: string, factId: string): true {
  const { changes, signals } = candidateOf(run, name)
  run.changes.push(...changes.map((change) => ({ ...change, factId, with: [change.factId] })))
  run.signals.push(...signals)
  return forget(run, name)
}

function drop(run: Run, name: string): true {
  abort(run, candidateOf(run, name))
  return forget(run, name)
}

/** The session begins again from an empty configuration: what was typed so far is gone. */
function startOver(run: Run, name: string): true {
  abort(run, candidateOf(run, name))
  run.candidates.delete(name)
  return true
}

function forget(run: Run, name: string): true {
  run.candidates.delete(name)
  run.reader.mode = TOP
  if (run.open === name) run.open = undefined
  return true
}

/** What was never committed was an attempt. */
function abort(run: Run, { changes }: Candidate): void {
  run.changes.push(...changes.map((change) => ({ ...change, uncommitted: true as const })))
}
