/** A finding and a person's word → an approval file, unless that would silence what nobody meant. */
import type { Finding } from '../../../../findings/finding.ts'
import { draftApproval } from '../../../../inventory/approving/draft-approval.ts'
import { type DraftedApproval, writeApprovals } from '../../../../inventory/approving/write-approvals.ts'
import { parseInventory } from '../../../../inventory/parse-inventory.ts'
import { type LoadedInventory, loadInventory } from '../../../evidence/load-inventory.ts'
import { openLocation } from '../../../evidence/manifest.ts'
import { type ScanOptions, type ScanOutcome, scanPaths } from '../../../scan.ts'
import { findFinding } from '../../find-finding.ts'
import { missingInventory } from '../errors.ts'
import { presentSessions } from '../present-sessions.ts'
import { checkActors, refuseUnapprovable, whyUnapprovable } from './approvable.ts'
import { writeApprovalFile } from './approval-file.ts'
import { type ApprovalEffects, tryInventory } from './effects.ts'
import { withoutEffect, wouldSilence } from './refusals.ts'
import { type ApprovalWish, type CheckedWish, checkEnd, checkTicket, checkWish } from './wish.ts'

/** What to approve, and where the approval goes. */
export interface ApproveOptions extends ScanOptions {
  /** How the id of the finding begins. */
  readonly finding: string
  readonly wish: ApprovalWish
  /** Approves every open copy of the finding's case, each by an entry of its own. */
  readonly wholeCase: boolean
  /** A new file; by default one in the folder of the inventory, named after the approval. */
  readonly output?: string | undefined
  readonly dryRun: boolean
}

/** The approval and what it changes. */
export interface ApproveAnswer {
  readonly yaml: string
  readonly approvals: readonly string[]
  readonly effects: ApprovalEffects
  readonly written: string | null
}

/**
 * Drafts an approval, tries it over the same facts, and writes it. Throws `TW_APPROVE_…` where it must not be,
 * `TW_INVENTORY_MISSING` without an inventory, and `TW_INVENTORY_EXISTS` rather than overwriting a file.
 */
export async function approveFinding(options: ApproveOptions): Promise<ApproveAnswer> {
  const wish = checkWish(options.wish)
  const folder = inventoryOf(options)
  const loaded = loadInventory(folder)
  checkTicket(wish, loaded.inventory)
  const outcome = await scanPaths({ ...options, inventory: folder })
  checkEnd(wish, outcome.evidence.now)
  const findings = chooseFindings(outcome, options)
  for (const finding of findings) checkActors(finding, wish)
  const drafts = draftAll(findings, outcome, wish)
  const yaml = writeApprovals(drafts)
  const approvals = drafts.map(({ entry }) => String(entry['id']))
  const effects = tryApproval({ yaml, loaded, outcome, findings })
  if (options.dryRun) return { yaml, approvals, effects, written: null }
  const written = writeApprovalFile(yaml, { output: options.output, inventory: folder, id: approvals[0] ?? '' })
  return { yaml, approvals, effects, written }
}

function inventoryOf({ inventory, paths }: ApproveOptions): string {
  const folder = inventory ?? paths.map(openLocation).find((location) => location.inventory !== undefined)?.inventory
  if (folder === undefined) throw missingInventory()
  return folder
}

/** The named one, or with it all of its case that an approval can answer. */
function chooseFindings({ assessment }: ScanOutcome, { finding, wholeCase }: ApproveOptions): readonly Finding[] {
  const named = findFinding(assessment.findings, finding)
  refuseUnapprovable(named)
  if (!wholeCase) return [named]
  return assessment.findings.filter((one) => one.case === named.case && whyUnapprovable(one) === undefined)
}

function draftAll(findings: readonly Finding[], outcome: ScanOutcome, wish: CheckedWish): readonly DraftedApproval[] {
  const { now } = outcome.evidence
  const sessions = new Map(presentSessions(outcome.assessment).map((present) => [present.finding.id, present]))
  const { purpose, owner, ticket, approvers, until, by, force, pattern } = wish
  return findings.flatMap((finding) => {
    const setup = sessions.get(finding.id)
    if (setup === undefined) return []
    const id =
      findings.length === 1 && wish.id !== undefined ? wish.id : `${wish.id ?? ticket}-${finding.id.slice(0, 8)}`
    const terms = {
      id,
      purpose,
      owner,
      ticket,
      approvers,
      validFrom: now,
      validUntil: until,
      addedAt: now,
      addedBy: by,
      forced: force,
    }
    return [{ sentence: finding.sentence, entry: draftApproval(setup, terms, pattern) }]
  })
}

interface Trial {
  readonly yaml: string
  readonly loaded: LoadedInventory
  readonly outcome: ScanOutcome
  readonly findings: readonly Finding[]
}

/** Assesses with the approval; refuses it where it silences others, or leaves its own findings standing. */
function tryApproval({ yaml, loaded, outcome, findings }: Trial): ApprovalEffects {
  const inventory = parseInventory([...loaded.files, { path: 'the new approval', text: yaml }])
  const effects = tryInventory(outcome, inventory, new Set(findings.map(({ id }) => id)))
  if (effects.silenced.length > 0)
    throw wouldSilence(effects.silenced.map(({ finding, before }) => `${finding.slice(0, 8)} ${before.sentence}`))
  const standing = effects.wanted.filter(({ after }) => after?.verdict !== 'approved')
  if (standing.length > 0) throw withoutEffect(standing.map(({ before, after }) => (after ?? before).sentence))
  return effects
}
