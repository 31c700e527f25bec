/** Commands about copies and witnesses that mean the same wherever they are typed. */
import { matchKeyword } from '../../../kit/keyword.ts'
import { skip } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { readCopyIn, readWitnessCut } from './acts/witness-commands.ts'
import { readMonitorCapture } from './capture/monitor-capture.ts'
import { readExportControl, readExportProfile } from './copies/traffic-export.ts'
import { readVlanMapLine } from './copies/vlan-access-map.ts'
import type { RunLine } from './memory.ts'
import { TOP } from './mode.ts'
import { readScriptTop } from './scripts/scripted-session.ts'
import { readSessionLine } from './session/session-line.ts'
import type { Stepped } from './step.ts'

const MONITOR_KINDS = ['session', 'capture', 'permit-list', 'event-trace', 'drop', 'platform', 'traffic'] as const

/** Reads a command as one of these; undefined where it is none. Blocks that were open are over after it. */
export function readTop(line: RunLine): Stepped | undefined {
  const [first = '', second] = line.words
  if (isMonitor(first)) {
    const kind = matchKeyword(second, MONITOR_KINDS)
    if (kind === 'session') return readSessionLine(skip(line, 2))
    return { step: kind === 'capture' ? readCaptureLine({ ...line, words: line.words.slice(2) }) : NOTHING, mode: TOP }
  }
  const block = readExportProfile(line) ?? readVlanMapLine(line)
  if (block !== undefined) return block
  const step = readExportControl(line) ?? readScriptTop(line) ?? readWitness(line)
  return step === undefined ? undefined : { step, mode: TOP }
}

function readWitness({ verb, words }: RunLine): Step | undefined {
  return readWitnessCut(verb, words) ?? (verb === 'set' ? readCopyIn(words) : undefined)
}

/** `mo` alone could be `module` or `mop`. */
function isMonitor(word: string): boolean {
  return word.length > 2 && matchKeyword(word, ['monitor']) !== undefined
}

function readCaptureLine(line: RunLine): Step {
  if (line.rules.snapshot) return { problem: 'monitor capture is an EXEC command: a configuration does not hold it' }
  return readMonitorCapture(line)
}
