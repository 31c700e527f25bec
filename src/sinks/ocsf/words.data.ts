/**
 * Our words as numbers of OCSF, each with its caption.
 *
 * @source OCSF 1.8.0: dictionary.json, events/findings/finding.json, objects/account.json, objects/resource_details.json
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

/** What an act that holds makes of a finding; without one it is new. */
export const STATUSES: Readonly<Record<ReportedAct['does'], Word>> = {
  acknowledge: [2, 'In Progress'],
  assign: [2, 'In Progress'],
  suppress: [3, 'Suppressed'],
  resolve: [4, 'Resolved'],
  reopen: [1, 'New'],
}
export const STATUS_NEW: Word = [1, 'New']
/** An approved copy waits for nobody; the word is ours. */
export const STATUS_APPROVED: Word = [99, 'Approved']

export const ALLOWED: Readonly<Record<'action' | 'disposition', Word>> = {
  action: [1, 'Allowed'],
  disposition: [8, 'Approved'],
}
export const OBSERVED: Readonly<Record<'action' | 'disposition', Word>> = {
  action: [3, 'Observed'],
  disposition: [15, 'Detected'],
}

/** Which part a resource plays. */
export const ROLES = {
  target: [1, 'Target'],
  affected: [3, 'Affected'],
  related: [4, 'Related'],
} as const satisfies Readonly<Record<string, Word>>

/** A cloud as OCSF knows it; whether a set-up's scope is a region there. */
export interface CloudWords {
  readonly provider: string
  readonly account: Word
  readonly scopeIsRegion: boolean
}

/** By platform. */
export const CLOUDS: Readonly<Record<string, CloudWords>> = {
  aws: { provider: 'AWS', account: [10, 'AWS Account'], scopeIsRegion: true },
  azure: { provider: 'Azure', account: [13, 'Azure Subscription'], scopeIsRegion: false },
  gcp: { provider: 'GCP', account: [11, 'GCP Project'], scopeIsRegion: true },
}

/** The kinds of observables that findings have. */
export const OBSERVABLES = {
  hostname: [1, 'Hostname'],
  address: [2, 'IP Address'],
  userName: [4, 'User Name'],
  resource: [10, 'Resource UID'],
} as const satisfies Readonly<Record<string, Word>>
