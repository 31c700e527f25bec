/**
 * Confidence as two labels with their basis: does the copy exist as stated, and can the inventory answer for this subject.
 * Neither says that anyone meant harm.
 */
import type { Leg, Trust } from '../facts/schema-parts.ts'
import type { ApprovalMatch } from '../inventory/approval-match.ts'
import type { Subject } from '../inventory/subject.ts'
import { nameSubject } from '../timeline/describe-subject.ts'

/** A label of confidence; its basis always stands beside it. */
export type Label = 'low' | 'medium' | 'high'

/** One voice for one set-up: who says so, on which leg, and how hard that leg is to forge. */
export interface Testimony {
  /** `device edge-rtr-07`, `AAA server`, `the cloud control plane`: equal names are one witness. */
  readonly witness: string
  readonly leg: Leg
  readonly trust: Trust
  /** A snapshot of the running configuration that shows the session. */
  readonly runningSnapshot: boolean
  /** Header bytes of the copy itself were seen. */
  readonly headersSeen: boolean
}

/** A label and the words behind it. */
export interface BasedLabel {
  readonly label: Label
  readonly basis: string
}

const LEG_WORDS: Readonly<Record<Leg, string>> = {
  config: 'configuration',
  log: 'log',
  aaa: 'accounting',
  flow: 'flow records',
  audit: 'audit trail',
}

/**
 * High with two independent witnesses or a cloud control plane, medium with a running configuration, an AAA server or header bytes
 * of the copy, else low.
 * What can be forged on the way counts for nothing here. One more voice never lowers it, one less never raises it.
 */
export function existenceLabel(testimonies: readonly Testimony[]): BasedLabel {
  const firm = testimonies.filter(({ trust }) => trust !== 'spoofable')
  const witnesses = [...new Set(firm.map(({ witness }) => witness))].sort()
  const said = tellWitnesses(firm, witnesses)
  if (firm.some(({ leg }) => leg === 'audit')) return { label: 'high', basis: `recorded by ${said}` }
  if (witnesses.length > 1) return { label: 'high', basis: `${witnesses.length} independent witnesses: ${said}` }
  if (firm.some(({ leg, runningSnapshot, headersSeen }) => leg === 'aaa' || runningSnapshot || headersSeen)) {
    return { label: 'medium', basis: `one witness: ${said}` }
  }
  if (firm.length > 0) return { label: 'low', basis: `one witness without its running configuration: ${said}` }
  return { label: 'low', basis: 'only records that could have been forged on the way' }
}

function tellWitnesses(firm: readonly Testimony[], witnesses: readonly string[]): string {
  return witnesses
    .map((name) => {
      const legs = new Set(firm.filter(({ witness }) => witness === name).map(({ leg }) => LEG_WORDS[leg]))
      return `${name} (${[...legs].sort().join(', ')})`
    })
    .join(', ')
}

/** High where reviewed approvals declare this subject in scope, medium where approvals are given for others only, low without any. */
export function authorisationLabel(match: ApprovalMatch, subject: Subject): BasedLabel {
  if (match.subjectCovered)
    return { label: 'high', basis: `reviewed approvals declare ${nameSubject(subject)} in scope` }
  if (match.anyApprovals)
    return { label: 'medium', basis: `approvals were given, but none for ${nameSubject(subject)}` }
  return { label: 'low', basis: 'no approvals were given' }
}

/** What each voice is worth, and how much of its worth a further witness adds: for sorting alone, never said. */
const WORTH = { audit: 90, headers: 60, aaa: 50, snapshot: 45, other: 25 } as const
const FURTHER_WITNESS = 20
/** What a further leg adds, of whatever witness: one more record that would have to be forged. */
const FURTHER_LEG = 5

/** 0 to 100, for sorting alone: one voice more never lowers it. */
export function existenceScore(testimonies: readonly Testimony[]): number {
  const firm = testimonies.filter(({ trust }) => trust !== 'spoofable')
  const best = Math.max(0, ...firm.map(worthOf))
  const witnesses = new Set(firm.map(({ witness }) => witness)).size
  const legs = new Set(firm.map(({ leg }) => leg)).size
  return Math.min(100, best + FURTHER_WITNESS * Math.max(0, witnesses - 1) + FURTHER_LEG * Math.max(0, legs - 1))
}

function worthOf({ leg, runningSnapshot, headersSeen }: Testimony): number {
  if (leg === 'audit' || leg === 'aaa') return WORTH[leg]
  if (headersSeen) return WORTH.headers
  return runningSnapshot ? WORTH.snapshot : WORTH.other
}
