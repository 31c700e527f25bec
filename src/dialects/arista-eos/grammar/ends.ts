/** The two ends of a session as a command names them: what is copied, and where the copy goes. */
import type { Direction, MirrorDestination, MirrorDetails, MirrorSource } from '../../../facts/mirror-session.ts'
import { formatIntegerRanges, parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { ACL_FAMILIES } from './acl-memory.ts'
import { expandInterfaces } from './interfaces.ts'

/** Sources of one command, or why they were not understood. */
export interface SourceEnd {
  readonly sources: readonly MirrorSource[]
  /** The access list that these sources are filtered by. `ip TAP` */
  readonly acl?: string | undefined
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

/** Details that stand and fall with a tunnel. */
export const OF_TUNNEL: readonly (keyof MirrorDetails)[] = ['originIp', 'vrf', 'headerType']

const DIRECTIONS: readonly Direction[] = ['rx', 'tx', 'both']
const TUNNEL_WORDS = ['mode', 'source', 'destination', 'dscp', 'ttl', 'protocol', 'vrf', 'key'] as const

/**
 * Reads what follows `source`: `Ethernet3, Ethernet5 rx`, `et20 both ip access-group A priority 10`, `vlan 10-20 rx`. No
 * direction is both.
 *
 * @source AVD eos_cli_config_gen, monitor sessions template; EOS 4.28 for VLANs as sources
 */
export function readSource(words: readonly string[]): SourceEnd {
  const at = words.findIndex((word, index) => isAclWord(word, words[index + 1]))
  const ends = at === -1 ? words : words.slice(0, at)
  const acl = at === -1 ? undefined : readAcl(words.slice(at))
  const direction = matchKeyword(ends.at(-1), DIRECTIONS)
  const body = (direction === undefined ? ends : ends.slice(0, -1)).filter((word) => word.toLowerCase() !== 'interface')
  const { sources, name, problem } = readCopied(body, direction ?? 'both')
  if (problem !== undefined) return { sources: [], canonical: 'source', problem }
  const tail = acl === undefined ? [] : [acl.replace(' ', ' access-group ')]
  return { sources, acl, canonical: ['source', name, direction ?? 'both', ...tail].join(' ') }
}

function readCopied(
  body: readonly string[],
  direction: Direction,
): Pick<SourceEnd, 'sources'> & { readonly name: string; readonly problem?: string | undefined } {
  if (body[0]?.toLowerCase() === 'vlan') {
    const { values, problem } = parseIntegerRanges(body.slice(1).join(' '))
    const sources = values.map((vlan) => ({ vlan, direction }))
    return { sources, name: `vlan ${formatIntegerRanges(values)}`, problem: problem && vlanProblem(problem, body) }
  }
  const { names, problem } = expandInterfaces(body.join(' '))
  return { sources: names.map((name) => ({ interface: name, direction })), name: names.join(','), problem }
}

function vlanProblem(problem: 'syntax' | 'too-many', body: readonly string[]): string {
  return problem === 'too-many' ? 'more than 4096 VLANs in one list' : `no VLAN list: "${body.join(' ').slice(0, 40)}"`
}

function isAclWord(word: string, next: string | undefined): boolean {
  return ACL_FAMILIES.some((family) => family === word.toLowerCase()) && isAccessGroup(next)
}

function isAccessGroup(word: string | undefined): boolean {
  return word !== undefined && word.length > 2 && matchKeyword(word, ['access-group']) !== undefined
}

/** `ip access-group A priority 10` → `ip A`: the priority orders lists and selects nothing. */
function readAcl([family = '', , name]: readonly string[]): string | undefined {
  return name === undefined ? undefined : `${family.toLowerCase()} ${name}`
}

/**
 * Reads what follows `destination`: `Ethernet48, Ethernet50`, `Cpu`, `tunnel mode gre source A destination B ttl 8 vrf V`.
 *
 * @source AVD eos_cli_config_gen, monitor sessions template; published EOS configurations for the tunnel
 */
export function readDestination(words: readonly string[]): DestinationEnd {
  const [first, ...rest] = words
  if (first !== undefined && first.length > 2 && matchKeyword(first, ['tunnel'])) return readTunnel(rest)
  const body = words.filter((word) => word.toLowerCase() !== 'interface')
  const { names, problem } = expandInterfaces(body.join(' '))
  if (problem !== undefined) return { destinations: [], details: {}, canonical: 'destination', problem }
  const destinations = names.map((name) => ({ interface: name }))
  return { destinations, details: {}, canonical: `destination ${names.join(',')}` }
}

function readTunnel(words: readonly string[]): DestinationEnd {
  const said = readPairs(words)
  const ip = canonicalAddress(said.get('destination') ?? '')
  if (ip === undefined) {
    const problem = `no address at the end of "tunnel ${words.join(' ').slice(0, 60)}"`
    return { destinations: [], details: {}, canonical: 'destination tunnel', problem }
  }
  const [encapsulation, originIp, vrf, protocol] = ['mode', 'source', 'vrf', 'protocol'].map((word) => said.get(word))
  const details: MirrorDetails = {
    ...(originIp === undefined ? {} : { originIp: canonicalAddress(originIp) ?? originIp }),
    ...(vrf === undefined ? {} : { vrf }),
    ...(protocol === undefined ? {} : { headerType: `protocol ${protocol}` }),
  }
  const end = { ip, encapsulation: (encapsulation ?? 'gre').toLowerCase() }
  const parts = TUNNEL_WORDS.flatMap((word) => (said.has(word) ? [word, said.get(word) ?? ''] : []))
  return { destinations: [end], details, canonical: ['destination tunnel', ...parts].join(' ') }
}

/** `mode gre source A destination B` → three pairs, in any order. */
function readPairs(words: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (let at = 0; at < words.length; at++) {
    const word = matchKeyword(words[at], TUNNEL_WORDS)
    const value = words[at + 1]
    if (word === undefined || value === undefined) continue
    pairs.set(word, value)
    at++
  }
  return pairs
}
