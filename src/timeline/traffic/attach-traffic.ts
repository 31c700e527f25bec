/** Gives what was seen on the wire to the sessions that explain it, hour by hour; the rest is what no session explains. */
import { carrierNamed } from '../../facts/carriers.data.ts'
import type { TrafficFact } from '../../facts/fact.ts'
import type { MirrorDestination, MirrorSession } from '../../facts/mirror-session.ts'
import { MINUTE_MS } from '../../kit/durations.ts'
import { type Instant, shiftInstant } from '../../kit/instant.ts'
import { interfaceKey } from '../../kit/interface-name.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import type { Episode, SessionState } from '../episode.ts'
import { byText } from '../setup-id.ts'

/** How far clocks of exporters and devices, and the time a cache takes to export, may lie apart. */
const WIRE_SLACK_MS = 15 * MINUTE_MS

/** Below this a port that sends may only be saying who it is (LLDP, spanning tree), and above this share it is spoken with. */
const MIN_COPY_OCTETS = 100_000
const MAX_ANSWER_SHARE = 0.1

/** What was seen of one subject: streams, and its ports under their names. */
export interface SeenTraffic {
  readonly streams: readonly TrafficFact[]
  readonly ports: readonly { readonly fact: TrafficFact; readonly port: string }[]
}

/** Lives with the facts that show them running, and the carriers that no life explains. */
export interface AttachedTraffic {
  readonly lives: readonly (readonly Episode[])[]
  readonly unexplained: readonly TrafficFact[]
  /** Ports that send like a mirror port while no life says so. */
  readonly unexplainedPorts: SeenTraffic['ports']
}

/** Attaches to every life what its session sent while it lived. Two sessions to one collector both have what cannot be told apart. */
export function attachTraffic(
  lives: readonly (readonly Episode[])[],
  { streams, ports }: SeenTraffic,
): AttachedTraffic {
  if (streams.length === 0 && ports.length === 0) return { lives, unexplained: [], unexplainedPorts: [] }
  const explained = new Set<string>()
  const attached = lives.map((episodes) =>
    episodes.map((episode) => {
      const sent = streams.filter((fact) => wasSentBy(episode, fact))
      const left = ports.filter((seen) => leftBy(episode, seen)).map(({ fact }) => fact)
      for (const { id } of [...sent, ...left]) explained.add(id)
      return withTraffic(episode, [...sent, ...left])
    }),
  )
  const unexplained = streams.filter(({ of, id }) => of === 'carrier' && !explained.has(id))
  const unexplainedPorts = ports.filter(({ fact }) => !explained.has(fact.id) && looksLikeCopy(fact))
  return { lives: attached, unexplained, unexplainedPorts }
}

function withTraffic(episode: Episode, seen: readonly TrafficFact[]): Episode {
  if (seen.length === 0) return episode
  const ids = seen.map(({ id }) => id)
  return {
    ...episode,
    runningFacts: [...new Set([...episode.runningFacts, ...ids])].sort(byText),
    facts: [...new Set([...episode.facts, ...ids])].sort(byText),
  }
}

function wasSentBy(episode: Episode, fact: TrafficFact): boolean {
  return episode.states.some((state, index) => holdsDuring(episode, index, fact) && sends(state.session, fact))
}

function leftBy(episode: Episode, { fact, port }: SeenTraffic['ports'][number]): boolean {
  if (!looksLikeCopy(fact)) return false
  const key = interfaceKey(port)
  return episode.states.some(
    (state, index) =>
      holdsDuring(episode, index, fact) &&
      state.session.role !== 'transit' &&
      state.session.destinations.some((end) => end.interface !== undefined && interfaceKey(end.interface) === key),
  )
}

/** A mirror port sends and is not answered. Flow records of a port that only receives copies do not exist. */
function looksLikeCopy({ of, ports }: TrafficFact): boolean {
  if (ports === undefined) return false
  if (of === 'interface') return ports.out > 0
  return ports.out >= MIN_COPY_OCTETS && ports.in <= ports.out * MAX_ANSWER_SHARE
}

/** Whether a state held at some moment of the hour. What a snapshot first shows may have been there since the one before it. */
function holdsDuring({ states, until }: Episode, index: number, { firstAt, lastAt }: TrafficFact): boolean {
  const end = states[index + 1]?.from ?? until
  const begin = beginningOf(states[index])
  return (
    (begin === undefined || lastAt >= shiftInstant(begin, -WIRE_SLACK_MS)) &&
    (end === undefined || firstAt <= shiftInstant(end, WIRE_SLACK_MS))
  )
}

function beginningOf(state: SessionState | undefined): Instant | undefined {
  if (state?.because.by === 'snapshot') return state.unlogged?.since
  return state?.from
}

/** What of a stream decides whether a session sends it. */
type Sent = Pick<TrafficFact, 'destination' | 'carrier' | 'sessionId' | 'port'>

/** Whether a session, as it is written, would put this on the wire. */
export function sends(session: MirrorSession, fact: Sent): boolean {
  if (session.role === 'destination' || session.role === 'transit') return false
  return session.destinations.some((end) => reaches(end, fact)) && hasId(session, fact.sessionId)
}

/** Ports by which a capture is sent away as a file. @source IANA service names: tftp, ftp, ssh, http, https, shell */
const FILE_PORTS: ReadonlyMap<string, number> = new Map([
  ['tftp', 69],
  ['ftp', 21],
  ['sftp', 22],
  ['scp', 22],
  ['http', 80],
  ['https', 443],
  ['rcp', 514],
])

/** What a device sends to its collector is not all a copy: a copy is in a carrier, or goes to the port of its way. */
function reaches({ ip, encapsulation }: MirrorDestination, { destination, carrier, port }: Sent): boolean {
  if (ip === undefined || (canonicalAddress(ip) ?? ip) !== destination) return false
  const word = encapsulation?.toLowerCase()
  if (carrier === '') return word !== undefined && port !== undefined && FILE_PORTS.get(word) === port
  return word === undefined || carrierNamed(carrier).encapsulations.includes(word)
}

/** Ids are compared where both are known. */
function hasId({ details }: MirrorSession, sessionId: number | undefined): boolean {
  const id =
    details?.erspanId ?? (details?.virtualNetworkId === undefined ? undefined : Number(details.virtualNetworkId))
  return id === undefined || sessionId === undefined || id === sessionId
}
