/** Who acted: every account and address that any record names, and where records of one act disagree. */
import type { Actor } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Change } from '../../timeline/episode.ts'
import { byText } from '../../timeline/setup-id.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'

/** The acts behind a set-up as it stands: its last episode's, or the refused ones where nothing came of them. */
export function actsOf({ setup, episode }: AssessedSetup): readonly Change[] {
  return setup.key.setupClass === 'attempt' ? setup.attempts : episode.changes
}

/** Accounts and addresses in the order they first appear, each once; `acts` holds every distinct actor as recorded. */
export function collectActors(changes: readonly Change[]): Finding['actor'] {
  const actors = changes.map(({ actor }) => actor)
  const distinct = new Map(actors.filter(saysSomething).map((actor) => [canonicalJson(actor), actor]))
  return {
    accounts: [...new Set(actors.flatMap(({ account }) => account ?? []))],
    from: [...new Set(actors.flatMap(({ from }) => from ?? []))],
    acts: [...distinct.values()],
    conflicts: [...new Set(changes.flatMap(({ actorConflicts }) => actorConflicts))].sort(byText),
  }
}

function saysSomething(actor: Actor): boolean {
  return Object.values(actor).some((member) => member !== undefined)
}
