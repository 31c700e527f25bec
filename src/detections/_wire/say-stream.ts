/** Streams in words. */
import { carrierNamed } from '../../facts/carriers.data.ts'
import type { Stream } from '../../timeline/traffic/stream.ts'
import { sayTime } from '../_wording/times.ts'

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

/** `core-sw-1 (sflow-v5), a sensor (packets)`. */
export function sayObservers(streams: readonly Stream[]): string {
  const names = streams.flatMap(({ observations }) =>
    observations.map(({ observer, channel }) => `${observer} (${channel})`),
  )
  return [...new Set(names)].sort().join(', ')
}

/** `between 2026-11-14 03:12Z and 2026-11-14 09:00Z`, over all of them. */
export function saySpan(streams: readonly Stream[]): string {
  const first = streams.map(({ firstAt }) => firstAt).sort()[0]
  const last = streams
    .map(({ lastAt }) => lastAt)
    .sort()
    .at(-1)
  return `between ${sayTime(first)} and ${sayTime(last)}`
}

/** `12,345 bytes` → `at least 12.3 kB`: decimal units, cut and never rounded up. */
export function sayAtLeast(streams: readonly Stream[]): string {
  const bytes = streams.reduce((sum, { bytesAtLeast }) => sum + bytesAtLeast, 0)
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB']
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  return `at least ${Math.floor((bytes / 1000 ** power) * 10) / 10} ${units[power] ?? 'bytes'}`
}
