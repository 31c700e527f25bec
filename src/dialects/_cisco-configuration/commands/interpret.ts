/** A run of typed commands → what each of them meant. */
import type { Interpretation, InterpretedChange, TypedCommand } from '../../contract.ts'
import type { Step } from './step.ts'

/** A run of commands being read: remembers the block it is in. */
export interface StepReader {
  read(command: string): Step
}

/** Reads commands in order, keeping the block they are in; commands without a bearing on mirrors give nothing. */
export function interpretCommands(typed: readonly TypedCommand[], reader: StepReader): Interpretation {
  const changes: InterpretedChange[] = []
  const signals: Interpretation['signals'][number][] = []
  const unjoined: string[] = []
  for (const { factId, text } of typed) {
    const step = reader.read(text)
    // What speaks of a mirror and is not understood is counted with the blocks whose head was not seen.
    if (step.unjoined === true || (step.problem !== undefined && step.changes === undefined)) unjoined.push(factId)
    if (step.signal !== undefined) signals.push({ factId, ...step.signal })
    for (const change of step.changes ?? []) if (change.edits.length > 0) changes.push({ factId, ...change })
  }
  return { changes, signals, unjoined }
}
