/** The address by which an agent calls itself. */
import { type AddressWords, addressText, IPV4_WORD } from '../_row/address-words.ts'

/** Texts of agents that have no address. */
const UNSPECIFIED: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Remembers the last agent, so that most datagrams cost a comparison and no text. */
export class AgentName {
  #words: AddressWords = [-1, -1, -1, -1]
  #text = ''

  /**
   * The agent whose kind of address (1 IPv4, 2 IPv6) stands at an offset: canonical text; empty for one without (0.0.0.0).
   *
   * @source sFlow version 5 section 5, struct address
   */
  of(view: DataView, at: number): string {
    const words = wordsAt(view, at)
    if (words.some((word, index) => word !== this.#words[index])) {
      const text = addressText(words)
      this.#words = words
      this.#text = UNSPECIFIED.has(text) ? '' : text
    }
    return this.#text
  }
}

function wordsAt(view: DataView, at: number): AddressWords {
  if (view.getUint32(at) === 1) return [0, 0, IPV4_WORD, view.getUint32(at + 4)]
  return [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12), view.getUint32(at + 16)]
}
