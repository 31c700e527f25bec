/** Why rules and scan may differ, in words for people. */
import type { DifferenceReason } from './conform.ts'
import type { ApprovalReason } from './conform-approvals.ts'

/** One sentence for each reason. */
export const DIFFERENCE_WORDS: Readonly<Record<DifferenceReason, string>> = {
  'needs-its-block':
    'Missed: the log holds inner lines of a block alone (`ip address …`), which do not name the session. Scan reads them with the other lines and configurations.',
  'within-a-block':
    'Alerted on a line that scan reads with the lines around it: it belongs to the set-up, by itself it says nothing to scan.',
  'platform-unknown':
    'Alerted on a command that means this on another platform than the one it was typed on: records of accounting servers do not name it, scan knows it from elsewhere.',
  'shared-table': 'Alerted on a record of another log: several lie in one table, which does not say whose they are.',
  'not-read-by-scan':
    'Alerted on an act that scan does not judge: who was given the right to make mirrors is a question for accounts.',
  'record-incomplete':
    'The record lacks what tells of which set-up it is, or holds something of another type. Scan notes it and models nothing; a rule may speak or be silent.',
  'cannot-tell':
    'The signature says of itself that it cannot tell this: a list in which one element decides, for example.',
  'lost-on-the-way':
    'Missed: what the signature looks for is not passed on by forwarders (structured data, message id).',
  'failed-in-the-end':
    'Not alerted: a later record says that the act failed. Scan tells it as an attempt; the behaviour of attempts has a rule of its own.',
}

/** The same where rules know what is approved. */
export const APPROVAL_WORDS: Readonly<Record<ApprovalReason, string>> = {
  'not-in-one-record':
    'Still alerted though approved: one record does not show all that the approval asks (destination, session).',
  'approved-at-the-time': 'Left out though expired: the approval held when the act was recorded.',
  'not-compared':
    'Left out though it exceeds its approval: watchlist and filters compare neither sources nor directions nor filters.',
}
