/**
 * Our words as numbers of OCSF, each with its caption.
 *
 * @source OCSF 1.8.0: dictionary.json, events/findings/finding.json, profiles/security_control.json
 */
import type { Finding } from '../../findings/finding.ts'
import type { ReportedAct } from '../../findings/report/report.ts'

/** A number with what it is called. */
export type Word = readonly [id: number, caption: string]

export const SEVERITIES: Readonly<Record<Finding['severity'], Word>> = {
  info: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical'],
}

export const CONFIDENCES: Readonly<Record<Finding['confidence']['existence'], Word>> = {
  low: [1, 'Low'],
  medium: [2, 'Medium'],
  high: [3, 'High'],
}

/** Never `True Positive`: whether somebody meant harm is not for tapwarden to say. */
export const VERDICTS: Readonly<Record<Finding['verdict'], Word>> = {
  unapproved: [4, 'Suspicious'],
  'exceeds-approval': [4, 'Suspicious'],
  expired: [8, 'Security Risk'],
  unexplained: [4, 'Suspicious'],
  'needs-review': [7, 'Insufficient Data'],
  attempted: [4, 'Suspicious'],
  approved: [5, 'Benign'],
}

export const ACTIVITIES = {
  create: [1, 'Create'],
  update: [2, 'Update'],
  close: [3, 'Close'],
} as const satisfies Readonly<Record<string, Word>>

/** What an act that holds makes of a finding; `none` is for one without, `approved` for a copy that waits for nobody: that word is ours. */
export const STATUSES: Readonly<Record<ReportedAct['does'] | 'none' | 'approved', Word>> = {
  none: [1, 'New'],
  reopen: [1, 'New'],
  acknowledge: [2, 'In Progress'],
  assign: [2, 'In Progress'],
  suppress: [3, 'Suppressed'],
  resolve: [4, 'Resolved'],
  approved: [99, 'Approved'],
}

/** What the profile `security_control` says of a copy: the inventory allows it, or it was only seen. */
export const OUTCOMES = {
  allowed: { action: [1, 'Allowed'], disposition: [8, 'Approved'] },
  observed: { action: [3, 'Observed'], disposition: [15, 'Detected'] },
} as const satisfies Readonly<Record<string, Readonly<Record<'action' | 'disposition', Word>>>>
