/** What one assessment says that another does not: since the last scan, or with other tuning. */
import { claimIsSubset } from '../../../findings/claims/claim.ts'
import type { Finding } from '../../../findings/finding.ts'
import { rankOfSeverity } from '../../../findings/severity.ts'

/** A finding that both have, told differently. */
export interface ChangedFinding {
  readonly before: Finding
  readonly after: Finding
}

/** The difference of two sets of findings, in the order of the newer one (lost ones in that of the older). */
export interface FindingsDifference {
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
  readonly changed: readonly ChangedFinding[]
}

/** Open findings only: an approved one counts as none. A claim that holds nothing new is no change. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingsDifference {
  const [was, is] = [before.filter(isOpen), after.filter(isOpen)]
  const wasById = new Map(was.map((finding) => [finding.id, finding]))
  const isIds = new Set(is.map(({ id }) => id))
  return {
    gained: is.filter(({ id }) => !wasById.has(id)),
    lost: was.filter(({ id }) => !isIds.has(id)),
    changed: is.flatMap((finding) => {
      const earlier = wasById.get(finding.id)
      return earlier !== undefined && isOther(earlier, finding) ? [{ before: earlier, after: finding }] : []
    }),
  }
}

function isOpen({ verdict }: Finding): boolean {
  return verdict !== 'approved'
}

function isOther(before: Finding, after: Finding): boolean {
  return (
    before.verdict !== after.verdict ||
    rankOfSeverity(before.severity) !== rankOfSeverity(after.severity) ||
    !claimIsSubset(after.claim, before.claim)
  )
}
