/** Who copies what to where, left to right: the subject, what is copied, the carrier, the destination; unapproved ones stand at the edge. */

import { VERDICT_MARKS, type Verdict } from '../../findings/report/marks.data.ts'
import type { CopyPicture, CopyRow } from '../_pages/pictures/copies.ts'
import { clip, sayCount } from '../_pages/words.ts'
import { html, type Markup, when } from './escape.ts'
import { dataTable } from './pieces.ts'
import { type PlacedDestination, placeDestinations } from './place-destinations.ts'

const WIDTH = 1000
const ROW = 23
const TOP = 28
/** Left ends of the columns, and where curves begin and end. */
const COLUMN = { mark: 0, subject: 20, sources: 232, carrier: 424, curve: 488, known: 690, unknown: 745 } as const

/** Dashes of each verdict, so that black on white loses nothing. */
const DASHES: Readonly<Record<Verdict, string>> = {
  approved: 'none',
  unapproved: 'none',
  'exceeds-approval': '12 3',
  expired: '7 4',
  unexplained: '2 4',
  attempted: '1 5',
  'needs-review': '9 3 2 3',
}

/** The figure, with the same as a table below it. */
export function copiesPicture({ rows, notDrawn }: CopyPicture): Markup {
  const destinations = placeDestinations(rows)
  const lines = Math.max(rows.length, destinations.size)
  return html`<figure class="copies"><div class="scroll" role="region" aria-label="Picture of all present copies" tabindex="0">
<svg viewBox="0 0 ${WIDTH} ${TOP + ROW * lines + 8}" role="group" aria-label="${sayCount(rows.length)} rows: who copies what to where">
<text class="dim" x="${COLUMN.subject}" y="14">device or account</text><text class="dim" x="${COLUMN.sources}" y="14">copies</text><text class="dim" x="${COLUMN.carrier}" y="14">by</text><text class="dim" x="${COLUMN.known + 12}" y="14">to</text>
${rows.map((row, index) => curve(row, index, destinations.get(row.destination)))}
${rows.map((row, index) => rowText(row, index, rows[index - 1]))}
${[...destinations].map(([name, place]) => destinationText(name, place))}
</svg></div>
<figcaption>Colour, shape and dash say the verdict; a thicker line was seen to carry more, a pale one never anything. What no approval allows ends at the right edge.${when(notDrawn > 0, () => ` ${sayCount(notDrawn)} less grave ones are not drawn: see the list.`)}</figcaption></figure>
<details class="small"><summary>The same as a table</summary>${dataTable('Present copies', toTable(rows), [1, 3])}</details>`
}

function toTable(rows: readonly CopyRow[]): Parameters<typeof dataTable>[1] {
  return {
    head: ['Device or account', 'Copies', 'By', 'To', 'Verdict', 'Set-ups', 'Live'],
    rows: rows.map(({ subject, sources, carrier, destination, verdict, count, isIdle }) => [
      subject,
      sources,
      carrier,
      destination,
      verdict,
      sayCount(count),
      isIdle ? 'never' : '',
    ]),
  }
}

function rowText(
  { subject, sources, carrier, verdict, count, anchor }: CopyRow,
  index: number,
  above: CopyRow | undefined,
): Markup {
  const y = TOP + ROW * index + 15
  const times = count > 1 && anchor !== undefined ? ` ×${count}` : ''
  const isFirst = above?.subject !== subject
  const mark = html`<text class="glyph" x="${COLUMN.mark}" y="${y}">${VERDICT_MARKS[verdict]}</text>`
  const name = when(
    isFirst,
    () => html`<text x="${COLUMN.subject}" y="${y}">${clip(subject, 29)}<title>${subject}</title></text>`,
  )
  return html`${when(isFirst, () => html`<line class="rule" x1="0" x2="${COLUMN.curve}" y1="${y - 15}" y2="${y - 15}"/>`)}
<g class="v-${verdict}">${mark}${anchor === undefined ? name : html`<a href="#${anchor}" aria-label="${subject}: ${verdict}">${isFirst ? name : mark}</a>`}
<text class="code" x="${COLUMN.sources}" y="${y}">${clip(sources, 26 - times.length)}${times}<title>${sources}</title></text><text class="dim" x="${COLUMN.carrier}" y="${y}">${clip(carrier, 8)}</text></g>\n`
}

function curve(
  { verdict, bytesAtLeast, isIdle }: CopyRow,
  index: number,
  place: PlacedDestination | undefined,
): Markup {
  const from = TOP + ROW * index + 10
  const to = TOP + ROW * (place?.line ?? index) + 10
  const end = place?.isApproved === true ? COLUMN.known : COLUMN.unknown
  const middle = (COLUMN.curve + end) / 2
  return html`<g class="v-${verdict}${isIdle ? ' idle' : ''}"><path class="edge" d="M${COLUMN.curve} ${from} C${middle} ${from} ${middle} ${to} ${end - 6} ${to}" stroke-width="${strokeWidth(bytesAtLeast)}" stroke-dasharray="${DASHES[verdict]}"/><path class="head" d="M${end - 8} ${to - 5} L${end + 2} ${to} L${end - 8} ${to + 5} Z"/></g>\n`
}

/** From 1.5 where nobody saw traffic to 6 for a terabyte, by its logarithm. */
function strokeWidth(bytesAtLeast: number): number {
  if (bytesAtLeast <= 0) return 1.5
  return Math.round(Math.min(6, 1.5 + Math.log10(bytesAtLeast) * 0.375) * 10) / 10
}

function destinationText(name: string, { line, isApproved, verdict }: PlacedDestination): Markup {
  const start = (isApproved ? COLUMN.known : COLUMN.unknown) + 8
  return html`<g class="v-${verdict}"><text class="code" x="${start}" y="${TOP + ROW * line + 14}">${clip(name, isApproved ? 42 : 34)}<title>${name}</title></text></g>\n`
}
