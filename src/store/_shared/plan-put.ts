/** What a batch of facts does to a store, decided before anything is written: the part of `putFacts` that adapters share. */
import { isDeepStrictEqual } from 'node:util'
import { Fact } from '../../facts/fact.ts'
import { mergeFacts, mergePlaces } from '../../facts/merge-facts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Instant } from '../../kit/instant.ts'
import type { PutResult } from '../contract.ts'

/** A fact as a store keeps it. `receivedAt` is the earliest receipt of any copy. */
export interface StoredFact {
  readonly fact: Fact
  readonly receivedAt: Instant
}

/** The rows to write, by fact id, and what to answer. */
export interface PutPlan {
  readonly writes: ReadonlyMap<string, StoredFact>
  readonly result: PutResult
}

/**
 * Merges a batch with what `known` answers for an id, without touching either. Throws on a fact outside its schema: that
 * is a fault of tapwarden, and stored it would spoil every later read.
 */
export function planPut(
  facts: readonly Fact[],
  receivedAt: Instant,
  known: (id: string) => StoredFact | undefined,
): PutPlan {
  const writes = new Map<string, StoredFact>()
  const result = { added: 0, merged: 0, unchanged: 0 }
  for (const given of facts) {
    const before = writes.get(given.id) ?? known(given.id)
    const after = mergeStored(before, { fact: detach(given), receivedAt })
    result[outcomeOf(before, after)] += 1
    if (!isDeepStrictEqual(before, after)) writes.set(given.id, after)
  }
  return { writes, result }
}

function mergeStored(before: StoredFact | undefined, copy: StoredFact): StoredFact {
  if (before === undefined) return copy
  return {
    fact: mergeFacts(before.fact, copy.fact),
    receivedAt: (copy.receivedAt < before.receivedAt ? copy : before).receivedAt,
  }
}

function outcomeOf(before: StoredFact | undefined, after: StoredFact): keyof PutResult {
  if (before === undefined) return 'added'
  return isDeepStrictEqual(before.fact, after.fact) ? 'unchanged' : 'merged'
}

/**
 * A copy through its stored text, its places in order, so that every adapter answers with the same value. It also lets go
 * of the input: a substring taken from a large chunk would keep the whole chunk in memory.
 */
function detach(fact: Fact): Fact {
  return Fact.parse(JSON.parse(canonicalJson({ ...fact, places: mergePlaces(fact.places, []) })))
}
