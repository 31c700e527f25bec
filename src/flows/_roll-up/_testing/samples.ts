/** Rows of flows as tests write them, and the facts that a roll-up makes of them. */
import assert from 'node:assert/strict'
import { Fact, type TrafficFact } from '../../../facts/fact.ts'
import { mergeFacts } from '../../../facts/merge-facts.ts'
import { sha256Hex } from '../../../kit/hash.ts'
import { type AddressWords, addressWords } from '../../_row/address-words.ts'
import { FlowRow } from '../../_row/flow-row.ts'
import type { FlowObserver } from '../origin.ts'
import { FlowRollUp } from '../roll-up.ts'

export const OBSERVERS: readonly FlowObserver[] = [
  {
    by: 'address',
    value: '192.0.2.1',
    kind: 'exporter',
    channel: 'netflow-v9',
    channelVersion: 1,
    title: 'NetFlow v9',
  },
  { by: '', value: '', kind: 'sensor', channel: 'packets', channelVersion: 1, title: 'Packets' },
]

export const NIGHT = Date.parse('2026-11-14T03:00:00.000Z')
export const MINUTE = 60_000

/** One record as a test writes it; its hash is that of its content. */
export interface Sample {
  readonly observer?: number
  readonly source?: string
  readonly destination?: string
  readonly row: Partial<FlowRow>
  readonly offset?: number
  readonly receivedMs?: number
}

export function rollUp(): FlowRollUp {
  return new FlowRollUp({
    watch: { version: 1, senders: ['192.0.2.7', '2001:db8::/64'] },
    realm: 'default',
    trust: 'network-path',
    reference: '2026-11-13T12:34:56.000Z',
  })
}

export function take(
  into: FlowRollUp,
  { observer = 0, source, destination, row, offset, receivedMs = 0 }: Sample,
): boolean {
  const [sourceA, sourceB, sourceC, sourceD] = wordsOf(source ?? '192.0.2.7')
  const [destinationA, destinationB, destinationC, destinationD] = wordsOf(destination ?? '198.51.100.9')
  const words = { sourceA, sourceB, sourceC, sourceD, destinationA, destinationB, destinationC, destinationD }
  const by = OBSERVERS[observer]
  assert.ok(by)
  return into.take(Object.assign(new FlowRow(), { protocol: 47, ...words, ...row }), {
    observer: by,
    path: 'night.pcap',
    offset,
    receivedMs,
    recordHash: () => sha256Hex(JSON.stringify([observer, source, destination, row])).slice(0, 12),
  })
}

const known = new Map<string, AddressWords>()

function wordsOf(text: string): AddressWords {
  const words = known.get(text) ?? addressWords(text) ?? [0, 0, 0, 0]
  known.set(text, words)
  return words
}

/** The facts of a roll-up, checked, and merged as a store does. */
export function factsOf(...parts: readonly FlowRollUp[]): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const fact of parts.flatMap((part) => part.takeFacts()).map((one) => Fact.parse(one))) {
    const known = facts.get(fact.id)
    facts.set(fact.id, known === undefined ? fact : mergeFacts(known, fact))
  }
  return facts
}

export function streamsOf(facts: ReadonlyMap<string, Fact>, of: TrafficFact['of'] = 'carrier'): readonly TrafficFact[] {
  return [...facts.values()].flatMap((fact) => (fact.kind === 'traffic' && fact.of === of ? [fact] : []))
}

export function only<T>(values: readonly T[]): T {
  const [one, ...rest] = values
  assert.ok(one !== undefined && rest.length === 0, `${values.length} values, not one`)
  return one
}
