/** The two ends of a session as a command of NX-OS names them. */
import type { Direction, MirrorDestination, MirrorSource } from '../../../facts/mirror-session.ts'
import { formatIntegerRanges, parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { expandPorts } from './ports.ts'

/** Sources of one command, or why they were not understood. */
export interface SourceEnd {
  readonly sources: readonly MirrorSource[]
  /** In a destination session: the own address where somebody's copy ends. */
  readonly terminatesAt?: string
  readonly canonical: string
  readonly problem?: string
}

/** Destinations of one command; an address has no encapsulation yet. */
export interface DestinationEnd {
  readonly destinations: readonly MirrorDestination[]
  readonly canonical: string
  readonly problem?: string
}

const SOURCE_KINDS = ['interface', 'vlan', 'vsan', 'forward-drops', 'exception', 'ip', 'ipv6'] as const
const DESTINATION_KINDS = ['interface', 'ip', 'ipv6'] as const
const DIRECTIONS: readonly Direction[] = ['rx', 'tx', 'both']

/**
 * Reads what follows `source`: `interface Ethernet1/1-2 rx`, `interface sup-eth0 rx`, `interface all`, `vlan 10,20-21 rx`,
 * `vsan 10`, `forward-drops rx`, `exception layer3`, and in a destination session `ip 192.0.2.1`. No direction is both.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items (srcintf, srcvlan, drop, exception); Nexus guides, "Configuring SPAN"
 */
export function readSource(words: readonly string[]): SourceEnd {
  const [first, ...rest] = words
  const kind = matchKeyword(first, SOURCE_KINDS)
  const { body, direction } = splitDirection(rest)
  const text = body.join(' ')
  switch (kind) {
    case 'interface':
      return readPortSource(text, direction)
    case 'vlan':
    case 'vsan':
      return readNumbers(kind, text, direction)
    case 'forward-drops':
    case 'exception':
      return named([kind, text].filter(Boolean).join(' '), direction)
    case 'ip':
    case 'ipv6':
      if (rest.length !== 1) return noSource(`source ${kind} without an address`)
      return { sources: [], terminatesAt: rest[0] ?? '', canonical: `source ${kind} ${rest[0]}` }
    default:
      return noSource(`source "${words.join(' ').slice(0, 40)}" is not a known kind`)
  }
}

/** What is no port of its own: the words say what is copied. */
function named(name: string, direction: Direction): SourceEnd {
  return { sources: [{ interface: name, direction }], canonical: `source ${name} ${direction}` }
}

function readPortSource(text: string, direction: Direction): SourceEnd {
  const ports = text.replace(/\sallow-pfc$/i, '')
  if (matchKeyword(ports, ['all']) !== undefined && ports.length === 3)
    return { sources: [{ interface: 'all', direction }], canonical: `source interface all ${direction}` }
  const { names, problem } = expandPorts(ports)
  if (problem !== undefined) return noSource(problem)
  const sources = names.map((name) => ({ interface: name, direction }))
  return { sources, canonical: `source interface ${names.join(',')} ${direction}` }
}

function readNumbers(kind: 'vlan' | 'vsan', text: string, direction: Direction): SourceEnd {
  const { values, problem } = parseIntegerRanges(text)
  if (problem === 'too-many') return noSource(`more than 4096 ${kind}s in one list`)
  if (problem !== undefined) return noSource(`no ${kind} list: "${text.slice(0, 40)}"`)
  // A VSAN is a Fibre Channel network: it has no number among VLANs.
  const sources = values.map((value) =>
    kind === 'vlan' ? { vlan: value, direction } : { interface: `vsan ${value}`, direction },
  )
  return { sources, canonical: `source ${kind} ${formatIntegerRanges(values)} ${direction}` }
}

function noSource(problem: string): SourceEnd {
  return { sources: [], canonical: 'source', problem }
}

/** The last word is a direction where it starts one: `e1/1 b` → both. */
function splitDirection(words: readonly string[]): { readonly body: readonly string[]; readonly direction: Direction } {
  const direction = matchKeyword(words.at(-1), DIRECTIONS)
  return direction === undefined ? { body: words, direction: 'both' } : { body: words.slice(0, -1), direction }
}

/**
 * Reads what follows `destination`: `interface Ethernet1/48`, `interface sup-eth0` (the CPU), `ip 203.0.113.50`. A direction
 * after a port says which way of a unidirectional session it receives, nothing about where the copy goes.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items/Monitor-list (destinationPorts, destinationIp, destinationIpv6)
 */
export function readDestination(words: readonly string[]): DestinationEnd {
  const [first, ...rest] = words
  const kind = matchKeyword(first, DESTINATION_KINDS)
  if (kind === undefined) return noDestination(`destination "${words.join(' ').slice(0, 40)}" is not a known kind`)
  if (kind !== 'interface') {
    const [address] = rest
    if (address === undefined || !/^[\da-f][\da-f.:]{1,44}$/i.test(address))
      return noDestination(`destination ${kind} without an address`)
    return { destinations: [{ ip: address.toLowerCase() }], canonical: `destination ${kind} ${address.toLowerCase()}` }
  }
  const { names, problem } = expandPorts(splitDirection(rest).body.join(' '))
  if (problem !== undefined) return noDestination(problem)
  return {
    destinations: names.map((name) => ({ interface: name })),
    canonical: `destination interface ${names.join(',')}`,
  }
}

function noDestination(problem: string): DestinationEnd {
  return { destinations: [], canonical: 'destination', problem }
}
