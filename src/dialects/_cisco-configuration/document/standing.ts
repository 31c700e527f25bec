/** What a configuration text is worth as proof: how much of it is there, and of what time. */
import type { FactTime } from '../../../facts/schema-parts.ts'
import type { Instant } from '../../../kit/instant.ts'
import { readMonth, resolveTime, type WrittenTime } from '../../_syslog/written-time.ts'
import type { DocumentRecord } from '../../contract.ts'
import type { ConfigText } from '../text/config-text.ts'

/** `full`: all of it is there. `truncated`: it was to be all of it, but the end is missing. `partial`: a piece, as such. */
export type Extent = 'full' | 'truncated' | 'partial'

/** @source Cisco IOS `show clock`, and the heading that `terminal exec prompt timestamp` prints */
const CLOCK =
  /^(?:Time source is [^,]{1,32}, )?[*.]?(\d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?) (\S{1,6}) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{4})$/

/**
 * How much of a configuration a text holds, on platforms where one that is all there ends with `end`; `fullMarks` are the
 * headings and lines (pattern over lines) that only a whole one has.
 */
export function readExtentByEnd(config: ConfigText, cutOff: boolean, fullMarks: RegExp): Extent {
  if (cutOff || config.opaque.unclosed !== undefined) return 'truncated'
  if (config.commands.some(({ text, parent }) => text === 'end' && parent === undefined)) return 'full'
  return fullMarks.test(config.lines.join('\n')) ? 'truncated' : 'partial'
}

/** `10:42:07.123 UTC Wed Nov 4 2026`: what `show clock` prints; undefined for another line. */
export function readShowClock(line: string): WrittenTime | undefined {
  const [, clock, zone, monthName = '', day, year] = CLOCK.exec(line) ?? []
  const month = readMonth(monthName)
  if (clock === undefined || month === undefined) return undefined
  return { year: Number(year), month, day: Number(day), clock, zone }
}

/**
 * When the text was collected: from its path or commit, else from the first clock the device printed, as `readClock` finds it in
 * a line; a change's time is not it.
 */
export function readCollectionTime(
  { lines }: ConfigText,
  document: DocumentRecord,
  clock: { readonly read: (line: string) => WrittenTime | undefined; readonly reference: Instant },
): FactTime {
  if (document.time !== undefined) return { at: document.time.at, basis: document.time.basis }
  for (const line of lines) {
    const time = clock.read(line)
    if (time === undefined) continue
    const { at, inferred } = resolveTime(time, clock.reference)
    if (at !== undefined) return { at, written: line, basis: 'content', ...(inferred.length === 0 ? {} : { inferred }) }
  }
  return { basis: 'none' }
}
