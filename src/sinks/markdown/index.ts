/** The report as Markdown for tickets and wikis: the same content as the web page, tables in place of pictures. */

import { VERDICT_MARKS } from '../../findings/report/marks.data.ts'
import { gridHead } from '../_pages/coverage-grid.ts'
import { ATTACK_NOTICE } from '../_pages/finding/attack-links.ts'
import { type ReportView, toReportView } from '../_pages/report-view.ts'
import { plural, sayCount } from '../_pages/words.ts'
import type { Sink } from '../contract.ts'
import { escapeLine, markdownList, markdownTable } from './escape.ts'
import { findingBlocks } from './finding-section.ts'

export const sink: Sink = {
  id: 'markdown',
  title: 'Markdown with tables, for tickets and wikis: the executive page, then the technical one',
  mediaType: 'text/markdown; charset=utf-8',
  fileExtension: '.md',

  render(report, { version }) {
    const view = toReportView(report, version)
    const blocks = [...executiveBlocks(view), ...technicalBlocks(view), '---', escapeLine(ATTACK_NOTICE)]
    return `${blocks.join('\n\n')}\n`
  },
}

function executiveBlocks({ executive, marks }: ReportView): readonly string[] {
  const { state, coverage, verdicts, questions, worst, blindSpots, nextAction, limits } = executive
  return [
    '# Where traffic is copied, and whether that is all right',
    escapeLine(marks.join(' · ')),
    `**${escapeLine(state)}**`,
    escapeLine(coverage),
    ...markdownTable({
      head: verdicts.map(({ verdict }) => `${VERDICT_MARKS[verdict]} ${verdict}`),
      rows: [verdicts.map(({ count }) => sayCount(count))],
    }),
    '## Governed, logged, reviewed?',
    ...markdownTable({
      head: ['Question', 'Figure', 'Answer', 'Not known'],
      rows: questions.map(({ ask, figure, counts, answer, unknown }) => [ask, `${figure} ${counts}`, answer, unknown]),
    }),
    '## The worst of it',
    ...(worst.length === 0 ? ['Nothing asks for a decision.'] : []),
    ...markdownList(
      worst.map(({ verdict, severity, sentence, more }) => {
        const others = more === 0 ? '' : ` And ${sayCount(more)} more of the same case.`
        return `${VERDICT_MARKS[verdict]} ${severity.toUpperCase()}: ${sentence}${others}`
      }),
    ),
    '## What was not seen',
    ...(blindSpots.length === 0 ? ['Every kind of evidence of every device and account was heard.'] : []),
    ...markdownList(blindSpots),
    ...(nextAction === undefined ? [] : [`**Do next:** ${escapeLine(nextAction)}`]),
    '## What this does not say',
    ...markdownList(limits),
  ]
}

function technicalBlocks({ copies, findings, approved, coverage, conflicts }: ReportView): readonly string[] {
  return [
    '# Technical page',
    '## Who copies what to where',
    ...(copies.rows.length === 0 ? ['No copy is present.'] : []),
    ...markdownTable({
      head: ['Device or account', 'Copies', 'By', 'To', 'Verdict', 'Set-ups'],
      rows: copies.rows.map(({ subject, sources, carrier, destination, verdict, count }) => [
        subject,
        sources,
        carrier,
        destination,
        `${VERDICT_MARKS[verdict]} ${verdict}`,
        sayCount(count),
      ]),
    }),
    ...(copies.notDrawn === 0 ? [] : [`${sayCount(copies.notDrawn)} less grave ones are not listed here.`]),
    `## ${findings.length === 0 ? 'No findings' : plural(findings.length, 'finding')}`,
    ...findings.flatMap(findingBlocks),
    '## Approved',
    ...(approved.length === 0 ? ['Nothing is approved.'] : []),
    ...markdownTable({
      head: ['Copy', 'Approval', 'Ticket', 'Status', 'Not proper'],
      rows: approved.map(({ sentence, approval, ticket, status, conduct }) => [
        sentence,
        approval,
        ticket,
        status,
        conduct,
      ]),
    }),
    '## Coverage',
    ...markdownTable({
      head: gridHead(),
      rows: coverage.map(({ subject, platform, cells, commandsBy, remark }) => [
        subject,
        platform,
        ...cells.map(({ mark, text }) => `${mark} ${text}`),
        commandsBy,
        remark,
      ]),
    }),
    ...(conflicts.length === 0 ? [] : ['## Names that two claim', ...markdownList(conflicts)]),
  ]
}
