/** Ties captures, decoders, watch rules and roll-up together: bytes or records of inputs in, traffic facts out. */
import type { Fact } from '../../facts/fact.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { FlowRollUp } from '../_roll-up/roll-up.ts'
import type { FlowKind, FlowOutcome, FlowReading, FlowRun, FlowRunOptions, RecordOutcome } from '../contract.ts'
import { CaptureReading } from './capture-reading.ts'
import { capturedPackets } from './captured-packets.ts'
import { DatagramDesk, type DatagramFormat, datagramFormats } from './datagram-desk.ts'
import { DatagramFileReading } from './datagram-file-reading.ts'
import { ExporterMemories } from './exporter-memories.ts'
import { Observers } from './observers.ts'
import { recogniseKind } from './recognise-kind.ts'
import { RecordReading } from './record-reading.ts'
import { RunSink } from './run-sink.ts'

/** Makes a run; templates and data that wait for them live in it, from input to input. */
export function createFlowRun(options: FlowRunOptions): FlowRun {
  return new Run(options)
}

class Run implements FlowRun {
  readonly circumstances: string
  readonly #options: FlowRunOptions
  readonly #observers = new Observers()
  readonly #datagrams: readonly DatagramFormat[]
  readonly #memories: ExporterMemories

  constructor(options: FlowRunOptions) {
    const versions = [capturedPackets, ...options.formats].map(({ id, version }) => `${id} ${version}`)
    this.circumstances = canonicalJson({
      versions,
      version: options.watch.version,
      senders: [...options.watch.senders],
    })
    this.#options = options
    this.#datagrams = datagramFormats(options.formats)
    this.#memories = new ExporterMemories(this.#datagrams.map(({ decoder }) => decoder))
  }

  recognise(head: Uint8Array): FlowKind | undefined {
    return recogniseKind(head, this.#options.formats)
  }

  open(kind: FlowKind, path: string): FlowReading {
    const rollUp = new FlowRollUp(this.#options)
    const sink = new RunSink({ path, rollUp, observers: this.#observers })
    return new Reading({ rollUp, sink, ...this.#reader(kind, path, sink) })
  }

  finish(): FlowOutcome {
    const rollUp = new FlowRollUp(this.#options)
    const sink = new RunSink({ path: '', rollUp, observers: this.#observers })
    this.#memories.finish(sink)
    return new Reading({ rollUp, sink }).end()
  }

  #reader(kind: FlowKind, path: string, sink: RunSink): Pick<ReadingParts, 'bytes' | 'records'> {
    const format = this.#options.formats.find(({ id, file }) => id === kind.id && file !== undefined)
    if (format?.file !== undefined) return { records: new RecordReading({ format, session: format.file.open(), sink }) }
    const [formats, memories, observers] = [this.#datagrams, this.#memories, this.#observers]
    const desk = new DatagramDesk({ formats, memories, observers, sink })
    if (kind.id === 'datagrams') return { bytes: new DatagramFileReading(path, { sink, desk }) }
    return { bytes: new CaptureReading(kind.id === 'pcapng' ? 'pcapng' : 'pcap', { sink, desk }) }
  }
}

/** What one input is read by. */
interface ReadingParts {
  readonly rollUp: FlowRollUp
  readonly sink: RunSink
  readonly bytes?: { push(bytes: Uint8Array): void; end(): void } | undefined
  readonly records?: RecordReading | undefined
}

class Reading implements FlowReading {
  readonly #parts: ReadingParts

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  push(bytes: Uint8Array): void {
    this.#parts.bytes?.push(bytes)
  }

  record(record: Parameters<FlowReading['record']>[0], at: Parameters<FlowReading['record']>[1]): RecordOutcome {
    return this.#parts.records?.read(record, at) ?? 'unrecognised'
  }

  takeFacts(): readonly Fact[] {
    const { rollUp } = this.#parts
    return rollUp.size > 0 ? rollUp.takeClosed() : []
  }

  end(): FlowOutcome {
    const { bytes, records, rollUp, sink } = this.#parts
    bytes?.end()
    const facts = rollUp.takeFacts()
    this.#noteLeftOut()
    return {
      facts,
      notes: sink.notes(),
      decoded: sink.decoded,
      observers: sink.observers,
      kept: sink.kept,
      dropped: sink.dropped,
      irrelevant: records?.irrelevant ?? 0,
      unrecognised: records?.unrecognised ?? 0,
    }
  }

  #noteLeftOut(): void {
    const { portRows, interfaceNames } = this.#parts.rollUp.leftOut
    const { sink } = this.#parts
    if (portRows > 0)
      sink.note('flows/ports-left-out', `${portRows} records were not counted for the ports they passed`)
    if (interfaceNames > 0) sink.note('flows/names-left-out', `${interfaceNames} names of ports were not kept`)
  }
}
