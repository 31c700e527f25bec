/** What `scan` answers, without a process for each question: evidence is read and assessed as the command does. */
import { type Evidence, gatherEvidence } from '../../../src/app/evidence/gather-evidence.ts'
import { assessmentParts } from '../../../src/app/plug-ins.ts'
import { assess } from '../../../src/engine/assess.ts'
import type { Assessment } from '../../../src/engine/contract.ts'
import type { Fact } from '../../../src/facts/fact.ts'

/** Reads paths and assesses what they hold. */
export async function assessPaths(
  paths: readonly string[],
  options: { readonly at?: string; readonly inventory?: string } = {},
): Promise<Assessment & { readonly evidence: Evidence }> {
  const evidence = await gatherEvidence({ paths, ...options })
  return { ...assessFacts(evidence, evidence.facts), evidence }
}

/** The answer that some facts of the evidence give. */
export function assessFacts({ inventory, now, coverageBasis }: Evidence, facts: readonly Fact[]): Assessment {
  return assess({ facts, inventory, now, coverageBasis, withPlaces: false }, assessmentParts())
}
