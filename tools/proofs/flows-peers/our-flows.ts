/** What our own decoders say of a recording, record by record, before any of it is rolled up. */
import { readFileSync } from 'node:fs'
import { CaptureReader } from '../../../src/flows/_captures/capture-reader.ts'
import { UdpDatagrams } from '../../../src/flows/_captures/udp-datagrams.ts'
import { addressText } from '../../../src/flows/_row/address-words.ts'
import { FlowRow } from '../../../src/flows/_row/flow-row.ts'
import { datagramFormats } from '../../../src/flows/_run/datagram-desk.ts'
import { ExporterMemories } from '../../../src/flows/_run/exporter-memories.ts'
import type { FlowSink } from '../../../src/flows/contract.ts'
import { flowFormats } from '../../../src/flows/registry.generated.ts'
import type { TableFlow } from './flow-table.ts'

/** Every flow record of a capture. Throws where a capture of our own cannot be read. */
export function ourFlows(capture: string): readonly TableFlow[] {
  const sink = new CollectingSink()
  const formats = datagramFormats(flowFormats)
  const memory = new ExporterMemories(formats.map(({ decoder }) => decoder)).of('exporter', sink)
  const datagrams = new UdpDatagrams({
    payload: ({ bytes, view, from, to, atMs }) => {
      const datagram = { bytes, view, from, to, receivedMs: atMs }
      const format = formats.find(({ decoder }) => decoder.recognise(datagram))
      format?.decoder.decode(datagram, memory, sink)
      return format !== undefined
    },
    packet: () => {},
  })
  const reader = new CaptureReader('pcap', {
    packet: (packet) => datagrams.take(packet),
    damaged: ({ message }) => {
      throw new Error(message)
    },
  })
  reader.push(readFileSync(capture))
  reader.end()
  return sink.flows
}

class CollectingSink implements FlowSink {
  readonly row = new FlowRow()
  readonly flows: TableFlow[] = []

  take(): void {
    const { row } = this
    this.flows.push({
      source: addressText([row.sourceA, row.sourceB, row.sourceC, row.sourceD]),
      destination: addressText([row.destinationA, row.destinationB, row.destinationC, row.destinationD]),
      protocol: row.protocol,
      sourcePort: row.sourcePort,
      destinationPort: row.destinationPort,
      bytes: row.bytes,
      packets: row.packets,
    })
  }

  count(): void {}
  interfaceName(): void {}
  portCounters(): void {}
  observer(): void {}
  note(): void {}
}
