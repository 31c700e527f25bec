/**
 * Our own road from a datagram to streams and totals: decoders, watch rules, ports and roll-up, as `_run` ties them together. What
 * they become facts for is asked at the end of an hour, not for every record, and is not measured.
 */
import type { Fact } from '../../src/facts/fact.ts'
import { FlowRollUp } from '../../src/flows/_roll-up/roll-up.ts'
import { DatagramDesk, datagramFormats } from '../../src/flows/_run/datagram-desk.ts'
import { ExporterMemories } from '../../src/flows/_run/exporter-memories.ts'
import { Observers } from '../../src/flows/_run/observers.ts'
import { RunSink } from '../../src/flows/_run/run-sink.ts'
import { WATCH_RULES_VERSION } from '../../src/flows/_watch/watch.ts'
import { flowFormats } from '../../src/flows/registry.generated.ts'
import type { Contender, Found } from './contenders.ts'
import type { DatagramSet } from './datagrams.ts'
import { watchedAddresses } from './traffic.ts'

const watch = { version: WATCH_RULES_VERSION, senders: watchedAddresses() }

export const ours: Contender = {
  name: 'ours',
  reads: () => true,
  pass: decode,
}

function decode({ bytes, view, ends, exporters, addresses, receivedMs }: DatagramSet): () => Found {
  const rollUp = new FlowRollUp({ watch, realm: 'bench', trust: 'network-path', reference: '2026-11-14T00:00:00.000Z' })
  const observers = new Observers()
  const sink = new RunSink({ path: 'bench.pcap', rollUp, observers })
  const formats = datagramFormats(flowFormats)
  const memories = new ExporterMemories(formats.map(({ decoder }) => decoder))
  const desk = new DatagramDesk({ formats, memories, observers, sink })
  const datagram = { bytes, view, from: 0, to: 0, receivedMs: 0 }
  const origin = { exporter: '', address: '', offset: 0 }
  for (let n = 0; n < ends.length; n++) {
    datagram.from = datagram.to
    datagram.to = ends[n] ?? 0
    datagram.receivedMs = receivedMs[n] ?? 0
    origin.exporter = origin.address = addresses[exporters[n] ?? 0] ?? ''
    origin.offset = datagram.from
    const format = desk.formatOf(datagram)
    if (format !== undefined) desk.decode(format, datagram, origin)
  }
  return () => {
    const { decoded, kept } = sink
    return { records: decoded.record + decoded['flow-sample'], kept, octetsOut: octetsOutOf(rollUp.takeFacts()) }
  }
}

function octetsOutOf(facts: readonly Fact[]): number {
  return facts.reduce(
    (sum, fact) => sum + (fact.kind === 'traffic' && fact.of === 'interface' ? (fact.ports?.out ?? 0) : 0),
    0,
  )
}
