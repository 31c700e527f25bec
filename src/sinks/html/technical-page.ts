/** The technical page: picture, index, every finding with its evidence, what is approved, who was heard. */

import { LEG_MARKS, LEG_NAMES } from '../../findings/report/marks.data.ts'
import { type AlikeFindings, groupAlike } from '../_pages/alike.ts'
import { gridHead } from '../_pages/coverage-grid.ts'
import type { FindingView } from '../_pages/finding/finding-view.ts'
import type { ApprovedRow, ReportView } from '../_pages/report-view.ts'
import { plural, sayWhen } from '../_pages/words.ts'
import { copiesPicture } from './copies-picture.ts'
import { html, type Markup, when } from './escape.ts'
import { findingSection } from './finding-section.ts'
import { verdictBadge } from './pieces.ts'

/** The whole page. */
export function technicalPage(view: ReportView): Markup {
  const { marks, copies, findings, approved, conflicts } = view
  return html`<article id="technical" class="sheet" aria-labelledby="technical-title">
<p class="eyebrow">${marks.map((mark) => html`<span>${mark}</span> `)}</p>
<h2 class="page" id="technical-title">Technical page</h2>
${when(copies.rows.length > 0, () => html`<section class="block" aria-labelledby="copies-title"><h3 class="part" id="copies-title">Who copies what to where</h3>${copiesPicture(copies)}</section>`)}
<section class="block" id="findings" aria-labelledby="findings-title"><h3 class="part" id="findings-title">${findings.length === 0 ? 'No findings' : plural(findings.length, 'finding')}</h3>
${findings.length === 0 ? html`<p>${view.executive.state} ${view.executive.coverage}</p>` : index(findings)}</section>
${findings.map(findingSection)}
<section class="block" id="approved" aria-labelledby="approved-title"><h3 class="part" id="approved-title">Approved</h3>
${approved.length === 0 ? html`<p>Nothing is approved.</p>` : approvedTable(approved)}</section>
${coverageSection(view)}
${when(conflicts.length > 0, () => html`<section class="block" aria-labelledby="conflicts-title"><h3 class="part" id="conflicts-title">Names that two claim</h3><ul>${conflicts.map((line) => html`<li>${line}</li>\n`)}</ul></section>`)}
</article>`
}

function index(findings: readonly FindingView[]): Markup {
  return html`<table class="index"><thead><tr><th scope="col">Verdict, severity</th><th scope="col">Finding</th><th scope="col">Since</th><th scope="col">Heard by</th></tr></thead><tbody>${groupAlike(findings).map(indexRow)}</tbody></table>
<p class="muted small">${LEG_MARKS.seen} seen, ${LEG_MARKS['not-seen']} looked and not seen, ${LEG_MARKS['not-available']} not available: a blind spot, not a comfort.</p>`
}

function indexRow({ first: { anchor, finding }, others }: AlikeFindings): Markup {
  const links = others.map((other) => html` <a href="#${other.anchor}">${other.finding.session.name}</a>`)
  const alike = when(
    others.length > 0,
    () => html`<span class="alike">and ${others.length} more like it:${links}</span>`,
  )
  return html`<tr><td>${verdictBadge(finding.verdict)}<br><span class="severity">${finding.severity}</span></td><td><a href="#${anchor}">${finding.sentence}</a>${alike}</td><td class="nowrap">${finding.since === undefined ? '' : sayWhen(finding.since)}</td><td>${legMarks(finding)}</td></tr>\n`
}

/** A device is heard by all legs but the audit trail, an account by that. */
function legMarks({ legs }: FindingView['finding']): Markup {
  const names = legs.audit === 'not-available' ? (['config', 'log', 'aaa', 'flow'] as const) : (['audit'] as const)
  return html`${names.map((name) => html`<span class="nowrap">${LEG_NAMES[name]} ${LEG_MARKS[legs[name]]}</span> `)}`
}

function approvedTable(rows: readonly ApprovedRow[]): Markup {
  const items = rows.map(
    ({ anchor, sentence, approval, ticket, status, conduct }) =>
      html`<tr id="${anchor}"><td class="said">${sentence}</td><td class="nowrap">${approval}</td><td class="nowrap">${ticket}</td><td class="nowrap">${status}</td><td>${conduct}</td></tr>\n`,
  )
  const head = ['Copy', 'Approval', 'Ticket', 'Status', 'Not proper'].map((name) => html`<th scope="col">${name}</th>`)
  return html`<div class="scroll" role="region" aria-label="Approved copies" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${items}</tbody></table></div>`
}

function coverageSection({ coverage, executive }: ReportView): Markup {
  const rows = coverage.map(
    ({ subject, platform, cells, commandsBy, remark }) =>
      html`<tr><td>${subject}</td><td>${platform}</td>${cells.map(({ state, mark, text }) => html`<td class="${state} nowrap">${mark} ${text}</td>`)}<td>${commandsBy}</td><td>${remark}</td></tr>\n`,
  )
  return html`<section class="block" id="coverage" aria-labelledby="coverage-title"><h3 class="part" id="coverage-title">Coverage</h3>
<p>${executive.coverage}</p>
<div class="scroll" role="region" aria-label="Coverage of each device and account" tabindex="0"><table class="grid"><thead><tr>${gridHead().map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`
}
