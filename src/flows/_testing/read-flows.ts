/** Reads captures and bare datagrams held in memory, as a run reads files. */
import assert from 'node:assert/strict'
import type { Fact } from '../../facts/fact.ts'
import { mergeFacts } from '../../facts/merge-facts.ts'
import type { TrafficFact } from '../../facts/traffic.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { createFlowRun } from '../_run/flow-run.ts'
import type { FlowOutcome } from '../contract.ts'
import { flowFormats } from '../registry.generated.ts'

/** What reading gave. */
export interface FlowsRead {
  readonly facts: readonly Fact[]
  readonly outcomes: readonly FlowOutcome[]
  readonly last: FlowOutcome
}

/** Reads files in order in one run, by what they are recognised as; pushes are of these sizes in turn, else whole. */
export function readFlows(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
  cuts: readonly number[] = [],
): FlowsRead {
  const run = createFlowRun({
    formats: flowFormats,
    realm: 'default',
    trust: 'network-path',
    reference: '2026-11-20T00:00:00.000Z',
    watch: { version: 1, senders: ['192.0.2.0/24'] },
  })
  const facts: Fact[] = []
  const outcomes = files.map(([path, bytes]) => {
    const kind = run.recognise(bytes.subarray(0, 65_536))
    assert.equal(kind?.framing, 'bytes', path)
    const reading = run.open(kind, path)
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = Math.max(1, cuts[turn % cuts.length] ?? bytes.length)
      reading.push(bytes.slice(at, at + size))
      facts.push(...reading.takeFacts())
      at += size
    }
    const outcome = reading.end()
    facts.push(...outcome.facts)
    return outcome
  })
  return { facts, outcomes, last: run.finish() }
}

/** Facts as a store would hold them, without the places where they were read. */
export function mergedFacts(facts: readonly Fact[]): readonly string[] {
  const byId = new Map<string, Fact>()
  for (const fact of facts) byId.set(fact.id, mergeFacts(byId.get(fact.id) ?? fact, fact))
  return [...byId.values()].map((fact) => canonicalJson({ ...fact, places: [] })).sort()
}

/** Facts of carriers of copies. */
export function streamsOf(facts: readonly Fact[]): readonly TrafficFact[] {
  return facts.filter((fact) => fact.kind === 'traffic').filter(({ of }) => of === 'carrier')
}
