/** The facts that prove what a set-up was. */
import type { SessionState } from '../../timeline/episode.ts'

/** The facts behind some states, each once, sorted: the snapshot, or every record of the change. */
export function factsOf(states: readonly SessionState[]): readonly string[] {
  const facts = states.flatMap(({ because }) => (because.by === 'change' ? because.change.facts : [because.fact]))
  return [...new Set(facts)].sort()
}
