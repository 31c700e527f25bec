/** What an NX-OS configuration is worth as proof: which configuration it is, how much of it is there, and of what time. */
import type { SnapshotScope } from '../../../facts/fact.ts'
import { type Extent, readShowClock } from '../../_cisco-configuration/document/standing.ts'
import type { ConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { readMonth, type WrittenTime } from '../../_syslog/written-time.ts'
import { VDC_LINE } from './text-rules.ts'

/** Headings and lines that a whole configuration has; `show running-config monitor` is a piece, as such. */
const FULL_MARKS =
  /^(?:!Command: (?:show (?:running|startup)-config(?: all| vdc-all)*\s*$|Checkpoint)|version \d{1,2}\.\d{1,2}\(|!RANCID-CONTENT-TYPE: cisco-nx)/m
const PIECE_MARK = /^!Command: show (?:running|startup)-config (?!all\b|vdc-all\b|exclude\b)\S/m
/** @source the heading of `show running-config` on NX-OS: the time of the command, in the switch's own zone, which it does not name */
const HEADING_TIME =
  /^!Time: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}:\d{2}) (\d{4})$/

/**
 * How much of a configuration a text holds. NX-OS prints no `end`: what was to be all of it is taken to be, if `line console` or
 * `line vty` is there, which every switch has, and the text does not stop at a pager.
 */
export function readExtent(
  { lines, commands, opaque }: ConfigText,
  written: { text: string; cutOff: boolean },
): Extent {
  if (written.cutOff || opaque.unclosed !== undefined || /--More--\s*$/i.test(written.text.slice(-100)))
    return 'truncated'
  const text = lines.join('\n')
  if (PIECE_MARK.test(text) || !FULL_MARKS.test(text)) return 'partial'
  const isWhole = commands.some((line) => line.parent === undefined && /^line (?:console|vty)$/.test(line.text))
  return isWhole ? 'full' : 'truncated'
}

/** One scope for the default VDC and one for each other that the text holds: absence counts only where the whole text is there. */
export function readScopes({ lines, commands }: ConfigText, extent: Extent): readonly SnapshotScope[] {
  const vdcs = commands.flatMap(({ text, parent }) => (parent === undefined ? (VDC_LINE.exec(text)?.[1] ?? []) : []))
  const state = readState(lines)
  return ['', ...new Set(vdcs)].map((scope) => ({
    state,
    complete: extent === 'full',
    namespaces: ['monitor-session', 'rspan-vlan'],
    scope,
  }))
}

/** @source headings of `show running-config`, `show startup-config` and of a checkpoint file */
function readState(lines: readonly string[]): SnapshotScope['state'] {
  const heading = lines.find((line) => line.startsWith('!Command: ')) ?? ''
  if (/^!Command: Checkpoint/i.test(heading)) return 'candidate'
  const startup = /^!Command: show startup-config/.test(heading) || lines.some(isStartupPrompt)
  return startup ? 'startup' : 'running'
}

function isStartupPrompt(line: string): boolean {
  return /^[\w.:/-]{1,63}[#>]\s{0,8}(?:show|sh)\s{1,8}star/.test(line)
}

/** The time of collection that a line names: `!Time: Wed Nov  4 21:14:47 2026`, or a clock. */
export function readClock(line: string): WrittenTime | undefined {
  const [, monthName = '', day, clock, year] = HEADING_TIME.exec(line) ?? []
  const month = readMonth(monthName)
  if (clock === undefined || month === undefined) return readShowClock(line)
  return { year: Number(year), month, day: Number(day), clock, zone: undefined }
}
