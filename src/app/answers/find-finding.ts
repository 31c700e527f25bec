/** One finding by the beginning of its id. */
import type { Finding } from '../../findings/finding.ts'
import { unknownFinding } from './errors.ts'

/** The one finding (or the one with such an alias) that an id begins. Throws `TW_FINDING_UNKNOWN` for none or several. */
export function findFinding(findings: readonly Finding[], id: string): Finding {
  const wanted = id.toLowerCase()
  const found = findings.filter((finding) => [finding.id, ...finding.aliases].some((name) => name.startsWith(wanted)))
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  throw unknownFinding(
    id,
    found.map((finding) => finding.id),
  )
}
