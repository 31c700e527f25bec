/** What fuzzing of flows starts from: the datagrams and packets of the cases, and recorded ones where they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CaptureReader } from '../../../src/flows/_captures/capture-reader.ts'
import { UdpDatagrams } from '../../../src/flows/_captures/udp-datagrams.ts'
import { packetsOf } from '../../../src/flows/_packets/_testing/hex-packets.ts'
import { type CapturedFrame, pcapngOf, pcapOf } from '../../../src/flows/_testing/captures.ts'
import { datagramFrame } from '../../../src/flows/_testing/packets.ts'
import { CORPUS, ROOT } from '../_shared/command.ts'

const FORMATS = ['netflow-v5', 'netflow-v9', 'ipfix', 'sflow-v5']
const COLLECTOR = { source: '192.0.2.7', destination: '198.51.100.20', destinationPort: 2055 }
const SEEN_MS = Date.parse('2026-11-14T03:12:00Z')

/** Every datagram at hand, grouped as one exporter sent them: the templates of a group fit its data. */
export function datagramSeeds(): readonly (readonly Uint8Array[])[] {
  const written = FORMATS.flatMap((format) => casesOf(format))
  return [...written, ...recordedExporters()].filter((group) => group.length > 0)
}

/** Packets of every carrier. */
export function packetSeeds(): readonly Uint8Array[] {
  return casesOf('_packets').flat()
}

/** Captures in both forms, of packets and of datagrams, and recorded ones. */
export function captureSeeds(): readonly Uint8Array[] {
  const frames = (group: readonly Uint8Array[]): readonly CapturedFrame[] =>
    group.map((bytes, at) => ({ bytes, atMs: SEEN_MS + at }))
  const exported = datagramSeeds()
    .map((group) => group.filter(({ length }) => length < 1_500))
    .map((group) => frames(group.map((bytes) => datagramFrame(bytes, COLLECTOR))))
  const composed = [...exported, ...casesOf('_packets').map(frames)].flatMap((one) => [pcapOf(one), pcapngOf(one)])
  return [...composed, ...recorded('.pcap').filter(({ length }) => length < 100_000)]
}

function casesOf(folder: string): readonly (readonly Uint8Array[])[] {
  const cases = join(ROOT, 'src', 'flows', folder, 'cases')
  return readdirSync(cases)
    .sort()
    .map((name) => packetsOf(readFileSync(join(cases, name, 'input.hex'), 'utf8')).map(({ bytes }) => bytes))
}

/** Files that lie side by side are of one exporter; so is a capture. */
function recordedExporters(): readonly (readonly Uint8Array[])[] {
  return [recorded('.dat'), recorded('.bin'), ...recorded('.pcap').map(payloadsOf)]
}

function recorded(extension: string): readonly Uint8Array[] {
  const folder = join(CORPUS, 'flows')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => new Uint8Array(readFileSync(join(folder, file))))
}

function payloadsOf(capture: Uint8Array): readonly Uint8Array[] {
  const payloads: Uint8Array[] = []
  const datagrams = new UdpDatagrams({
    payload: ({ bytes, from, to }) => payloads.push(bytes.slice(from, to)) > 0,
    packet: () => {},
  })
  const reader = new CaptureReader('pcap', { packet: (packet) => datagrams.take(packet), damaged: () => {} })
  reader.push(capture)
  reader.end()
  datagrams.end()
  return payloads
}
