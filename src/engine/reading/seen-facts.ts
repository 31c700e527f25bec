/** Turns what was heard into `seen` facts: one for a channel of a device and an hour, however many lines say it. */
import type { Dialect, Heard } from '../../dialects/contract.ts'
import type { SeenFact } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import type { Place, RefName, Trust } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'

/** Channel hours remembered; beyond them a repeated fact is delivered again, which the store merges. */
const MAX_REMEMBERED = 50_000

/** What was heard in one run. */
export class SeenFacts {
  readonly #trust: Trust
  readonly #remembered = new Set<string>()

  constructor(trust: Trust) {
    this.#trust = trust
  }

  /** The fact for what was heard, undefined when it was delivered before. */
  first(heard: Heard, dialect: Dialect, place: Place): SeenFact | undefined {
    const { ref, leg, commands } = heard
    const hour = `${heard.at.slice(0, 13)}:00:00.000Z`
    const said = [ref.realm, hour, leg, commands, ...ref.names.flatMap(({ by, value }) => [by, value])].join('\u0000')
    if (this.#remembered.has(said)) return undefined
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.add(said)
    const names = [...ref.names].sort(compareNames)
    const named = names.map(({ by, value }) => ({ by, value }))
    const native = canonicalJson({ realm: ref.realm, names: named, leg, hour, commands })
    return {
      kind: 'seen',
      id: factId('seen', { native }, 0),
      ref: { realm: ref.realm, names },
      time: { at: hour, basis: 'record' },
      leg,
      trust: this.#trust,
      dialect: dialect.id,
      dialectVersion: dialect.version,
      places: [place],
      excerpt: '',
      hour,
      commands,
    }
  }
}

function compareNames(a: RefName, b: RefName): number {
  const [left, right] = [`${a.by}\u0000${a.value}`, `${b.by}\u0000${b.value}`]
  return left < right ? -1 : left > right ? 1 : 0
}
