/** A run of commands being read, one after another. */
import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import type { Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import { type CaptureCommand, readCaptureCommand } from './captures.ts'
import { dropPending, expireUnconfirmed, readCommit, readRollback, rollBackUnconfirmed } from './commits.ts'
import { absolutePaths, moveLevel, type Terminal } from './levels.ts'
import { readOperationalAct } from './related-acts.ts'
import { createRunState, type RunState, terminalOf } from './run-state.ts'
import { type EditCommand, readTypedLine, type TypedLine } from './typed-line.ts'

/** Reads commands one after another. */
export interface CommandRun {
  read(command: TypedCommand): void
  finish(): Interpretation
}

/** An audit record of the same command says where it belongs; only so many are compared. */
const MAX_COMPARED = 500

/** A run at its start: nothing is known. */
export function createRun(): CommandRun {
  const state = createRunState()
  return { read: (command) => readCommand(state, command), finish: () => finish(state) }
}

function readCommand(state: RunState, command: TypedCommand): void {
  const line = readTypedLine(command.text)
  if (line === undefined) return
  expireUnconfirmed(state, line.kind === 'commit' && line.how === 'not-confirmed' ? undefined : command.at)
  const terminal = terminalOf(state, command)
  switch (line.kind) {
    case 'edit':
      return edit(state, command, { line, terminal })
    case 'configure':
      terminal.mode = line.mode
      terminal.stack = []
      return
    case 'level':
      return move(state, command, { line, terminal })
    case 'commit':
      return readCommit(state, command, line)
    case 'rollback':
      return readRollback(state, command, line.number)
    case 'load':
      state.loaded = { factId: command.factId, what: line.what }
      return
    case 'operational':
      return operate(state, command, line.words)
  }
}

function edit(
  state: RunState,
  { factId, text, by = '' }: TypedCommand,
  { line, terminal }: { readonly line: EditCommand; readonly terminal: Terminal },
): void {
  const paths = absolutePaths(terminal, line)
  if (paths === undefined) {
    if (mayBelongToMirror(text)) state.unjoined.push({ factId, words: (line.paths[0] ?? []).join(' ') })
    return
  }
  const { action, to, was } = line
  for (const path of paths) {
    const operation = { factId, number: state.operations.length + 1, by, action, path, to, was }
    state.operations.push(operation)
    state.pending.push(operation)
  }
}

/** A private or exclusive candidate is dropped with its editor. @source Junos CLI User Guide: `configure private`, `configure exclusive` */
function move(
  state: RunState,
  { by = '' }: TypedCommand,
  { line, terminal }: { readonly line: Extract<TypedLine, { kind: 'level' }>; readonly terminal: Terminal },
): void {
  const leaves = line.move === 'leave' || (line.move === 'exit' && terminal.stack.length === 0)
  if (leaves && terminal.mode !== 'shared') {
    dropPending(state, (operation) => operation.by === by)
    terminal.mode = 'shared'
  }
  moveLevel(terminal, line)
}

function operate(state: RunState, { factId }: TypedCommand, words: readonly string[]): void {
  const capture = readCaptureCommand(words)
  if (capture !== undefined) {
    const { address, name, canonical } = capture
    state.changes.push({ factId, address, name, edits: captureEdits(capture), canonical })
    return
  }
  const act = readOperationalAct(words)
  if (act !== undefined) state.signals.push({ factId, ...act })
}

/** A capture on request runs at once, and no configuration shows it. */
function captureEdits({ name, session }: CaptureCommand): InterpretedChange['edits'] {
  if (session === undefined) return [{ do: 'set', enabled: false, enabledReason: 'explicit' }]
  const filter = session.filter === undefined ? {} : { filter: session.filter }
  return [
    { do: 'define', name, kind: 'capture' },
    { do: 'replace', sources: [...session.sources], destinations: [...session.destinations] },
    { do: 'set', enabled: true, ...filter },
  ]
}

function finish(state: RunState): Interpretation {
  rollBackUnconfirmed(state, undefined)
  dropPending(state, () => true)
  const audited = state.operations.slice(-MAX_COMPARED).map(({ path }) => path.join(' '))
  const unjoined = state.unjoined.filter(
    ({ words }, index) => index >= MAX_COMPARED || !audited.some((path) => path.endsWith(` ${words}`)),
  )
  return { changes: state.changes, signals: state.signals, unjoined: unjoined.map(({ factId }) => factId) }
}
