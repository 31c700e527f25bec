/** Turns what was heard into `seen` facts: one for a channel of a device and an hour, however many lines say it. */
import type { Dialect, Heard } from '../../dialects/contract.ts'
import type { SeenFact } from '../../facts/fact.ts'
import type { Place, Trust } from '../../facts/schema-parts.ts'
import { seenFact } from '../../facts/seen.ts'

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
  first(heard: Heard, { id, version }: Dialect, place: Place): SeenFact | undefined {
    const { ref, leg, commands } = heard
    const hour = `${heard.at.slice(0, 13)}:00:00.000Z`
    const said = [ref.realm, hour, leg, commands, ...ref.names.flatMap(({ by, value }) => [by, value])].join('\u0000')
    if (this.#remembered.has(said)) return undefined
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.add(said)
    return seenFact({ ref, hour, leg, commands, trust: this.#trust, dialect: id, dialectVersion: version, place })
  }
}
