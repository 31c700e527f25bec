/** Router IP traffic export (RITE): a profile says where copies go, interfaces apply it. `ip traffic-export profile TAP`. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import { expandInterfaceList } from '../../../../kit/interface-name.ts'
import { abbreviates, matchKeyword } from '../../../../kit/keyword.ts'
import { skip, type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import type { Step } from '../../../_cisco-configuration/commands/step.ts'
import { exportDestination, exportSignal, shownUrl } from '../capture/export-destination.ts'
import type { ExportProfile, RunLine, RunMemory } from '../memory.ts'
import { type Mode, TOP } from '../mode.ts'
import { changeOf } from '../session-change.ts'
import type { Stepped } from '../step.ts'

const BODY = ['bidirectional', 'end', 'exit', 'incoming', 'interface', 'length', 'mac-address', 'outgoing'] as const
type BodyCommand = Exclude<(typeof BODY)[number], 'end' | 'exit'>

/** What one line of a profile says. */
interface Meaning {
  readonly edits: readonly MirrorEdit[]
  readonly canonical: string
  readonly problem?: string | undefined
}

/**
 * Reads `ip traffic-export profile TAP [mode capture]`, which opens the profile's block; with `no`, the profile is gone.
 * Undefined for other commands.
 *
 * @source Cisco IOS "IP Traffic Export" (12.3(4)T), mode capture from 12.4(11)T
 */
export function readExportProfile({ verb, words, run }: RunLine): Stepped | undefined {
  const [first, second, third, name, ...rest] = words
  if (!isTrafficExport(first, second) || matchKeyword(third, ['profile', 'apply']) !== 'profile') return undefined
  if (name === undefined) return { step: { problem: 'ip traffic-export profile without a name' }, mode: TOP }
  if (verb !== 'set') {
    run.profiles.delete(name)
    return { step: oneChange(name, [{ do: 'remove' }], write(verb, `ip traffic-export profile ${name}`)), mode: TOP }
  }
  const captures = matchKeyword(rest[0], ['mode']) !== undefined && matchKeyword(rest[1], ['capture']) !== undefined
  profileOf(run, name)
  const canonical = write('set', `ip traffic-export profile ${name}`, captures ? 'mode capture' : '')
  return { step: oneChange(name, define(name, captures), canonical), mode: { in: 'traffic-export', profile: name } }
}

/** A capture waits for an EXEC command; an export runs wherever its profile is applied. */
function define(name: string, captures: boolean): readonly MirrorEdit[] {
  if (!captures) return [{ do: 'define', name, enabled: true }]
  return [
    { do: 'define', name, kind: 'capture', enabled: 'unknown' },
    { do: 'add-destinations', destinations: [{ file: 'buffer' }] },
  ]
}

/** `ip traffic-export`, not `ip traffic-…` of another kind. */
function isTrafficExport(first: string | undefined, second: string | undefined): boolean {
  return first?.toLowerCase() === 'ip' && abbreviates(second, 'traffic-export', 3)
}

function profileOf({ profiles }: RunMemory, name: string): ExportProfile {
  const known = profiles.get(name) ?? { bidirectional: false, filters: new Map() }
  profiles.set(name, known)
  return known
}

function oneChange(profile: string, edits: readonly MirrorEdit[], canonical: string): Step {
  return { changes: [changeOf(['traffic-export', profile], edits, canonical)] }
}

/**
 * Reads one line inside a profile: `interface GigabitEthernet0/1`, `bidirectional`, `mac-address 0000.5e00.5301`,
 * `incoming access-list 101`, `outgoing sample one-in-every 10`. Undefined where the line is none of the block's.
 */
export function readProfileLine({ verb, words, run }: RunLine, profile: string): Stepped | undefined {
  const [first = '', ...rest] = words
  const command = first.length > 1 ? matchKeyword(first, BODY) : undefined
  if (command === undefined) return undefined
  if (command === 'exit' || command === 'end') return { step: {}, mode: TOP }
  const { edits, canonical, problem } = readBody({ command, verb, words: rest }, profileOf(run, profile))
  const step = oneChange(profile, edits, `ip traffic-export profile ${profile} ${canonical}`)
  return { step: problem === undefined ? step : { problem }, mode: { in: 'traffic-export', profile } }
}

interface BodyLine {
  readonly command: BodyCommand
  readonly verb: Verb
  readonly words: readonly string[]
}

function readBody(line: BodyLine, profile: ExportProfile): Meaning {
  const { command, verb, words } = line
  switch (command) {
    case 'bidirectional':
      profile.bidirectional = verb === 'set'
      return { edits: [{ do: 'set', direction: directionOf(profile) }], canonical: write(verb, command) }
    case 'interface':
      return readTarget(verb, words)
    case 'mac-address':
      return readDetail(line, { destinationMac: words[0] })
    case 'length':
      return readDetail(line, { truncateBytes: /^\d{1,6}$/.test(words[0] ?? '') ? Number(words[0]) : undefined })
    default:
      return readSelection({ ...line, command }, profile)
  }
}

function readTarget(verb: Verb, words: readonly string[]): Meaning {
  const { names, problem } = expandInterfaceList(words.join(' '))
  const canonical = write(verb, 'interface', names.join(','))
  if (problem !== undefined) return { edits: [], canonical, problem }
  const drop: MirrorEdit = { do: 'drop-destinations', destinations: [] }
  const destinations = names.map((name) => ({ interface: name }))
  // A profile has one way out: another takes its place.
  return { edits: verb === 'set' ? [drop, { do: 'add-destinations', destinations }] : [drop], canonical }
}

function readDetail(
  { command, verb, words }: BodyLine,
  details: { readonly destinationMac?: string | undefined; readonly truncateBytes?: number | undefined },
): Meaning {
  const canonical = write(verb, command, ...words)
  const [[member, value] = []] = Object.entries(details)
  if (member === undefined) return { edits: [], canonical }
  if (verb !== 'set') return { edits: [{ do: 'clear', members: [member] }], canonical }
  if (value === undefined) return { edits: [], canonical, problem: `${command} without a value` }
  return { edits: [{ do: 'set', details: { [member]: value } }], canonical }
}

/** Which packets are copied: one access list or sample for each direction. */
function readSelection({ command, verb, words }: BodyLine, { filters }: ExportProfile): Meaning {
  const [first, second, ...rest] = words
  const how = matchKeyword(first, ['access-list', 'sample'])
  const by = how === 'sample' && matchKeyword(second, ['one-in-every']) ? 'one-in-every' : second
  const text = [how, by, ...rest].filter((word) => word !== undefined).join(' ')
  if (verb !== 'set') filters.delete(command)
  else if (how === undefined || second === undefined)
    return { edits: [], canonical: command, problem: `${command} "${words.join(' ').slice(0, 40)}" is not understood` }
  else filters.set(command, text)
  const filter = [...filters].map(([way, what]) => `${way} ${what}`).join('; ')
  return {
    edits: [filter === '' ? { do: 'clear', members: ['filter'] } : { do: 'set', filter }],
    canonical: write(verb, command, text),
  }
}

/** Packets that come in are copied; those that go out, too, only with `bidirectional`. */
function directionOf({ bidirectional }: ExportProfile): 'both' | 'rx' {
  return bidirectional ? 'both' : 'rx'
}

/** `ip traffic-export apply TAP [size 10000000]` on an interface; undefined for other commands. */
export function readExportApply(
  { verb, words, run }: RunLine,
  mode: Extract<Mode, { in: 'interface' }>,
): Step | undefined {
  const [first, second, third, name] = words
  if (!isTrafficExport(first, second) || matchKeyword(third, ['profile', 'apply']) !== 'apply') return undefined
  const profile = name ?? mode.ports.map((port) => run.exportPorts.get(port)).find(Boolean)
  if (profile === undefined) return { problem: 'ip traffic-export apply without the name of a profile' }
  const canonical = `interface ${mode.ports.join(',')} ${write(verb, 'ip traffic-export apply', profile)}`
  for (const port of mode.ports) {
    if (verb === 'set') run.exportPorts.set(port, profile)
    else run.exportPorts.delete(port)
  }
  const direction = verb === 'set' ? directionOf(run.profiles.get(profile) ?? UNSEEN) : 'both'
  const sources = mode.ports.map((port) => ({ interface: port, direction }))
  return oneChange(profile, [{ do: verb === 'set' ? 'add-sources' : 'drop-sources', sources }], canonical)
}

const UNSEEN: ExportProfile = { bidirectional: false, filters: new Map() }

/**
 * Reads the EXEC command of a profile in mode capture: `traffic-export interface GigabitEthernet0/0 start`, `… copy
 * tftp://192.0.2.9/t.pcap`. Undefined for other commands. The profile is known only where the run applied it.
 */
export function readExportControl(line: RunLine): Step | undefined {
  const [first = '', second] = line.words
  if (first.length < 4 || !abbreviates(first, 'traffic-export', 9) || matchKeyword(second, ['interface']) === undefined)
    return undefined
  const { verb, words, run } = skip2(line)
  const at = words.findIndex((word) => word.length > 2 && matchKeyword(word, ACTIONS) !== undefined)
  const action = matchKeyword(words[at], ACTIONS)
  if (verb !== 'set' || action === undefined || action === 'clear') return {}
  const [port = ''] = expandInterfaceList(words.slice(0, at).join(' ')).names
  const profile = run.exportPorts.get(port)
  if (action === 'copy') return copied({ port, profile, url: words[at + 1] ?? '' })
  if (profile === undefined) return { unjoined: true }
  const edit: MirrorEdit = { do: 'set', enabled: action === 'start' }
  return oneChange(profile, [edit], `traffic-export interface ${port} ${action}`)
}

const ACTIONS = ['clear', 'copy', 'start', 'stop'] as const

function skip2(line: RunLine): RunLine {
  return { ...line, ...skip(line, 2) }
}

function copied({ port, profile, url }: { port: string; profile: string | undefined; url: string }): Step {
  const signal = exportSignal(`capture of ${port}`, url)
  if (profile === undefined) return signal
  const edit: MirrorEdit = { do: 'add-destinations', destinations: [exportDestination(url)] }
  return { ...oneChange(profile, [edit], `traffic-export interface ${port} copy ${shownUrl(url)}`), ...signal }
}
