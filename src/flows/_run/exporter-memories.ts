/** What decoders remember of each exporter, while a run lasts. */
import type { DatagramDecoder, ExporterMemory, FlowSink } from '../contract.ts'

/** Exporters that are remembered; beyond them the one that was first heard is forgotten. */
const MAX_EXPORTERS = 4096

/** The memories of one run. */
export class ExporterMemories {
  readonly #memories = new Map<string, Memory>()
  readonly #decoders: readonly DatagramDecoder[]
  readonly #shared = new Memory()

  constructor(decoders: readonly DatagramDecoder[]) {
    this.#decoders = decoders
  }

  /** The memory of an exporter by any name that is its own. Data of a forgotten one that waited for templates is counted in `sink`. */
  of(exporter: string, sink: FlowSink): ExporterMemory {
    const known = this.#memories.get(exporter)
    if (known !== undefined) return known
    if (this.#memories.size >= MAX_EXPORTERS) this.#forgetOldest(sink)
    const memory = new Memory(this.#shared)
    this.#memories.set(exporter, memory)
    return memory
  }

  /** Nothing more will come: what waited is counted in `sink`. */
  finish(sink: FlowSink): void {
    for (const memory of this.#memories.values()) this.#finishOne(memory, sink)
    this.#memories.clear()
  }

  #forgetOldest(sink: FlowSink): void {
    for (const [exporter, memory] of this.#memories) {
      this.#memories.delete(exporter)
      this.#finishOne(memory, sink)
      return
    }
  }

  #finishOne(memory: ExporterMemory, sink: FlowSink): void {
    for (const decoder of this.#decoders) decoder.finish?.(memory, sink)
  }
}

class Memory implements ExporterMemory {
  readonly run: ExporterMemory | undefined
  readonly #parts = new Map<string, object>()

  constructor(run?: ExporterMemory) {
    this.run = run
  }

  of<T extends object>(name: string, make: () => T): T {
    const known = this.#parts.get(name)
    if (isMadeBefore<T>(known)) return known
    const part = make()
    this.#parts.set(name, part)
    return part
  }
}

/** What stands under a name was made by whoever asks for that name. */
function isMadeBefore<T extends object>(part: object | undefined): part is T {
  return part !== undefined
}
