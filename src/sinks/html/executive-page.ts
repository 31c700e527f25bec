/** The executive page: it prints on one sheet. */
import type { ExecutiveView, WorstFinding } from '../_pages/executive/executive-view.ts'
import { type ExecutiveQuestion, NOT_KNOWN } from '../_pages/executive/questions.ts'
import type { ReportView } from '../_pages/report-view.ts'
import { plural, sayCount } from '../_pages/words.ts'
import { html, type Markup, when } from './escape.ts'
import { markOf } from './pieces.ts'

/** The whole page. */
export function executivePage({ executive, marks }: ReportView): Markup {
  return html`<article id="executive" class="sheet" aria-labelledby="title">
<h1 id="title">Where traffic is copied, and whether that is all right</h1>
<p class="eyebrow">${marks.map((mark) => html`<span>${mark}</span> `)}</p>
<p class="state">${executive.state}</p>
<p class="rests">${executive.coverage}</p>
${tally(executive)}
<h2 class="part">Governed, logged, reviewed?</h2>
<ol class="questions">${executive.questions.map(question)}</ol>
<div class="halves">
<section aria-labelledby="worst"><h2 class="part" id="worst">The worst of it</h2>
${executive.worst.length === 0 ? html`<p>Nothing asks for a decision.</p>` : html`<ol class="worst">${executive.worst.map(worst)}</ol>`}
</section>
<section aria-labelledby="blind"><h2 class="part" id="blind">What was not seen</h2>
${executive.blindSpots.length === 0 ? html`<p>Every kind of evidence of every device and account was heard.</p>` : html`<ul class="blind">${executive.blindSpots.map((line) => html`<li>${line}</li>\n`)}</ul>`}
${when(executive.nextAction !== undefined, () => html`<p class="next"><strong>Do next:</strong> ${executive.nextAction ?? ''}</p>`)}
</section>
</div>
<section class="limits" aria-label="What this does not say"><ul>${executive.limits.map((limit) => html`<li>${limit}</li>\n`)}</ul></section>
</article>`
}

function tally({ verdicts }: ExecutiveView): Markup {
  const items = verdicts.map(
    ({ verdict, count }) =>
      html`<li class="v-${verdict}"><b class="${count === 0 ? 'zero' : 'some'}">${sayCount(count)}</b><span class="${count === 0 ? 'zero' : 'verdict'}">${markOf(verdict)}${verdict}</span></li>\n`,
  )
  const total = verdicts.reduce((sum, { count }) => sum + count, 0)
  return html`<p class="tally-name" id="tally">${plural(total, 'finding')} by verdict: copies, shared targets and refused attempts</p>
<ul class="tally" aria-labelledby="tally">${items}</ul>`
}

function question({ ask, figure, counts, answer, unknown }: ExecutiveQuestion): Markup {
  return html`<li><div><span class="figure${figure === NOT_KNOWN ? ' none' : ''}">${figure}</span><span class="counts">${counts}</span></div>
<div><h3>${ask}</h3><p>${answer}${answer === '' ? '' : ' '}<span class="muted">Not known: ${uncapitalise(unknown)}</span></p></div></li>\n`
}

function worst({ verdict, severity, sentence, anchor, more }: WorstFinding): Markup {
  const others = more === 0 ? '' : ` And ${sayCount(more)} more of the same case.`
  return html`<li class="v-${verdict}">${markOf(verdict)}<span class="severity">${severity}</span> <span class="isolate">${sentence}</span>${others} <a href="#${anchor}">Evidence</a></li>\n`
}

function uncapitalise(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
