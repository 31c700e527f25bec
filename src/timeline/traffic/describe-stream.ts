/** Streams in words. */
import { carrierNamed } from '../../facts/carriers.data.ts'
import { sayBytes } from '../../kit/say-bytes.ts'
import { sayInstant } from '../../kit/say-instant.ts'
import { shortInterfaceName } from '../describe-session.ts'
import type { Stream } from './stream.ts'

const PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [6, 'tcp'],
  [17, 'udp'],
])

/** `ERSPAN type II, session 5`, `GRE (protocol 47), type not visible`, `tcp/443`. */
export function sayCarrier({ carrier, basis, sessionId, protocol, port }: Stream): string {
  if (carrier === '') return saySocket(protocol, port)
  const { title } = carrierNamed(carrier)
  const id = sessionId === undefined ? '' : `, session ${sessionId}`
  if (basis === 'protocol' && carrier === 'gre') return `${title}, type not visible`
  return basis === 'port' ? `${saySocket(protocol, port)}, the usual port of ${title}` : `${title}${id}`
}

function saySocket(protocol: number, port: number | undefined): string {
  const name = PROTOCOLS.get(protocol) ?? `protocol ${protocol}`
  return port === undefined ? name : `${name}/${port}`
}

/** Ports that one observer is worth naming with. */
const MAX_PORTS = 2

/** `core-sw-1 (sflow-v5, by Te1/0/2), a sensor (packets)`: with the ports by which the observer sent it on. */
export function sayObservers(streams: readonly Stream[]): string {
  const names = streams.flatMap(({ observations }) =>
    observations.map(({ observer, channel, egress }) => {
      const ports = egress.slice(0, MAX_PORTS).map(({ port }) => `, by ${shortInterfaceName(port)}`)
      return `${observer} (${channel}${ports.join('')})`
    }),
  )
  return [...new Set(names)].sort().join(', ')
}

/** `between 2026-11-14 03:12Z and 2026-11-14 09:00Z`, over all of them; `at …` within one minute. */
export function saySpan(streams: readonly Stream[]): string {
  const first = streams.map(({ firstAt }) => firstAt).sort()[0] ?? ''
  const last =
    streams
      .map(({ lastAt }) => lastAt)
      .sort()
      .at(-1) ?? ''
  const [begin, end] = [sayInstant(first), sayInstant(last)]
  return begin === end ? `at ${begin}` : `between ${begin} and ${end}`
}

/** `at least 6.5 GB`: what several observers or formats saw of one way is seen once, so the greatest of each way counts. */
export function sayAtLeast(streams: readonly Stream[]): string {
  const ways = [...Map.groupBy(streams, ({ source, destination }) => `${source} ${destination}`).values()]
  const bytes = ways.map((way) => Math.max(...way.map(({ bytesAtLeast }) => bytesAtLeast)))
  return `at least ${sayBytes(bytes.reduce((sum, of) => sum + of, 0))}`
}

/** What streams travel in, each once; what was seen of headers speaks for what nobody saw of the same streams. */
export function sayCarriers(streams: readonly Stream[]): string {
  const sure = streams.filter(({ basis }) => basis === 'header')
  return [...new Set((sure.length > 0 ? sure : streams).map(sayCarrier))].sort().join(' and ')
}
