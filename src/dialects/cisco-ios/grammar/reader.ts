/** Reads commands one after another, whether typed or written in a configuration, keeping the mode they are in. */
import type { ReadingRules } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { looksOnly, splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import { readPlatformCapture } from './capture/platform-capture.ts'
import { readElsewhere } from './elsewhere.ts'
import { readInside } from './inside.ts'
import { emptyMemory, type ReadScripted, type RunLine } from './memory.ts'
import { type Mode, TOP } from './mode.ts'
import type { Stepped } from './step.ts'
import { readTop } from './top.ts'

/** A run of commands being read. `mode` may be set by a caller that knows more than the commands say (indentation, comments). */
export interface CommandReader {
  mode: Mode
  read(command: string): Step
  /** Reads a command that is known to stand in the open block, which stays open whatever it says. */
  readWithin(command: string): Step
}

/** What every command of a run is read with. */
type Kept = Omit<RunLine, 'verb' | 'words'>

/** A reader at the start of a run: no block is open. */
export function createReader(rules: ReadingRules): CommandReader {
  const kept: Kept = { memory: new Map(), rules, run: emptyMemory(), readScripted: createScriptReader() }
  const reader: CommandReader = {
    mode: TOP,
    read(command) {
      const { step, mode } = readWords(splitWords(command), reader.mode, kept)
      reader.mode = mode
      return step
    },
    readWithin(command) {
      const { mode: before } = reader
      const stepped = readInside({ ...splitVerb(splitWords(command)), ...kept }, before)
      if (stepped?.mode.in === before.in) reader.mode = stepped.mode
      if (stepped === undefined && before.in === 'session')
        return { problem: `not a known command of a session of type ${before.type}` }
      return stepped?.step ?? NOTHING
    },
  }
  return reader
}

/** Every script is a run of its own: its commands stand in its own blocks. */
function createScriptReader(): ReadScripted {
  const readers = new Map<string, CommandReader>()
  return ({ title }, command) => {
    const reader = readers.get(title) ?? createReader({ snapshot: false })
    readers.set(title, reader)
    return reader.read(command)
  }
}

function readWords(all: readonly string[], mode: Mode, kept: Kept): Stepped {
  const start = all.findIndex((word) => word.toLowerCase() !== 'do')
  if (start === -1) return { step: NOTHING, mode }
  // `do` runs an EXEC command without leaving the mode.
  if (start > 0) return { step: readWords(all.slice(start), TOP, kept).step, mode }
  if (/^ios_config$/i.test(all[0] ?? '')) return { step: readTclCommands(all.slice(1), kept), mode }
  const line = { ...splitVerb(all), ...kept }
  const debugged = readPlatformCapture(line)
  if (debugged !== undefined) return { step: debugged, mode }
  // Looking changes nothing anywhere.
  if (looksOnly(all)) return { step: NOTHING, mode }
  return readInside(line, mode) ?? readTop(line) ?? readElsewhere(line, mode)
}

/** `ios_config "monitor session 9 type local" "no shutdown"` of the Tcl shell: commands of configuration mode, one after another. */
function readTclCommands(words: readonly string[], kept: Kept): Step {
  let mode = TOP
  const steps = [...words.join(' ').matchAll(/"([^"]*)"/g)].map(([, command = '']) => {
    const stepped = readWords(splitWords(command), mode, kept)
    mode = stepped.mode
    return stepped.step
  })
  const changes = steps.flatMap((step) => step.changes ?? [])
  const signal = steps.find((step) => step.signal !== undefined)?.signal
  return { ...(changes.length === 0 ? {} : { changes }), ...(signal === undefined ? {} : { signal }) }
}
