/** Evidence and inventory → who goes by which names. */
import { type AliasReport, collectAliases } from '../../../inventory/aliases/collect-aliases.ts'
import { type Evidence, type EvidenceOptions, gatherEvidence } from '../../evidence/gather-evidence.ts'
import { missingInventory } from './errors.ts'

/** The report, and the evidence it was made from. */
export interface AliasAnswer {
  readonly report: AliasReport
  readonly evidence: Evidence
}

/** Reads the evidence and collects every name in it. Throws `TW_INVENTORY_MISSING` without an inventory to compare with. */
export async function reportAliases(options: EvidenceOptions): Promise<AliasAnswer> {
  const evidence = await gatherEvidence(options)
  if (!evidence.inventory.given) throw missingInventory()
  return { report: collectAliases(evidence.facts, evidence.inventory), evidence }
}
