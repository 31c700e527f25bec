/** Reads and assesses one input, whatever it holds, and says what is wrong with how that went. */
import { unpackEvidence } from '../../../src/app/evidence/evidence-inputs.ts'
import { assessmentParts, dialects } from '../../../src/app/plug-ins.ts'
import { assess } from '../../../src/engine/assess.ts'
import { readInputs } from '../../../src/engine/reading/read-inputs.ts'
import type { InputSummary } from '../../../src/engine/reading/reading-summary.ts'
import { Fact } from '../../../src/facts/fact.ts'
import { EMPTY_INVENTORY } from '../../../src/inventory/inventory.ts'
import type { Input } from '../../../src/sources/contract.ts'

const NOW = '2026-11-16T09:00:00.000Z'

/** How reading one input went. */
export interface Digested {
  readonly problem?: string | undefined
  /** Inputs that came of it: several where it is an archive. */
  readonly inputs: number
}

/** Opens, reads and assesses bytes. Rejects for what any part throws. */
export async function digest(bytes: Buffer): Promise<Digested> {
  const facts = new Map<string, Fact>()
  const { inputs } = await readInputs({
    inputs: unpackEvidence(single(bytes), { report: () => {} }),
    dialects,
    realm: 'default',
    reference: NOW,
    coverage: 'exact',
    onFacts: (some) => {
      for (const fact of some) facts.set(fact.id, fact)
    },
  })
  const known = [...facts.values()]
  const problem = inputs.map(problemOf).find((one) => one !== undefined) ?? wrongFact(known)
  assess(
    { facts: known, inventory: EMPTY_INVENTORY, now: NOW, coverageBasis: 'exact', withPlaces: false },
    assessmentParts(),
  )
  return { problem, inputs: inputs.length }
}

function problemOf({ path, counts, units, notes }: InputSummary): string | undefined {
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (counted !== units) return `${path}: counts add up to ${counted}, not ${units}`
  const parked = notes.find(({ code }) => code === 'reading/dialect-failed')
  return parked === undefined ? undefined : `${path}: a dialect threw: ${parked.message}`
}

function wrongFact(facts: readonly Fact[]): string | undefined {
  const wrong = facts.find((fact) => !Fact.safeParse(fact).success)
  return wrong === undefined ? undefined : `a ${wrong.kind} fact is not of its schema`
}

async function* single(bytes: Buffer): AsyncIterable<Input> {
  yield {
    path: 'fuzzed',
    sizeBytes: bytes.length,
    async *open() {
      yield bytes
    },
  }
}
