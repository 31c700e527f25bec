/** Reads commands one after another, whether typed or written in a configuration, keeping the mode they are in. */
import { abbreviates, matchKeyword } from '../../../kit/keyword.ts'
import type { ReadingRules } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { looksOnly, splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import { opensMode } from '../../_commands/mirror-words.ts'
import type { AclMemory } from './acl-memory.ts'
import { readCaptureExport, readCliCapture, readShellCapture } from './capture/packet-capture.ts'
import { namedScript, readScript, removeScript } from './capture/scripts.ts'
import { type EosCommand, type Stepped, skip } from './command.ts'
import { expandInterfaces } from './interfaces.ts'
import { type Mode, type Script, type ScriptMode, TOP } from './mode.ts'
import { isProperty, readProperty, readSessionLine } from './session-line.ts'
import { readQueueMonitor, readTapLine } from './tap-aggregation.ts'
import { readWitnessCommand } from './witness-commands.ts'

const MAX_TEXT = 120

/** A run of commands being read. `mode` may be set by a caller that knows more than the commands say (indentation, comments). */
export interface EosReader {
  mode: Mode
  read(command: string): Step
}

/** What is kept from command to command. */
interface Kept {
  readonly acls: AclMemory
  readonly rules: ReadingRules
}

/** A reader at the start of a run: no block is open. */
export function createReader(rules: ReadingRules): EosReader {
  const kept: Kept = { acls: new Map(), rules }
  const reader: EosReader = {
    mode: TOP,
    read(command) {
      const { step, mode } = readCommand(command, reader.mode, kept)
      reader.mode = mode
      return step
    },
  }
  return reader
}

function readCommand(text: string, mode: Mode, kept: Kept): Stepped {
  const all = splitWords(text)
  const [first] = all
  if (first === undefined) return { step: NOTHING, mode }
  if (mode.in === 'script') {
    const stepped = readScriptLine(all, mode)
    if (stepped !== undefined) return stepped
  }
  const command = { ...splitVerb(all), ...kept }
  const witness = readWitnessCommand(command)
  if (witness !== undefined) return { step: witness, mode: mode.in === 'session' ? TOP : mode }
  // `do` runs a command of EXEC mode without leaving the mode; looking changes nothing anywhere.
  if (first.toLowerCase() === 'do' || looksOnly(all)) return { step: NOTHING, mode }
  return readInMode(command, mode) ?? readTop(command, mode) ?? readElsewhere(command, mode)
}

/** Commands that mean something only in the mode that is open. */
function readInMode(command: EosCommand, mode: Mode): Stepped | undefined {
  if (mode.in === 'session' && isProperty(command.words)) return { step: readProperty(mode.name, command), mode }
  if (mode.in !== 'interface') return undefined
  const step = readTapLine(command, mode.names) ?? readTunnelLine(command, mode.names)
  return step === undefined ? undefined : { step, mode }
}

/** Where a tunnel ends decides where a routed copy goes. */
function readTunnelLine({ verb, words }: EosCommand, [port = '']: readonly string[]): Step | undefined {
  const [first, second, to] = words
  if (!port.startsWith('Tunnel') || !abbreviates(first, 'tunnel', 3) || !abbreviates(second, 'destination', 3))
    return undefined
  return {
    signal: { signal: 'tunnel-changed', detail: `${port} ${verb === 'set' ? `to ${to ?? ''}` : 'ends nowhere'}` },
  }
}

function readTop(command: EosCommand, mode: Mode): Stepped | undefined {
  const { words } = command
  const [first = '', second] = words
  if (first.length > 2 && matchKeyword(first, ['monitor'])) {
    if (abbreviates(second, 'session', 2)) return readSessionLine(skip(command, 2))
    return { step: readUnmodelled(words) ?? NOTHING, mode: TOP }
  }
  if (first.length > 2 && matchKeyword(first, ['queue-monitor']))
    return { step: readQueueMonitor(skip(command, 1)), mode: TOP }
  const unmodelled = readUnmodelled(words)
  if (unmodelled !== undefined) return { step: unmodelled, mode: { in: 'other' } }
  const executed = readExec(command)
  if (executed !== undefined) return { step: executed, mode }
  return readScriptHead(command)
}

/** Commands of EXEC mode: captures, their export, and the shell. */
function readExec({ verb, words }: EosCommand): Step | undefined {
  const [first] = words
  if (first === 'bash') return readCaptureExport(words) ?? readShellCapture(words.slice(1)) ?? shell(words.slice(1))
  if (abbreviates(first, 'tcpdump', 4)) return readCliCapture(words.slice(1), verb)
  return verb === 'set' ? readCaptureExport(words) : undefined
}

function shell(words: readonly string[]): Step {
  const detail = words.length === 0 ? 'shell entered' : `shell ran "${words.join(' ').slice(0, MAX_TEXT)}"`
  return { signal: { signal: 'shell-entered', detail } }
}

/** Features that copy traffic and are not modelled. */
function readUnmodelled(words: readonly string[]): Step | undefined {
  const text = words.slice(0, 3).join(' ').toLowerCase()
  if (text.startsWith('monitor telemetry'))
    return { problem: 'postcard telemetry, which sends samples to a collector, is not modelled' }
  if (text.startsWith('policy-map type tapagg')) return { problem: 'steering of tap aggregation is not modelled' }
  return text.startsWith('openconfig.set') ? readRemoteSet(words) : undefined
}

/** A gNMI request is no command, but it may carry one. @source EOS accounting of gNMI: `OpenConfig.Set … request={…}` */
function readRemoteSet(words: readonly string[]): Step {
  const speaks = words.some((word) => /mirror|monitor/i.test(word))
  return speaks ? { problem: 'a gNMI request that speaks of mirroring is not read' } : NOTHING
}

/** `event-handler TAP`, `daemon TAP`, `alias tap …`, `schedule TAP … command …`; with `no`, they are gone. */
function readScriptHead({ verb, words }: EosCommand): Stepped | undefined {
  const script = namedScript(words)
  if (script === undefined) return undefined
  if (verb !== 'set') return { step: removeScript(script), mode: TOP }
  const rest = words.slice(2)
  if (script.kind === 'schedule') {
    const at = rest.indexOf('command')
    return { step: scripted(at === -1 ? [] : rest.slice(at + 1), script), mode: TOP }
  }
  return { step: scripted(rest, script), mode: rest.length === 0 ? { in: 'script', ...script } : TOP }
}

/** Lines of a script's block. Undefined for a command that ends the block. */
function readScriptLine(words: readonly string[], mode: ScriptMode): Stepped | undefined {
  const [first = ''] = words
  if (mode.body === true) return readScriptBody(words, mode)
  if (/^(?:exit|end)$/i.test(first)) return { step: NOTHING, mode: TOP }
  if (opensMode(words)) return undefined
  if (mode.kind === 'event-handler') return readAction(words, mode)
  const isLine = mode.kind === 'daemon' ? first === 'exec' : /^\d{1,6}$/.test(first)
  return { step: isLine ? scripted(words.slice(1), mode) : NOTHING, mode }
}

/** What stands between `action bash` and `EOF` is all of it script. */
function readScriptBody(words: readonly string[], mode: ScriptMode): Stepped {
  if (words[0] === 'EOF') return { step: NOTHING, mode: { ...mode, body: false } }
  return { step: scripted(words, mode), mode }
}

/** `action bash FastCli -c "…"`, or `action bash` alone before a script of several lines. */
function readAction([first, second, ...rest]: readonly string[], mode: ScriptMode): Stepped {
  if (first !== 'action') return { step: NOTHING, mode }
  return { step: scripted(rest, mode), mode: { ...mode, body: second === 'bash' && rest.length === 0 } }
}

function scripted(words: readonly string[], script: Script): Step {
  const reader = createReader({ snapshot: false })
  return readScript(words.join(' '), script, (command) => reader.read(command)) ?? NOTHING
}

/** Whatever is not about mirrors: it may open a mode, leave one, or belong to the one that is open. */
function readElsewhere({ verb, words }: EosCommand, mode: Mode): Stepped {
  const [first = '', ...rest] = words
  if (/^(?:exi|exit|en|end|qui|quit)$/i.test(first)) return { step: NOTHING, mode: TOP }
  if (verb === 'set' && abbreviates(first, 'interface', 2)) {
    const { names } = expandInterfaces(rest.join(' '))
    return { step: NOTHING, mode: names.length === 0 ? { in: 'other' } : { in: 'interface', names } }
  }
  if (verb === 'set' && opensMode(words)) return { step: NOTHING, mode: { in: 'other' } }
  if (mode.in === 'session') return { step: NOTHING, mode: TOP }
  return { step: mode.in === 'top' && isLostProperty(words) ? { unjoined: true } : NOTHING, mode }
}

/** `destination tunnel mode gre …` belongs to a session alone; `source` could be anybody's. */
function isLostProperty([first = '', second]: readonly string[]): boolean {
  return abbreviates(first, 'destination', 4) && abbreviates(second, 'tunnel', 3)
}
