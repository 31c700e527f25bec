/** Addresses and networks whose traffic is watched, as tables that answer for a row without an object or a search. */
import { parseNetwork } from '../../kit/ip-network.ts'
import { addressWords, IPV4_WORD } from '../_row/address-words.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import { Ipv4Trie } from './ipv4-trie.ts'
import { Ipv6Prefixes } from './ipv6-prefixes.ts'

/** The set of watched addresses. */
export class SenderTable {
  readonly #ipv4 = new Ipv4Trie()
  readonly #ipv6 = new Ipv6Prefixes()

  /** `['192.0.2.9', '198.51.100.0/24', '2001:db8::/32']`; what is neither address nor network is left out. */
  constructor(senders: readonly string[]) {
    for (const text of senders) this.#add(text)
  }

  #add(text: string): void {
    const network = parseNetwork(text)
    const words = network === undefined ? undefined : addressWords(network.base)
    if (network === undefined || words === undefined) return
    if (network.base.includes(':')) this.#ipv6.add(words, network.prefixLength)
    else this.#ipv4.add(words[3], network.prefixLength)
  }

  /** Whether the source of a row is watched. */
  hasSource(row: FlowRow): boolean {
    if (row.sourceC === IPV4_WORD && row.sourceA === 0 && row.sourceB === 0) return this.#ipv4.has(row.sourceD)
    return this.#ipv6.hasSource(row)
  }
}
