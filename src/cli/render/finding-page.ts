/** One finding on one page, in the order a tired reader asks. */
import type { Finding, PlaybookStep } from '../../findings/finding.ts'
import type { Terminal } from '../terminal.ts'
import { inVerdictColor, LEG_MARKS, VERDICT_MARKS } from './marks.ts'
import { formatInstant } from './quantities.ts'
import { wrap } from './wrap.ts'

/** The whole text of `tapwarden explain`. */
export function renderFindingPage(finding: Finding, terminal: Terminal): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Verdict', verdictLines(finding)],
    ['Who', whoLines(finding)],
    ['Reasons', finding.reasons.map(({ detection, statement }) => `${detection}: ${statement}`)],
    ['Evidence', evidenceLines(finding)],
    ['Legs', [legLine(finding)]],
    ['Confidence', confidenceLines(finding)],
    ['Severity', finding.severityBasis],
    ['Exposure', [finding.exposure.statement]],
    ['Episodes', episodeLines(finding)],
    ['Coverage', [finding.coverage.statement, ...finding.coverage.gaps]],
    ['Playbook', finding.playbook.flatMap(playbookLines)],
    ['References', [finding.attack.join(' ')]],
  ]
  const head = inVerdictColor(
    finding.verdict,
    terminal.colors.bold(`${VERDICT_MARKS[finding.verdict]} ${finding.severity.toUpperCase()}`),
    terminal,
  )
  const title = [`${head}  ${finding.id}  ${finding.subject}`, '', ...wrap(finding.sentence, terminal.widthColumns)]
  return [...title, ...sections.flatMap(([name, lines]) => section(name, lines, terminal))].join('\n')
}

function section(name: string, lines: readonly string[], { widthColumns, colors }: Terminal): readonly string[] {
  const kept = lines.filter((line) => line !== '')
  if (kept.length === 0) return []
  return [
    '',
    colors.bold(name),
    ...kept.flatMap((line) =>
      line.startsWith('    ') ? [line] : wrap(line, widthColumns - 2).map((part) => `  ${part}`),
    ),
  ]
}

function verdictLines({ verdict, conduct, status, asOf, approval }: Finding): readonly string[] {
  const standing = asOf === undefined ? status : `${status}, as of ${formatInstant(asOf)}`
  const differences = approval.differences.map(
    ({ dimension, approved, found }) => `${dimension}: approved ${approved}, found ${found}`,
  )
  return [`${verdict} · ${standing}`, approval.answer, ...differences, ...conduct.map((breach) => `conduct: ${breach}`)]
}

function whoLines({ actor, ticket, changes }: Finding): readonly string[] {
  const logins = changes.flatMap(({ login, actor: { account = 'unknown account' } }) =>
    login === undefined
      ? []
      : [`account ${account} had logged in from ${login.from} at ${formatInstant(login.at)} (${login.leg})`],
  )
  const privileged =
    actor.privilegeSince === undefined ? [] : [`privileged since ${formatInstant(actor.privilegeSince)}`]
  const acts = actor.acts.map(({ account = 'unknown account', session, from, line }) =>
    [
      `account ${account}`,
      ...(session === undefined ? [] : [`(session ${session})`]),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(line === undefined ? [] : [`on ${line}`]),
    ].join(' '),
  )
  const nobody = acts.length === 0 ? ['no record says who'] : []
  return [
    ...acts,
    ...nobody,
    ...new Set(logins),
    ...privileged,
    ...actor.conflicts.map((conflict) => `records disagree: ${conflict}`),
    ticket === null ? 'no ticket' : `ticket ${ticket}`,
  ]
}

/** Every proving line once, oldest first, with where it stands; reasons may rest on records of other set-ups too. */
function evidenceLines({ evidence, moreEvidence = 0, reasons }: Finding): readonly string[] {
  const items = new Map(
    [...evidence, ...reasons.flatMap((reason) => reason.evidence)].map((item) => [item.fact, item] as const),
  )
  const lines = [...items.values()]
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
    .flatMap(({ at, leg, excerpt, places = [] }) => {
      const where = places.map(({ path, line }) => (line === undefined ? path : `${path}:${line}`)).join(', ')
      return [
        `${at === undefined ? 'undated' : formatInstant(at)} ${leg} ${where}`,
        ...excerpt.split('\n').map((text) => `    ${text}`),
      ]
    })
  return moreEvidence > 0 ? [...lines, `and ${moreEvidence} more`] : lines
}

function legLine({ legs, witnesses }: Finding): string {
  const marks = (['config', 'log', 'aaa', 'flow', 'audit'] as const).map((leg) => `${leg} ${LEG_MARKS[legs[leg]]}`)
  return `${marks.join('  ')}   (● seen, ○ looked and not seen, – not available)   witnesses: ${witnesses.join(', ')}`
}

function confidenceLines({ confidence }: Finding): readonly string[] {
  return [
    `existence ${confidence.existence}: ${confidence.existenceBasis}`,
    `authorisation ${confidence.authorisation}: ${confidence.authorisationBasis}`,
  ]
}

function episodeLines({ episodes }: Finding): readonly string[] {
  return episodes.map(({ ordinal, from, until, basis }) => {
    const begin = from === undefined ? 'at an unknown time' : formatInstant(from)
    return `${ordinal + 1}: from ${begin}${until === undefined ? '' : ` until ${formatInstant(until)}`} (${basis})`
  })
}

function playbookLines({ stage, text, commands }: PlaybookStep): readonly string[] {
  return [`${stage}: ${text}`, ...commands.map((command) => `    ${command}`)]
}
