/** Takes datagrams apart into samples; what samples hold is read elsewhere. */
import type { Datagram, DatagramDecoder, ExporterMemory, FlowSink } from '../contract.ts'
import { AgentName } from './agent-name.ts'
import { readCounterSample } from './counter-sample.ts'
import { readFlowSample } from './flow-sample.ts'
import { Reading } from './reading.ts'

const VERSION = 5

/** Each is 8 bytes at least, and a datagram no longer than UDP allows. */
const MAX_SAMPLES = 65_535 / 8

/** Reads sFlow version 5. Remembers nothing of an exporter but what its agent is called. */
export class SflowDecoder implements DatagramDecoder {
  readonly #reading = new Reading()

  /** @source sFlow version 5 section 5, struct sample_datagram_v5: version, address with its kind … number of samples */
  recognise(datagram: Datagram): boolean {
    const { view, from } = datagram
    const head = headLength(datagram)
    return head > 0 && view.getUint32(from) === VERSION && view.getUint32(from + head - 4) <= MAX_SAMPLES
  }

  /** Samples that do not fit are left out and counted once, together. */
  decode(datagram: Datagram, memory: ExporterMemory, sink: FlowSink): number {
    const { bytes, view, from, to, receivedMs } = datagram
    const head = headLength(datagram)
    if (head === 0) {
      sink.count('malformed')
      return to
    }
    const agent = memory.of('sflow-v5', newAgentName).of(view, from + 4)
    if (agent !== '') sink.observer('address', agent)

    const reading = this.#reading
    reading.bytes = bytes
    reading.view = view
    reading.atMs = receivedMs
    reading.samples.begin(view, from + head - 4, to)
    while (reading.samples.next()) readSample(reading, sink)
    if (!reading.samples.isCut) return reading.samples.nextAt
    sink.count('malformed')
    return to
  }
}

/** Length of a datagram's head: 28 with the address of an IPv4 agent, 40 with IPv6; 0 when it is neither, or cut. */
function headLength({ view, from, to }: Datagram): number {
  if (to - from < 28) return 0
  const kind = view.getUint32(from + 4)
  if (kind === 1) return 28
  return kind === 2 && to - from >= 40 ? 40 : 0
}

/**
 * Samples of other formats and enterprises are passed over.
 *
 * @source sFlow version 5 section 5, sample data of enterprise 0: 1 flow_sample, 2 counters_sample, 3 and 4 the same expanded;
 * sFlow discarded packet notification: 5
 */
function readSample(reading: Reading, sink: FlowSink): void {
  const { format } = reading.samples
  switch (format) {
    case 1:
    case 3:
      readFlowSample(reading, sink, format === 3)
      return
    case 2:
    case 4:
      readCounterSample(reading, sink, format === 4)
      return
    case 5:
      sink.count('drop-sample')
      return
    default:
      sink.count('unsupported')
  }
}

function newAgentName(): AgentName {
  return new AgentName()
}
