/** Evidence lanes as a picture: one row per leg, one time axis, hatching where nobody could have heard. */

import { LEG_MARKS, type Verdict } from '../../findings/report/marks.data.ts'
import type { Lane, Lanes, Mark, Span } from '../_pages/finding/lanes.ts'
import { html, type Markup, when } from './escape.ts'

const WIDTH = 1000
const LEFT = 92
const RIGHT = 14
const ROW = 28
const TOP = 30

const STATE_WORDS = { seen: 'seen', 'not-seen': 'looked and not seen', 'not-available': 'not available' } as const

/** The figure with its caption; marks link to the lines of evidence of this finding. */
export function lanesPicture(
  lanes: Lanes,
  { anchor, verdict }: { readonly anchor: string; readonly verdict: Verdict },
): Markup {
  const height = TOP + ROW * lanes.lanes.length + 24
  const label = `Evidence over time, ${lanes.lanes.map(({ name, state, marks }) => `${name} ${STATE_WORDS[state]}${marks.length === 0 ? '' : ` at ${marks.length} ${marks.length === 1 ? 'place' : 'places'}`}`).join('; ')}`
  return html`<figure class="lanes v-${verdict}"><div class="scroll" role="region" aria-label="Evidence lanes" tabindex="0">
<svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${label}">
${lanes.ticks.map(({ at, label: text }) => html`<line class="rule" x1="${x(at)}" x2="${x(at)}" y1="${TOP - 4}" y2="${height - 20}"/><text class="dim" x="${x(at)}" y="${height - 5}" text-anchor="middle">${text}</text>\n`)}
<text class="dim" x="0" y="17">copy there</text>
${lanes.lives.map((life) => html`<rect class="life${life.isAsNow ? ' now' : ''}" x="${x(life.from)}" y="8" width="${width(life)}" height="10" rx="2"><title>${life.title}</title></rect>\n`)}
${lanes.lanes.map((lane, index) => laneRow(lane, TOP + ROW * index, anchor))}
</svg></div>
<figcaption>Filled: shows the set-up. Hollow: stands behind a reason alone. Bar: seen going on. Hatched: nobody could have heard. Times in UTC.${when(
    lanes.lanes.some(({ undated }) => undated > 0),
    () => ' Undated records stand in the list alone.',
  )}</figcaption></figure>`
}

function laneRow({ name, state, marks, bars, blind }: Lane, top: number, anchor: string): Markup {
  const middle = top + ROW / 2
  return html`<line class="rule" x1="0" x2="${WIDTH}" y1="${top}" y2="${top}"/>
<text x="0" y="${middle + 5}">${LEG_MARKS[state]}</text><text x="18" y="${middle + 5}">${name}</text>
${blind.map((span) => html`<rect class="hatch" x="${x(span.from)}" y="${top + 4}" width="${width(span)}" height="${ROW - 8}"><title>${span.title}</title></rect>\n`)}
${bars.map((span) => html`<rect class="went" x="${x(span.from)}" y="${middle - 3}" width="${width(span)}" height="6" rx="2"><title>${span.title}</title></rect>\n`)}
${marks.map((mark) => markPicture(mark, middle, anchor))}`
}

function markPicture({ at, count, showsSetup, first, title }: Mark, middle: number, anchor: string): Markup {
  return html`<a href="#${anchor}-e${first}" aria-label="${title}"><circle class="${showsSetup ? 'seen' : 'beside'}" cx="${x(at)}" cy="${middle}" r="${count > 1 ? 6.5 : 5}"><title>${title}</title></circle>${when(count > 1, () => html`<text class="dim" x="${x(at) + 9}" y="${middle + 4}">${count}</text>`)}</a>\n`
}

function x(at: number): number {
  return Math.round((LEFT + at * (WIDTH - LEFT - RIGHT)) * 10) / 10
}

function width({ from, until }: Span): number {
  return Math.max(2, Math.round((x(until) - x(from)) * 10) / 10)
}
