/** What is observed → a first inventory for people to review. */
import { clusterSessions } from './baseline/cluster.ts'
import { toComment } from './baseline/comment.ts'
import {
  compareRisk,
  describeObserved,
  type GradedSetup,
  gradeObserved,
  isInInventory,
  type ObservedSetup,
} from './baseline/observed.ts'
import { writeProposal } from './baseline/write-proposal.ts'
import type { Inventory } from './inventory.ts'

export type { ObservedSetup } from './baseline/observed.ts'

/** Two YAML texts: entries to review, and what must be looked into before anybody approves it; undefined when there is nothing. */
export interface Baseline {
  readonly proposal: string
  readonly review: string | undefined
}

/**
 * Proposes entries for every session that the inventory has none for, riskiest first, clustered into patterns, all of them
 * `reviewed: false`. Copies that go to an external address or a foreign account, and sessions whose destination is not known,
 * go into the review text alone, which holds comments and no entries. The same sessions in any order give the same texts.
 */
export function proposeBaseline(observed: readonly ObservedSetup[], inventory: Inventory): Baseline {
  const open = observed
    .map((setup) => gradeObserved(setup, inventory))
    .filter((setup) => !isInInventory(setup))
    .sort(compareRisk)
  const toReview = open.filter(needsInvestigation)
  return {
    proposal: writeProposal(
      clusterSessions(
        open.filter((setup) => !needsInvestigation(setup)),
        inventory,
      ),
    ),
    review: toReview.length === 0 ? undefined : writeReview(toReview),
  }
}

/** A session that only passes a copy on has no destination of its own. */
function needsInvestigation({ destination, session }: GradedSetup): boolean {
  return destination.class === 'D4' || (session.destinations.length === 0 && session.role !== 'transit')
}

const REVIEW_HEAD = [
  'Sessions that the proposal leaves out on purpose: each goes to an external address or a foreign account, or names no',
  'destination yet. Find out who set it up and why; only then write an approval for it by hand, or have it removed.',
]

function writeReview(setups: readonly GradedSetup[]): string {
  const entries = setups.map((setup) =>
    toComment([
      `${setup.destination.class} (${setup.destination.because}) × ${setup.source.class} (${setup.source.because})`,
      `  ${describeObserved(setup)}`,
    ]),
  )
  return `${[toComment(REVIEW_HEAD), ...entries].join('\n#\n')}\n`
}
