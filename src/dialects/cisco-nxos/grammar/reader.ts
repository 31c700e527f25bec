/** Reads commands one after another, whether typed or written in a configuration, keeping the mode and the VDC they are in. */
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { type FilterMemory, type ReadingRules, skip } from '../../_cisco-configuration/commands/command-line.ts'
import { NOTHING, type SessionChange, type Step } from '../../_cisco-configuration/commands/step.ts'
import { looksOnly, splitVerb, splitWords } from '../../_cisco-configuration/commands/words.ts'
import { opensMode } from '../../_commands/mirror-words.ts'
import { readRelatedCommand } from './acts/related-commands.ts'
import { openScript, readAlias, readScriptLine } from './acts/scripts.ts'
import { readWitnessCommand } from './acts/witness-commands.ts'
import { readCapture } from './captures.ts'
import { type Mode, TOP } from './mode.ts'
import { readBlockLine } from './session-block.ts'
import { readSessionLine } from './session-line.ts'
import { change, type NxosLine, type SessionMemory, type Stepped } from './step.ts'

/** A run of commands being read. `mode` may be set by a caller that knows more than the commands say (indentation, comments). */
export interface CommandReader {
  mode: Mode
  /** One command, or several parted by ` ; ` as the accounting log writes them with the block they were typed in. */
  read(command: string): Step
}

/** What is remembered of one VDC. */
interface Context {
  readonly scope: string
  readonly memory: FilterMemory
  readonly sessions: Map<string, SessionMemory>
}

/** A record with the block its command was typed in. */
const RECORD_START = /^\s{0,8}conf[a-z]{0,8} \S{1,16} ; /i
/** More commands in one record are cut. */
const MAX_PATH_LENGTH = 64

/** A reader at the start of a run: no block is open, the default VDC is. */
export function createReader(rules: ReadingRules): CommandReader {
  const contexts = new Map<string, Context>()
  const changedFilters = new Set<string>()
  let context = contextOf(contexts, '')
  const reader: CommandReader = {
    mode: TOP,
    read(command) {
      // A configuration has one command a line; those of a script are parted in the same way, but nobody types them now.
      const isRecord = !rules.snapshot && RECORD_START.test(command)
      if (isRecord) reader.mode = TOP
      const isWhole = rules.snapshot || reader.mode.in === 'script' || /^\s*cli alias/i.test(command)
      const path = isWhole ? [command] : splitPath(command)
      return onceTold(path.map(readOne).reduce(joinSteps))
    },
  }
  /** Every rule of an access list is recorded with its list: that it changes is told once. */
  function onceTold({ signal, ...step }: Step): Step {
    if (signal === undefined || (signal.signal === 'filter-changed' && changedFilters.has(signal.detail))) return step
    if (signal.signal === 'filter-changed') changedFilters.add(signal.detail)
    return { ...step, signal }
  }
  function readOne(command: string): Step {
    // What is typed in another VDC is logged by that VDC: only a configuration goes from one to the next.
    const vdc = rules.snapshot ? readSwitch(command) : undefined
    if (vdc !== undefined) {
      context = contextOf(contexts, vdc)
      reader.mode = TOP
      return NOTHING
    }
    const { step, mode } = readCommand(command, reader.mode, { ...context, rules })
    reader.mode = mode
    return step
  }
  return reader
}

function contextOf(contexts: Map<string, Context>, scope: string): Context {
  const known = contexts.get(scope) ?? { scope, memory: new Map(), sessions: new Map() }
  contexts.set(scope, known)
  return known
}

/** `configure terminal ; monitor session 1 ; no shut` → three commands. */
export function splitPath(command: string): readonly string[] {
  return command.split(/\s;\s/).slice(0, MAX_PATH_LENGTH)
}

/** `switchto vdc prod` → `prod`; `switchback` → the default VDC. @source Cisco Nexus 7000 commands `switchto vdc`, `switchback` */
function readSwitch(command: string): string | undefined {
  const [, name] = /^\s*switchto\s+vdc\s+(\S{1,64})\s*$/i.exec(command) ?? []
  return name ?? (/^\s*switchback\s*$/i.test(command) ? '' : undefined)
}

/** What all commands of one record do: the edits of one session together, under the name of the last. */
function joinSteps(before: Step, after: Step): Step {
  const signal = after.signal ?? before.signal
  const problem = after.problem ?? before.problem
  const changes = joinChanges([...(before.changes ?? []), ...(after.changes ?? [])])
  return {
    ...(changes.length === 0 ? {} : { changes }),
    ...(signal === undefined ? {} : { signal }),
    ...(problem === undefined ? {} : { problem }),
    ...(before.unjoined === true || after.unjoined === true ? { unjoined: true } : {}),
  }
}

function joinChanges(changes: readonly SessionChange[]): readonly SessionChange[] {
  const joined = new Map<string, SessionChange>()
  for (const one of changes) {
    const key = `${one.address.scope} ${one.address.namespace} ${one.address.id}`
    const before = joined.get(key)
    joined.set(key, before === undefined ? one : { ...one, edits: [...before.edits, ...one.edits] })
  }
  return [...joined.values()]
}

function readCommand(command: string, mode: Mode, kept: Context & { readonly rules: ReadingRules }): Stepped {
  const all = splitWords(command)
  const [first] = all
  if (first === undefined || isLook(all)) return { step: NOTHING, mode }
  const line: NxosLine = { ...splitVerb(all), ...kept }
  if (mode.in === 'script') return readScript(line.words, mode)
  const inBlock = mode.in === 'session' ? readBlockLine({ ...line, block: mode }) : undefined
  return inBlock ?? readInVlan(line, mode) ?? readTop(line, mode) ?? readElsewhere(line, mode)
}

/** Looking changes nothing anywhere, but what is cleared is no longer there. */
function isLook(words: readonly string[]): boolean {
  return looksOnly(words) && !/^clear$/i.test(words[0] ?? '')
}

/** A script ends with `end-job`, or where the next block starts. */
function readScript(words: readonly string[], mode: Extract<Mode, { in: 'script' }>): Stepped {
  const step = readScriptLine(words, mode.name)
  if (step !== undefined) return { step, mode }
  const isOver = /^(?:end-job|end|exit|interface|vlan|line)$/i.test(words[0] ?? '')
  return { step: NOTHING, mode: isOver ? TOP : (openScript(words) ?? mode) }
}

/** `remote-span` makes VLANs carry copies. @source Cisco Nexus 7000 layer 2 command `remote-span` */
function readInVlan({ verb, words, scope }: NxosLine, mode: Mode): Stepped | undefined {
  if (mode.in !== 'vlan' || words[0]?.toLowerCase() !== 'remote-span') return undefined
  const changes = mode.vlans.map((vlan): SessionChange => {
    const name = String(vlan)
    return {
      address: { scope, namespace: 'rspan-vlan', id: name },
      name,
      edits:
        verb === 'set'
          ? [{ do: 'define', name, kind: 'remote-vlan', role: 'transit', enabled: true }]
          : [{ do: 'remove' }],
      canonical: `${verb === 'set' ? '' : 'no '}vlan ${vlan} remote-span`,
    }
  })
  return { step: { changes }, mode }
}

function readTop(line: NxosLine, mode: Mode): Stepped | undefined {
  const { verb, words, rules, scope } = line
  const [first = ''] = words
  if (first.length > 2 && matchKeyword(first, ['monitor'])) return readMonitor(line)
  const isCapture = verb === 'set' && !rules.snapshot
  const step =
    (isCapture ? readCapture(words, scope) : undefined) ??
    readWitnessCommand(verb, words) ??
    (first === 'cli' ? readAlias(words) : undefined) ??
    readRelatedCommand(verb, words)
  if (step === undefined) return undefined
  return { step, mode: opensMode(words) ? { in: 'other' } : mode.in === 'session' ? TOP : mode }
}

/** @source Cisco NX-OS commands `monitor session`, `monitor erspan origin ip-address A global` */
function readMonitor(line: NxosLine): Stepped {
  const { words } = line
  const kind = matchKeyword(words[1], ['session', 'erspan'])
  if (kind === 'session') return readSessionLine({ ...line, ...skip(line, 2) })
  if (kind === 'erspan' && matchKeyword(words[2], ['origin'])) return { step: readOrigin(line), mode: TOP }
  return { step: NOTHING, mode: TOP }
}

/** The origin holds for every ERSPAN source of the VDC: for those that the run has met, as far as commands tell. */
function readOrigin(line: NxosLine): Step {
  const [, , , family, address] = line.words
  if (matchKeyword(family, ['ip-address', 'ipv6-address']) === undefined) return NOTHING
  const ids = [...line.sessions].flatMap(([id, { type }]) => (type === 'erspan-source' ? [id] : []))
  const steps = ids.map((id) =>
    change(line, id, {
      edits: [
        line.verb === 'set' && address !== undefined
          ? { do: 'set', details: { originIp: address } }
          : { do: 'clear', members: ['originIp'] },
      ],
      canonical: `monitor erspan origin ip-address ${address ?? ''}`,
    }),
  )
  return steps.reduce(joinSteps, NOTHING)
}

/** Whatever is not about mirrors: it may open a mode, leave one, or belong to the one that is open. */
function readElsewhere({ verb, words }: NxosLine, mode: Mode): Stepped {
  const [first = ''] = words
  if (/^(?:exi|exit|en|end)$/i.test(first)) return { step: NOTHING, mode: TOP }
  if (verb === 'set') {
    const opened = openScript(words) ?? openedMode(words)
    if (opened !== undefined) return { step: NOTHING, mode: opened }
  }
  if (mode.in === 'other' || mode.in === 'vlan') return { step: NOTHING, mode }
  return { step: isBlockCommand(words) ? { unjoined: true } : NOTHING, mode: TOP }
}

function openedMode(words: readonly string[]): Mode | undefined {
  const [first = '', ...rest] = words
  if (first.length > 1 && matchKeyword(first, ['vlan'])) {
    const { values } = parseIntegerRanges(rest.join(' '))
    return values.length === 0 ? { in: 'other' } : { in: 'vlan', vlans: values }
  }
  if (first.length > 3 && matchKeyword(first, ['configure'])) return TOP
  return opensMode(words) ? { in: 'other' } : undefined
}

/** Commands that exist in a session's block alone; `shut` or `description` could be anybody's. */
function isBlockCommand(words: readonly string[]): boolean {
  const [first = '', second] = words
  if (first.length < 2) return false
  const command = matchKeyword(first, ['source', 'destination', 'erspan-id', 'header-type', 'filter'])
  if (command === 'source') return matchKeyword(second, ['interface', 'vlan', 'forward-drops']) !== undefined
  if (command === 'destination') return matchKeyword(second, ['interface', 'ip']) !== undefined
  if (command === 'filter') return matchKeyword(second, ['vlan', 'access-group']) !== undefined
  return command !== undefined
}
