/** Commands that mean something only in the block that is open. */
import { matchKeyword } from '../../../kit/keyword.ts'
import type { Verb } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { readExportApply, readProfileLine } from './copies/traffic-export.ts'
import { readCapturePort, readMapEntryLine } from './copies/vlan-access-map.ts'
import type { RunLine } from './memory.ts'
import type { Mode } from './mode.ts'
import { readScriptBody } from './scripts/scripted-session.ts'
import { readBlockLine } from './session/session-block.ts'
import { changeOf } from './session-change.ts'
import type { Stepped } from './step.ts'

const SCRIPT_COMMANDS = ['action', 'attribute', 'cli', 'correlate', 'description', 'event', 'set', 'trigger'] as const

/** Reads a command as one of the open block; undefined when it is none of them, or no block is open. */
export function readInside(line: RunLine, mode: Mode): Stepped | undefined {
  switch (mode.in) {
    case 'session':
      return readBlockLine({ ...line, block: mode })
    case 'traffic-export':
      return readProfileLine(line, mode.profile)
    case 'access-map':
      return readMapEntryLine(line, mode)
    case 'script':
      return opensScriptLine(line.words) ? { step: readScriptBody(line, mode.script), mode } : undefined
    case 'vlan':
      return isRemoteSpan(line.words) ? { step: readRemoteSpan(line.verb, mode.vlans), mode } : undefined
    case 'interface': {
      const step = readExportApply(line, mode) ?? readCapturePort(line, mode.ports)
      return step === undefined ? undefined : { step, mode }
    }
    default:
      return undefined
  }
}

/** `event manager …` opens the next script, `event timer …` belongs to this one. */
function opensScriptLine([first, second]: readonly string[]): boolean {
  const command = matchKeyword(first, SCRIPT_COMMANDS)
  return command !== undefined && !(command === 'event' && matchKeyword(second, ['manager']) !== undefined)
}

function isRemoteSpan([first = '']: readonly string[]): boolean {
  return first.length > 2 && matchKeyword(first, ['remote-span']) !== undefined
}

/** An RSPAN VLAN by itself carries somebody's copy through, or waits for one. */
export function readRemoteSpan(verb: Verb, vlans: readonly number[]): Step {
  if (vlans.length === 0) return NOTHING
  return {
    changes: vlans.map((vlan) =>
      changeOf(
        ['rspan-vlan', String(vlan)],
        verb === 'set'
          ? [{ do: 'define', name: String(vlan), kind: 'remote-vlan', role: 'transit', enabled: true }]
          : [{ do: 'remove' }],
        `${verb === 'set' ? '' : 'no '}vlan ${vlan} remote-span`,
      ),
    ),
  }
}
