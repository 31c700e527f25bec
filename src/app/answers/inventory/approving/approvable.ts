/** Which findings an approval can answer, and who may give it. */
import type { Finding } from '../../../../findings/finding.ts'
import { nothingToApprove, selfApproval } from './refusals.ts'
import type { CheckedWish } from './wish.ts'

/** Nobody approves, or writes the approval for, what the same account set up; unless forced. Throws `TW_APPROVE_SELF`. */
export function checkActors({ actor }: Finding, wish: CheckedWish): void {
  const own = ownApprovers(actor, wish)
  if (own[0] !== undefined && wish.force === undefined) throw selfApproval(own[0])
}

/** Accounts among approvers and writer that had a hand in the copy. */
function ownApprovers(actor: Finding['actor'], { approvers, by }: CheckedWish): readonly string[] {
  const acting = [...actor.accounts, ...actor.acts.flatMap(({ account, session }) => [account, session])]
  const names = new Set(acting.flatMap((name) => name?.toLowerCase() ?? []))
  return [...approvers, ...(by === undefined ? [] : [by])].filter((name) => names.has(name.toLowerCase()))
}

const HELP = {
  over: 'There is nothing left to allow. An approval for the next time is written with tapwarden approve when it is there.',
  object: 'Approve the sessions that use it.',
  incomplete: 'An approval would have to leave it open. Wait until it is set, or write a pattern by hand.',
  other: 'Only copies by a mirror session can be approved.',
} as const

/** Why no approval can answer a finding; undefined where one can. */
export function whyUnapprovable(finding: Finding): readonly [because: string, help: string] | undefined {
  const { verdict, status, kind, setup, session, approval } = finding
  if (verdict === 'approved') return [`approval ${approval.id ?? 'of the inventory'} covers it already`, HELP.over]
  if (kind === 'attempt' || verdict === 'attempted') return ['it was only attempted, and no copy came of it', HELP.over]
  if (status === 'ended') return ['the copy has ended', HELP.over]
  if (kind !== 'mirror') return [`it is a finding of kind ${kind}`, HELP.other]
  if (setup.setupClass === 'object') return ['it is shared by sessions and copies nothing itself', HELP.object]
  return session.incomplete === true ? ['it has no source or no destination yet', HELP.incomplete] : undefined
}

/** Throws `TW_APPROVE_NOTHING` for a finding that no approval can answer. */
export function refuseUnapprovable(finding: Finding): void {
  const why = whyUnapprovable(finding)
  if (why !== undefined) throw nothingToApprove(finding.id, ...why)
}
