/** One exporter, whose datagrams are decoded as they come. */
import type { FlowFormat } from '../../contract.ts'
import { datagramOf, memory } from '../../sflow-v5/_testing/decode.ts'
import { RecordingSink } from '../../sflow-v5/_testing/recording-sink.ts'

/** Decodes by whichever of the formats recognises a message, one message behind the other. */
export class Exporter {
  readonly #formats: readonly FlowFormat[]
  readonly #memory = memory()

  constructor(formats: readonly FlowFormat[]) {
    this.#formats = formats
  }

  /** What a datagram, or a file of several messages, came to; `left` are bytes at its end that are no message. */
  send(
    bytes: Uint8Array,
    { maxMessages = Number.POSITIVE_INFINITY } = {},
  ): {
    readonly sink: RecordingSink
    readonly left: number
  } {
    const sink = new RecordingSink()
    let from = 0
    for (let messages = 0; from < bytes.length && messages < maxMessages; messages += 1) {
      const datagram = datagramOf(bytes, [from, bytes.length])
      const decoder = this.#formats.find(({ datagrams }) => datagrams?.recognise(datagram))?.datagrams
      if (decoder === undefined) break
      const end = decoder.decode(datagram, this.#memory, sink)
      if (end <= from || end > bytes.length) throw new Error(`a message from ${from} to ${end} of ${bytes.length}`)
      from = end
    }
    return { sink, left: bytes.length - from }
  }

  /** What still waited. */
  finish(): RecordingSink {
    const sink = new RecordingSink()
    for (const { datagrams } of this.#formats) datagrams?.finish?.(this.#memory, sink)
    return sink
  }
}
