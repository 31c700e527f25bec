/** Who acted: whose copy it is as it stands, who else had a hand in it, and where records of one act disagree. */
import type { Actor } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Change } from '../../timeline/episode.ts'
import { byText } from '../../timeline/setup-id.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'

/** The acts that made a set-up what it is, or the refused ones where nothing came of them. */
export function actsOf({ setup, present }: AssessedSetup): readonly Change[] {
  return setup.key.setupClass === 'attempt' ? setup.attempts : present.changes
}

/** Every act on a set-up in its last life. */
function allActsOf({ setup, episode }: AssessedSetup): readonly Change[] {
  return setup.key.setupClass === 'attempt' ? setup.attempts : episode.changes
}

/**
 * Accounts and addresses of those who made the copy what it is, in the order they first appear, each once; `acts` holds every
 * distinct actor of its last life as recorded.
 */
export function collectActors(setups: readonly AssessedSetup[]): Finding['actor'] {
  const responsible = setups.flatMap(actsOf).map(({ actor }) => actor)
  const changes = setups.flatMap(allActsOf)
  const acting = changes.map(({ actor }) => actor).filter(saysSomething)
  return {
    accounts: [...new Set(responsible.flatMap(({ account }) => account ?? []))],
    from: [...new Set(responsible.flatMap(({ from }) => from ?? []))],
    acts: [...new Map(acting.map((actor) => [canonicalJson(actor), actor])).values()],
    conflicts: [...new Set(changes.flatMap(({ actorConflicts }) => actorConflicts))].sort(byText),
  }
}

function saysSomething(actor: Actor): boolean {
  return Object.values(actor).some((member) => member !== undefined)
}
