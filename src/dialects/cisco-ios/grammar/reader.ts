/** Reads commands one after another, whether typed or written in a configuration, keeping the mode they are in. */
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import {
  type CommandLine,
  type ReadingRules,
  skip,
  type Verb,
} from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { looksOnly, splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import { opensMode } from '../../_commands/mirror-words.ts'
import { type Mode, TOP } from './mode.ts'
import { readMonitorCapture } from './monitor-capture.ts'
import { readBlockLine } from './session-block.ts'
import { readSessionLine } from './session-line.ts'
import { type Stepped, sessionAddress } from './step.ts'
import { readCopyIn, readScriptedCommand, readWitnessCut } from './witness-commands.ts'

const MONITOR_KINDS = ['session', 'capture', 'permit-list', 'event-trace', 'drop', 'platform', 'traffic'] as const

/** A run of commands being read. `mode` may be set by a caller that knows more than the commands say (indentation, comments). */
export interface CommandReader {
  mode: Mode
  read(command: string): Step
}

/** A reader at the start of a run: no block is open. */
export function createReader(rules: ReadingRules): CommandReader {
  const memory = new Map()
  const reader: CommandReader = {
    mode: TOP,
    read(command) {
      const { step, mode } = readCommand(command, reader.mode, { memory, rules })
      reader.mode = mode
      return step
    },
  }
  return reader
}

function readCommand(command: string, mode: Mode, kept: Pick<CommandLine, 'memory' | 'rules'>): Stepped {
  const all = splitWords(command)
  const [first] = all
  // `do` runs an EXEC command without leaving the mode; looking changes nothing anywhere.
  if (first === undefined || first.toLowerCase() === 'do' || looksOnly(all)) return { step: NOTHING, mode }
  const line = { ...splitVerb(all), ...kept }
  const { verb, words } = line
  const inBlock = mode.in === 'session' ? readBlockLine({ ...line, block: mode }) : undefined
  return inBlock ?? readInMode(verb, words, mode) ?? readTop(line) ?? readElsewhere(verb, words, mode)
}

/** Commands that mean something only in the mode that is open. */
function readInMode(verb: Verb, words: readonly string[], mode: Mode): Stepped | undefined {
  const [first] = words
  if (mode.in === 'vlan' && matchKeyword(first, ['remote-span']) && (first ?? '').length > 2) {
    return { step: readRemoteSpan(verb, mode.vlans), mode }
  }
  if (mode.in === 'applet') {
    const step = readScriptedCommand(words, mode.name)
    if (step !== undefined) return { step, mode }
    return matchKeyword(first, ['action', 'cli', 'event', 'description', 'set', 'trigger'])
      ? { step: NOTHING, mode }
      : undefined
  }
  return undefined
}

/** An RSPAN VLAN by itself carries somebody's copy through, or waits for one. */
function readRemoteSpan(verb: Verb, vlans: readonly number[]): Step {
  return {
    changes: vlans.map((vlan) => ({
      address: sessionAddress('rspan-vlan', String(vlan)),
      name: String(vlan),
      edits:
        verb === 'set'
          ? [{ do: 'define', name: String(vlan), kind: 'remote-vlan', role: 'transit', enabled: true }]
          : [{ do: 'remove' }],
      canonical: `${verb === 'set' ? '' : 'no '}vlan ${vlan} remote-span`,
    })),
  }
}

function readTop(line: CommandLine): Stepped | undefined {
  const { verb, words } = line
  const [first = '', second] = words
  if (isMonitor(first)) {
    const kind = matchKeyword(second, MONITOR_KINDS)
    if (kind === 'session') return readSessionLine(skip(line, 2))
    return { step: kind === 'capture' ? readCaptureLine(skip(line, 2)) : NOTHING, mode: TOP }
  }
  const step = readWitnessCut(verb, words) ?? (verb === 'set' ? readCopyIn(words) : undefined)
  return step === undefined ? undefined : { step, mode: TOP }
}

/** Whatever is not about mirrors: it may open a mode, leave one, or belong to the one that is open. */
function readElsewhere(verb: Verb, words: readonly string[], mode: Mode): Stepped {
  if (/^(?:exi|exit|en|end|qui|quit)$/i.test(words[0] ?? '')) return { step: NOTHING, mode: TOP }
  if (verb !== 'set') return { step: readVlanRemoval(words), mode: mode.in === 'session' ? TOP : mode }
  const opened = openedMode(words)
  const unmodelled = readUnmodelled(words)
  if (unmodelled !== undefined || opened !== undefined) return { step: unmodelled ?? NOTHING, mode: opened ?? TOP }
  if (mode.in !== 'top' && mode.in !== 'session') return { step: NOTHING, mode }
  return { step: isBlockCommand(words) ? { unjoined: true } : NOTHING, mode: TOP }
}

/** `mo` alone could be `module` or `mop`. */
function isMonitor(word: string): boolean {
  return word.length > 2 && matchKeyword(word, ['monitor']) !== undefined
}

function readCaptureLine({ verb, words, rules }: CommandLine): Step {
  if (rules.snapshot) return { problem: 'monitor capture is an EXEC command: a configuration does not hold it' }
  return readMonitorCapture(verb, words)
}

/** Features that copy traffic and are not modelled yet. */
export function readUnmodelled(words: readonly string[]): Step | undefined {
  const text = words.slice(0, 3).join(' ').toLowerCase()
  if (text.startsWith('monitor-session'))
    return { problem: 'monitor-session is the IOS-XR spelling: not an IOS session' }
  if (text.startsWith('ip traffic-export')) return { problem: 'router IP traffic export (RITE) is not modelled yet' }
  if (text.startsWith('switchport capture')) return { problem: 'VACL capture is not modelled yet' }
  if (text.startsWith('action forward capture')) return { problem: 'VACL capture is not modelled yet' }
  return /^set r?span /.test(text) ? { problem: 'CatOS span is not modelled yet' } : undefined
}

/** Commands that exist in a session's block alone; `shutdown` or `description` could be anybody's. */
function isBlockCommand(words: readonly string[]): boolean {
  const [first = '', second, third] = words
  if (first.length < 2) return false
  const command = matchKeyword(first, ['source', 'destination', 'erspan-id', 'origin', 'ip', 'header-type'])
  if (command === 'source') return matchKeyword(second, ['interface', 'vlan', 'cpu', 'remote']) !== undefined
  if (command === 'destination')
    return second === undefined || matchKeyword(second, ['interface', 'remote']) !== undefined
  if (command === 'ip')
    return matchKeyword(second, ['address']) !== undefined && words.length === 3 && /^\d[\d.]*$/.test(third ?? '')
  return command === 'erspan-id' || (command === 'origin' && matchKeyword(second, ['ip', 'ipv6']) !== undefined)
}

function readVlanRemoval(words: readonly string[]): Step {
  if (matchKeyword(words[0], ['vlan']) === undefined || (words[0] ?? '').length < 2) return NOTHING
  return readRemoteSpan('no', parseIntegerRanges(words.slice(1).join(' ')).values)
}

function openedMode(words: readonly string[]): Mode | undefined {
  const [first = '', second, third = ''] = words
  if (first.length > 1 && matchKeyword(first, ['vlan'])) {
    // `vlan 396 name users` opens the VLAN as `vlan 396` does; `vlan access-map` and `vlan dot1q` do not.
    const list = words
      .slice(1)
      .join(' ')
      .replace(/ name .*$/, '')
    const { values } = parseIntegerRanges(list)
    return values.length === 0 ? { in: 'other' } : { in: 'vlan', vlans: values }
  }
  if (
    first.length > 1 &&
    matchKeyword(first, ['event']) &&
    matchKeyword(second, ['manager']) &&
    matchKeyword(third, ['applet'])
  ) {
    return { in: 'applet', name: `applet ${words[3] ?? ''}` }
  }
  if (first.toLowerCase() === 'kron' && matchKeyword(second, ['policy-list']))
    return { in: 'applet', name: `kron policy ${third}` }
  return opensMode(words) ? { in: 'other' } : undefined
}
