/** What is said on stderr of an approval: what it approves, and what else it changes. */
import type { ApproveAnswer } from '../../../app/answers/inventory/approving/approve-finding.ts'
import type { Terminal } from '../../terminal.ts'
import { VERDICT_MARKS } from '../marks.ts'

type Change = ApproveAnswer['effects']['wanted'][number]

/** Says every change of verdict or severity, and where the file is. */
export function sayApproval({ effects, written }: ApproveAnswer, terminal: Terminal): void {
  const { wanted, sharpened, gradedLower } = effects
  for (const change of wanted) terminal.say(sayChange(change))
  if (sharpened.length > 0) terminal.say('From now on approvals are asked about these too:')
  for (const change of sharpened) terminal.say(`  ${sayChange(change)}`)
  if (gradedLower.length > 0) terminal.say('Still not approved, but graded lower, as their destination would be known:')
  for (const change of gradedLower) terminal.say(`  ${sayChange(change)}`)
  if (sharpened.length + gradedLower.length === 0) terminal.say('No other finding changes.')
  terminal.say(written === null ? 'Nothing was written.' : `Wrote ${written}`)
}

/** `✗ unapproved → ✓ approved  7f3a0c12  edge-rtr-1 is configured to copy …`. */
function sayChange({ finding, before, after }: Change): string {
  const told = after ?? before
  const isSame = told.verdict === before.verdict
  const was = isSame ? before.severity : `${VERDICT_MARKS[before.verdict]} ${before.verdict}`
  const is = isSame ? told.severity : `${VERDICT_MARKS[told.verdict]} ${told.verdict}`
  return `${was} → ${is}  ${finding.slice(0, 8)}  ${told.sentence}`
}
