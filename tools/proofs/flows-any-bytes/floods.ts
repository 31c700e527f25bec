/** Senders who want memory: templates, domains, samplers and data without end, from one exporter and from many. */
import { concat, u16, u32 } from '../../../src/flows/_testing/bytes.ts'
import { pcapOf } from '../../../src/flows/_testing/captures.ts'
import { ipfix, set, template } from '../../../src/flows/_testing/datagrams.ts'
import { datagramFrame } from '../../../src/flows/_testing/packets.ts'
import { runOver, TriedExporter } from './trials.ts'

const SENT_MS = Date.parse('2026-11-14T03:12:00Z')

/** What a flood left behind. */
export interface Flood {
  readonly name: string
  readonly mebibytesSent: number
  /** Resident memory while all of it was remembered. */
  readonly rssMib: number
  readonly slowestMs: number
  readonly problem?: string
}

const WIDE = Array.from({ length: 120 }, (): [number, number] => [1, 65_535])

/** Datagrams of one exporter, by the number of the datagram. Ids differ, so that nothing is sent twice. */
const FLOODS: Readonly<Record<string, (turn: number) => Uint8Array>> = {
  templates: (turn) => message(0, ...many(100, (one) => set(2, template(idOf(turn * 100 + one), [...WIDE, [2, one]])))),
  domains: (turn) => message(turn, ...many(20, (one) => set(2, template(idOf(one), WIDE)))),
  samplers: (turn) =>
    message(
      turn % 300,
      set(3, concat(u16(300, 2, 1), u16(302, 4), u16(34, 4))),
      set(300, ...many(2_000, (one) => u32(turn * 2_000 + one, 10))),
    ),
  data: (turn) => message(turn, ...many(500, (one) => set(idOf(one), u32(1, 2, 3)))),
}

/** Each flood from several exporters, all remembered at once. */
export function flood(exporters: number, datagrams: number): readonly Flood[] {
  return Object.entries(FLOODS).map(([name, compose]) => {
    const sent = many(datagrams, compose)
    const tried = many(exporters, () => new TriedExporter({ isJudged: false }))
    for (const exporter of tried) for (const bytes of sent) exporter.send(bytes)
    const rssMib = Math.round(process.memoryUsage.rss() / 1_048_576)
    const problem = tried.map(({ problem: wrong, sink }) => wrong ?? sink.problem).find((wrong) => wrong !== undefined)
    const bytes = exporters * sent.reduce((sum, { length }) => sum + length, 0)
    const slowestMs = Math.round(Math.max(...tried.map((exporter) => exporter.slowestMs)))
    const told = problem === undefined ? {} : { problem }
    return { name, mebibytesSent: Math.round(bytes / 1_048_576), rssMib, slowestMs, ...told }
  })
}

/** As many exporters as there are, each with data that waits: all of it is counted, also that of exporters who were forgotten. */
export function floodOfExporters(count: number): Flood {
  const started = performance.now()
  const data = message(0, set(256, u32(1, 2, 3)))
  const frames = many(count, (one) => ({
    bytes: datagramFrame(data, { source: `10.${one >>> 16}.${(one >>> 8) & 255}.${one & 255}`, ...COLLECTOR }),
    atMs: SENT_MS,
  }))
  const capture = pcapOf(frames)
  const { outcome, last } = runOver(capture, () => 65_536)
  const rssMib = Math.round(process.memoryUsage.rss() / 1_048_576)
  const counted = (outcome?.decoded['set-without-template'] ?? 0) + last.decoded['set-without-template']
  const told = counted === count ? {} : { problem: `${counted} of ${count} sets were counted` }
  const slowestMs = Math.round(performance.now() - started)
  return { name: 'exporters', mebibytesSent: Math.round(capture.length / 1_048_576), rssMib, slowestMs, ...told }
}

const COLLECTOR = { destination: '198.51.100.20', destinationPort: 4739 }

function message(domain: number, ...sets: readonly Uint8Array[]): Uint8Array {
  return ipfix(sets, { exportedMs: SENT_MS, domain })
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function idOf(number: number): number {
  return 256 + (number % 65_000)
}
