/** The names that observers give their ports → identity facts. */
import type { IdentityFact } from '../../../facts/fact.ts'
import { factId } from '../../../facts/fact-id.ts'
import { canonicalJson } from '../../../kit/canonical-json.ts'
import type { ObserverState } from '../observers.ts'
import { observerNames, type RowOrigin } from '../origin.ts'
import type { FactFrame } from '../traffic-facts.ts'

/** Names kept of one input, and the characters of one. */
const MAX_NAMES = 65_536
const MAX_NAME_LENGTH = 128
/** An exporter sends what it likes. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}]/gu

/** The ports of one observer. */
interface Ports {
  readonly path: string
  readonly pairs: Map<string, { readonly index: number; readonly name: string }>
}

/** All names of one input. A number with two names keeps both. */
export class InterfaceNames {
  /** Names that found no room. */
  leftOut = 0
  #size = 0
  readonly #byObserver = new Map<ObserverState, Ports>()

  add(observer: ObserverState, { path }: RowOrigin, { index, name }: { index: number; name: string }): void {
    const named = name.replaceAll(UNPRINTABLE, ' ').trim()
    if (named === '' || named.length > MAX_NAME_LENGTH || observerNames(observer.observer).length === 0) return
    const ports = this.#byObserver.get(observer) ?? { path, pairs: new Map() }
    this.#byObserver.set(observer, ports)
    const key = `${index} ${named}`
    if (ports.pairs.has(key)) return
    if (this.#size >= MAX_NAMES) {
      this.leftOut++
      return
    }
    this.#size++
    ports.pairs.set(key, { index, name: named })
  }

  /** One fact for each observer; undated, because a name holds until another is given. */
  facts({ realm, trust }: FactFrame): readonly IdentityFact[] {
    return [...this.#byObserver].map(([{ observer }, { path, pairs }]) => {
      const interfaces = [...pairs.values()].sort((a, b) => a.index - b.index || (a.name < b.name ? -1 : 1))
      const names = observerNames(observer)
      const native = canonicalJson({ names: names.map(({ by, value }) => ({ by, value })), interfaces })
      return {
        kind: 'identity',
        id: factId('identity', { native }, 0),
        ref: { realm, names },
        time: { basis: 'none' },
        leg: 'flow',
        trust,
        dialect: observer.channel,
        dialectVersion: observer.channelVersion,
        places: [{ path }],
        excerpt: `${observer.title} of ${observer.value}: names of its interfaces`,
        names: [],
        interfaces,
      }
    })
  }
}
