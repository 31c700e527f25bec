/** One finding of the technical page. */

import { LEG_NAMES, STEP_MARKS } from '../../findings/report/marks.data.ts'
import type { EvidenceLine, NumberedReason } from '../_pages/finding/evidence-index.ts'
import type { FindingView } from '../_pages/finding/finding-view.ts'
import type { Grade } from '../_pages/finding/judgement.ts'
import type { SessionRow } from '../_pages/finding/session-table.ts'
import { plural } from '../_pages/words.ts'
import { html, type Markup, type Part, when } from './escape.ts'
import { lanesPicture } from './lanes-picture.ts'
import { commandBlock, dataTable, verdictBadge } from './pieces.ts'

/** The whole section. */
export function findingSection(view: FindingView): Markup {
  const { anchor, finding, lanes } = view
  return html`<section class="finding v-${finding.verdict}" id="${anchor}" aria-labelledby="${anchor}-title">
${head(view)}
<div class="pair">
<div><h4>How it is judged</h4><dl class="rows">${view.grades.map(grade)}</dl></div>
<div><h4>The session${when(finding.before !== undefined, () => ', and what it was before')}</h4><dl class="rows">${view.session.map(sessionRow)}</dl></div>
</div>
<h4>Who was heard, and when</h4>
${lanes === undefined ? html`<p>No evidence of it has a time.</p>` : lanesPicture(lanes, { anchor, verdict: finding.verdict })}
${reasons(view)}
${evidence(view)}
${who(view)}
${exposure(view)}
${investigation(view)}
${playbook(view)}
${knownAndNot(view)}
</section>\n`
}

function head({ anchor, finding, act }: FindingView): Markup {
  const { verdict, severity, status, id, platform, subject } = finding
  return html`<header><p class="badges">${verdictBadge(verdict)}<span class="severity">${severity}</span><span>${status}</span><span class="muted">${subject}, ${platform || 'platform not known'}</span><code class="muted">${id}</code></p>
<h3 id="${anchor}-title">${finding.sentence}</h3>
${when(act !== undefined, () => html`<p class="muted">${act ?? ''}</p>`)}</header>`
}

function grade({ name, grade: label, basis }: Grade): Markup {
  return html`<div><dt>${name}</dt><dd><strong>${label}</strong>${basis.map((line) => html`<br><span class="small">${line}</span>`)}</dd></div>\n`
}

function sessionRow({ property, now, before }: SessionRow): Markup {
  const value = html`<code>${now}</code>`
  return html`<div><dt>${property}</dt><dd>${before === undefined ? value : html`<del><code>${before}</code></del><ins>${value}</ins>`}</dd></div>\n`
}

function reasons({ anchor, evidence: { reasons: said } }: FindingView): Part {
  if (said.length === 0) return []
  return html`<h4>Reasons</h4><ol class="reasons">${said.map((reason) => reasonItem(reason, anchor))}</ol>`
}

function reasonItem({ detection, statement, cites, more }: NumberedReason, anchor: string): Markup {
  const links = cites.map(({ first, last }) => {
    const numbers = first === last ? `${first}` : `${first}–${last}`
    return html` <a href="#${anchor}-e${first}" aria-label="evidence ${numbers}">[${numbers}]</a>`
  })
  const rest = when(more > 0, () => html` <span class="muted small">and ${plural(more, 'more record')}</span>`)
  return html`<li>${statement}<span class="cites">${links}</span>${rest} <code class="muted">${detection}</code></li>\n`
}

function evidence({ anchor, evidence: { lines, more } }: FindingView): Part {
  if (lines.length === 0) return []
  return html`<h4>Evidence, redacted</h4><ol class="evidence">${lines.map((line) => evidenceItem(line, anchor))}</ol>
${when(more > 0, () => html`<p class="muted small">And ${plural(more, 'more record')} that ${more === 1 ? 'shows' : 'show'} the set-up.</p>`)}`
}

function evidenceItem({ number, when: at, item, places }: EvidenceLine, anchor: string): Markup {
  return html`<li id="${anchor}-e${number}"><span class="number">${number}</span><span class="meta">${at}<br><span class="muted">${LEG_NAMES[item.leg]}</span></span><div class="body"><pre>${item.excerpt}</pre>${places.map((place) => html`<span class="place mono">${place}</span>`)}</div></li>\n`
}

function who({ who: lines, changes, tickets }: FindingView): Markup {
  return html`<h4>Who</h4><ul>${lines.map((line) => html`<li>${line}</li>\n`)}</ul>
${when(changes.rows.length > 0, () => dataTable('Acts on this set-up', changes, [1, 3]))}
${when(tickets.rows.length > 0, () => dataTable('Tickets', tickets))}`
}

function exposure({ finding, observed, episodes }: FindingView): Markup {
  return html`<h4>Exposure</h4><p>${finding.exposure.statement}</p>
${when(observed.rows.length > 0, () => dataTable('Seen on the wire', observed))}
${when(episodes.rows.length > 1, () => dataTable('Lives of this set-up', episodes))}`
}

/** Steps that the evidence says something of, then the bare questions as a list to tick. */
function investigation({ finding }: FindingView): Part {
  if (finding.investigation.length === 0) return []
  const told = finding.investigation.filter((step) => !isBare(step))
  const bare = finding.investigation.filter(isBare)
  return html`<h4>Investigation</h4>
${when(told.length > 0, () => html`<ol class="steps">${told.map(step)}</ol>`)}
${when(bare.length > 0, () => html`<ul class="asks">${bare.map(({ ask, state }) => html`<li><span class="mark" aria-hidden="true">${STEP_MARKS[state]}</span>${ask}</li>\n`)}</ul>`)}`
}

type Step = FindingView['finding']['investigation'][number]

function isBare({ state, answer, next, commands }: Step): boolean {
  return state === 'open' && answer === undefined && next === undefined && commands.length === 0
}

function step({ ask, state, answer, next, commands }: Step): Markup {
  const said = when(answer !== undefined, () => html`<br>${answer ?? ''}`)
  const then = when(next !== undefined, () => html`<br><span class="muted">Next: ${next ?? ''}</span>`)
  return html`<li><span class="mark" aria-hidden="true">${STEP_MARKS[state]}</span><strong>${ask}</strong> <span class="muted small">${state}</span>${said}${then}${commandBlock(commands)}</li>\n`
}

function playbook({ finding }: FindingView): Part {
  if (finding.playbook.length === 0) return []
  const steps = finding.playbook.map(
    ({ stage, text, commands }) =>
      html`<li><span class="stage">${stage.replace('-', ' ')}.</span> ${text}${commandBlock(commands)}</li>\n`,
  )
  return html`<h4>Playbook: a person runs the commands</h4><ol class="steps">${steps}</ol>`
}

function knownAndNot({ finding, attack, dataComponents }: FindingView): Markup {
  const links = attack.map(
    ({ id, url }) => html`${url === undefined ? id : html`<a href="${url}" rel="noreferrer">${id}</a>`} `,
  )
  const components = when(
    dataComponents.length > 0,
    () => html`Data components of the evidence: ${dataComponents.join('; ')}.`,
  )
  return html`<h4>What this rests on</h4><p>${finding.coverage.statement}</p>
${when(finding.coverage.gaps.length > 0, () => html`<p>Not seen: ${finding.coverage.gaps.join('; ')}.</p>`)}
<p class="apart"><span class="label">MITRE ATT&amp;CK, referred to</span>${links}${components}</p>
<p class="apart"><span class="label">Analysis of tapwarden, not MITRE's</span>Everything else in this section; existence ${finding.confidence.existence}, authorisation ${finding.confidence.authorisation}, each with its basis above.</p>`
}
