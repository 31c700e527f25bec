/** The two ends of a session as a command names them: what is copied, and where the copy goes. */
import type { Direction, MirrorDestination, MirrorDetails, MirrorSource } from '../../../../facts/mirror-session.ts'
import { formatIntegerRanges, parseIntegerRanges } from '../../../../kit/integer-ranges.ts'
import { expandInterfaceList, type InterfaceList } from '../../../../kit/interface-name.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'

/** Sources of one command, or why they were not understood. */
export interface SourceEnd {
  readonly sources: readonly MirrorSource[]
  /** The sources are a remote VLAN: this session is the far end of someone else's mirror. */
  readonly remote?: true
  readonly canonical: string
  readonly problem?: string
}

/** Destinations of one command with what it says beside them. */
export interface DestinationEnd {
  readonly destinations: readonly MirrorDestination[]
  readonly details: MirrorDetails
  readonly canonical: string
  readonly problem?: string
}

const SOURCE_KINDS = ['interface', 'vlan', 'remote', 'cpu'] as const
const DESTINATION_KINDS = ['interface', 'vlan', 'remote', 'cpu', 'analysis-module'] as const
const DIRECTIONS: readonly Direction[] = ['rx', 'tx', 'both']
const DESTINATION_OPTIONS = ['encapsulation', 'ingress', 'learning', 'reflector-port'] as const
const ENCAPSULATIONS = ['replicate', 'dot1q', 'isl'] as const
const INGRESS_WORDS = ['dot1q', 'isl', 'untagged', 'vlan'] as const

/**
 * Reads what follows `source`: `interface Gi1/0/1 - 3 rx`, `vlan 10 , 20 - 22`, `remote vlan 901`, `cpu rp`. No direction is both.
 *
 * @source Cisco-IOS-XE-native model, monitor/session/source; `cpu` from Cisco IOS configurations
 */
export function readSource(words: readonly string[]): SourceEnd {
  const [first, ...rest] = words
  const kind = matchKeyword(first, SOURCE_KINDS)
  if (kind === 'remote') return readRemoteSource(rest)
  const { body, direction } = splitDirection(rest)
  if (kind === 'interface') return readInterfaceSource(body, direction)
  if (kind === 'vlan') return readVlanSource(body, direction)
  if (kind !== 'cpu') return noSource(`source "${words.join(' ').slice(0, 40)}" is not a known kind`)
  const name = ['cpu', ...body].join(' ')
  return { sources: [{ interface: name, direction }], canonical: `source ${name} ${direction}` }
}

function readInterfaceSource(body: readonly string[], direction: Direction): SourceEnd {
  const { names, problem } = readPorts(body.join(' '))
  if (problem !== undefined) return noSource(problem)
  const sources = names.map((name) => ({ interface: name, direction }))
  return { sources, canonical: `source interface ${names.join(',')} ${direction}` }
}

/** In a script a variable may stand where the ports would. */
function readPorts(text: string): InterfaceList {
  return /^\$\{?\w{1,64}\}?$/.test(text) ? { names: [text] } : expandInterfaceList(text)
}

function readVlanSource(body: readonly string[], direction: Direction): SourceEnd {
  const { values, problem } = parseIntegerRanges(body.join(' '))
  if (problem !== undefined) return noSource(vlanProblem(problem, body))
  const sources = values.map((vlan) => ({ vlan, direction }))
  return { sources, canonical: `source vlan ${formatIntegerRanges(values)} ${direction}` }
}

function readRemoteSource(words: readonly string[]): SourceEnd {
  const vlan = readRemoteVlan(words)
  if (vlan === undefined) return noSource('source remote without a VLAN')
  return { sources: [{ vlan, direction: 'both' }], remote: true, canonical: `source remote vlan ${vlan}` }
}

function noSource(problem: string): SourceEnd {
  return { sources: [], canonical: 'source', problem }
}

/** `vlan 901` after `remote`. */
function readRemoteVlan([keyword, vlan]: readonly string[]): number | undefined {
  return matchKeyword(keyword, ['vlan']) === undefined || !/^\d{1,4}$/.test(vlan ?? '') ? undefined : Number(vlan)
}

/** The last word is a direction where it starts one: `g1/0/1 b` → both. */
function splitDirection(words: readonly string[]): { readonly body: readonly string[]; readonly direction: Direction } {
  const direction = matchKeyword(words.at(-1), DIRECTIONS)
  return direction === undefined ? { body: words, direction: 'both' } : { body: words.slice(0, -1), direction }
}

function vlanProblem(problem: 'syntax' | 'too-many', words: readonly string[]): string {
  return problem === 'too-many' ? 'more than 4096 VLANs in one list' : `no VLAN list: "${words.join(' ').slice(0, 40)}"`
}

/**
 * Reads what follows `destination`: `interface Gi1/0/24 encapsulation replicate ingress untagged vlan 30`, `remote vlan 901
 * reflector-port Fa0/24`, `vlan 30`. Ports that are no interface (`cpu`, `analysis-module 3 data-port 1`) keep their words.
 *
 * @source Cisco-IOS-XE-native model, monitor/session/destination; `reflector-port` from Catalyst 2950/3550 configurations
 */
export function readDestination(words: readonly string[]): DestinationEnd {
  const [first, ...rest] = words
  // The last keyword is no rival of `int`.
  const kind = matchKeyword(first, DESTINATION_KINDS) ?? matchKeyword(first, ['intrusion-detection-module'])
  if (kind === undefined) return noDestination(`destination "${words.join(' ').slice(0, 40)}" is not a known kind`)
  const { body, options } = splitOptions(rest)
  const place = readPlace(kind, body)
  if (place.problem !== undefined) return noDestination(place.problem)
  const { encapsulation, details, canonical } = readOptions(options)
  const destinations = place.ends.map((end) => (encapsulation === undefined ? end : { ...end, encapsulation }))
  return { destinations, details, canonical: ['destination', place.canonical, ...canonical].join(' ') }
}

interface DestinationPlace {
  readonly ends: readonly MirrorDestination[]
  readonly canonical: string
  readonly problem?: string | undefined
}

function readPlace(kind: string, body: readonly string[]): DestinationPlace {
  const text = body.join(' ')
  if (kind === 'interface') {
    const { names, problem } = readPorts(text)
    return { ends: names.map((name) => ({ interface: name })), canonical: `interface ${names.join(',')}`, problem }
  }
  if (kind === 'vlan') {
    const { values, problem } = parseIntegerRanges(text)
    const ends = values.map((vlan) => ({ vlan }))
    return { ends, canonical: `vlan ${formatIntegerRanges(values)}`, problem: problem && vlanProblem(problem, body) }
  }
  if (kind === 'remote') {
    const vlan = readRemoteVlan(body)
    if (vlan === undefined) return { ends: [], canonical: '', problem: 'destination remote without a VLAN' }
    return { ends: [{ vlan }], canonical: `remote vlan ${vlan}` }
  }
  const name = [kind, ...body].join(' ')
  return { ends: [{ interface: name }], canonical: name }
}

function noDestination(problem: string): DestinationEnd {
  return { destinations: [], details: {}, canonical: 'destination', problem }
}

function splitOptions(words: readonly string[]): {
  readonly body: readonly string[]
  readonly options: readonly string[]
} {
  const at = words.findIndex((word) => optionOf(word) !== undefined)
  return at === -1 ? { body: words, options: [] } : { body: words.slice(0, at), options: words.slice(at) }
}

/** One letter could be the direction or the port: it is no option. */
function optionOf(word: string): (typeof DESTINATION_OPTIONS)[number] | undefined {
  return word.length > 1 ? matchKeyword(word, DESTINATION_OPTIONS) : undefined
}

interface Options {
  readonly encapsulation: string | undefined
  readonly details: MirrorDetails
  readonly canonical: readonly string[]
}

/** `ingress …` means that the sniffer's port may also inject frames; `learning` makes the switch learn its addresses. */
function readOptions(words: readonly string[]): Options {
  const said = new Map<string, string>()
  for (const [option, values] of groupOptions(words)) said.set(option, readOption(option, values))
  const ingress = [said.get('ingress'), said.has('learning') ? 'learning' : undefined].filter(
    (text) => text !== undefined,
  )
  const reflectorPort = said.get('reflector-port')
  return {
    encapsulation: said.get('encapsulation'),
    details: {
      ...(ingress.length === 0 ? {} : { ingress: ingress.join(' ') }),
      ...(reflectorPort === undefined ? {} : { reflectorPort }),
    },
    canonical: [...said].flatMap(([option, value]) => (value === '' ? [option] : [option, value])),
  }
}

/** `ingress untagged vlan 30 learning` → ingress with three words, learning with none. */
function groupOptions(words: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const groups: [string, string[]][] = []
  for (const word of words) {
    const option = optionOf(word)
    if (option === undefined) groups.at(-1)?.[1].push(word)
    else groups.push([option, []])
  }
  return groups
}

function readOption(option: string, values: readonly string[]): string {
  if (option === 'encapsulation') return matchKeyword(values[0], ENCAPSULATIONS) ?? values.join(' ')
  if (option === 'reflector-port') return expandInterfaceList(values.join(' ')).names[0] ?? values.join(' ')
  if (option !== 'ingress') return values.join(' ')
  return values.map((value) => matchKeyword(value, INGRESS_WORDS) ?? value).join(' ') || 'any'
}
