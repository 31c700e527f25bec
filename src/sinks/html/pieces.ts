/** Small pieces that every part of the page uses. */

import { VERDICT_MARKS, type Verdict } from '../../findings/report/marks.data.ts'
import type { Table } from '../_pages/finding/finding-view.ts'
import { html, type Markup, type Part } from './escape.ts'

/** The shape of a verdict; the word stands beside it, so it is not read out. */
export function markOf(verdict: Verdict): Markup {
  return html`<span class="mark" aria-hidden="true">${VERDICT_MARKS[verdict]}</span>`
}

/** Shape and word in the verdict's colour. */
export function verdictBadge(verdict: Verdict): Markup {
  return html`<span class="verdict v-${verdict}">${markOf(verdict)}${verdict}</span>`
}

/** A table that scrolls by itself where the page is too narrow; `code` names the columns that hold what a device says. */
export function dataTable(label: string, { head, rows }: Table, code: readonly number[] = []): Markup {
  const cell = (text: string, index: number): Part => (code.includes(index) ? html`<code>${text}</code>` : text)
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((text, index) => html`<td>${cell(text, index)}</td>`)}</tr>\n`)}</tbody>
</table></div>`
}

/** Commands, one a line. */
export function commandBlock(commands: readonly string[]): Part {
  return commands.length === 0 ? [] : html`<pre class="commands">${commands.join('\n')}</pre>`
}
