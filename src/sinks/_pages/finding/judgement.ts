/** How a finding is judged, each grade with its basis; what was not proper about the act; who acted. */
import type { Finding } from '../../../findings/finding.ts'
import { BREACH_WORDS } from '../../../findings/report/marks.data.ts'
import type { ReportedAct } from '../../../findings/report/report.ts'
import { sayWhen } from '../words.ts'

/** A label and what stands behind it. `['Existence', 'high', ['3 independent witnesses: …']]` */
export interface Grade {
  readonly name: string
  readonly grade: string
  readonly basis: readonly string[]
}

/** Verdict, conduct, status, severity and both confidences. */
export function gradesOf(finding: Finding): readonly Grade[] {
  const { verdict, conduct, approval, severity, severityBasis, confidence } = finding
  const differences = approval.differences.map(
    ({ dimension, approved, found }) => `${dimension}: approved ${approved}, found ${found}`,
  )
  return [
    { name: 'Verdict', grade: verdict, basis: [approval.answer, ...differences] },
    ...(conduct.length === 0
      ? []
      : [{ name: 'Conduct', grade: 'not proper', basis: conduct.map((breach) => BREACH_WORDS[breach]) }]),
    { name: 'Status', grade: finding.status, basis: standing(finding) },
    { name: 'Severity', grade: severity, basis: severityBasis },
    { name: 'Confidence: existence', grade: confidence.existence, basis: [confidence.existenceBasis] },
    { name: 'Confidence: authorisation', grade: confidence.authorisation, basis: [confidence.authorisationBasis] },
  ]
}

function standing({ asOf, since, sinceBasis, until, changesAt }: Finding): readonly string[] {
  return [
    ...(since === undefined ? [] : [`${sinceBasis === 'seen' ? 'seen since' : 'since'} ${sayWhen(since)}`]),
    ...(until === undefined ? [] : [`until ${sayWhen(until)}`]),
    ...(asOf === undefined ? [] : [`as of ${sayWhen(asOf)}`]),
    ...(changesAt === undefined ? [] : [`this answer changes by itself at ${sayWhen(changesAt)}`]),
  ]
}

/** People by account, address, line, login and ticket; `no record says who` where none does. */
export function whoLines({ actor, changes, ticket }: Finding): readonly string[] {
  const acts = actor.acts.map(({ account = 'not named', session, from, line, role, mfa }) =>
    [
      `account ${account}`,
      ...(session === undefined ? [] : [`session ${session}`]),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(line === undefined ? [] : [`on ${line}`]),
      ...(role === undefined ? [] : [`as ${role}`]),
      ...(mfa === undefined ? [] : [mfa ? 'with a second factor' : 'without a second factor']),
    ].join(', '),
  )
  const logins = changes.flatMap(({ login, actor: { account = 'not named' } }) =>
    login === undefined
      ? []
      : [`account ${account} had logged in from ${login.from} at ${sayWhen(login.at)} (${login.leg})`],
  )
  return [
    ...(acts.length === 0 ? ['no record says who'] : acts),
    ...new Set(logins),
    ...(actor.privilegeSince === undefined ? [] : [`privileged since ${sayWhen(actor.privilegeSince)}`]),
    ...actor.conflicts.map((conflict) => `records disagree: ${conflict}`),
    ticket === null ? 'no ticket' : `ticket ${ticket}`,
  ]
}

const ACT_WORDS: Readonly<Record<ReportedAct['does'], string>> = {
  acknowledge: 'Acknowledged',
  assign: 'Assigned',
  suppress: 'Suppressed',
  resolve: 'Resolved',
  reopen: 'Reopened',
}

/** What a person did to a finding; one that no longer holds says so. */
export function actText({ does, at, by, until, reason, holds }: ReportedAct): string {
  const end = until === undefined ? '' : ` until ${sayWhen(until)}`
  const lapsed = holds || does === 'reopen' ? '' : '; it no longer holds'
  return `${ACT_WORDS[does]} ${sayWhen(at)} by ${by}${end}: ${reason}${lapsed}`
}
