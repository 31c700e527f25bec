/** What an EOS configuration is worth as proof: which configuration it is, how much of it is there, and of what time. */
import type { SnapshotScope } from '../../../facts/fact.ts'
import { type Extent, readExtentByEnd } from '../../_cisco-configuration/document/standing.ts'
import type { ConfigText } from '../../_cisco-configuration/text/config-text.ts'
import { readMonth, type WrittenTime } from '../../_syslog/written-time.ts'

const FULL_CONFIG_MARKS = /^! (?:Command: show (?:running|startup)-config(?: all)?\s*$|device: |boot system )/m
/** @source EOS: every `show …-config` prints the command it answers */
const STARTUP_MARKS =
  /^(?:! Command: show startup-config|! Startup-config last modified|[\w.:/-]{1,63}[#>]\s*sh\S* star)/m
const CANDIDATE_MARKS = /^(?:! Command: show session-config|[\w.:/-]{1,63}[#>]\s*sh\S* session-c)/m
/** What a whole configuration always shows. Captures are commands of EXEC mode and never in one. */
const NAMESPACES = [
  'monitor-session',
  'queue-monitor',
  'tap-group',
  'tap-port',
  'event-handler',
  'daemon',
  'alias',
  'schedule',
] as const
/** @source EOS `show clock`, first line */
const CLOCK =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?) (\d{4})$/

/** How much of a configuration a text holds: one that is all there ends with `end`. */
export function readExtent(config: ConfigText, cutOff: boolean): Extent {
  return readExtentByEnd(config, cutOff, FULL_CONFIG_MARKS)
}

/** The scope of a snapshot: absence counts only where the whole text is there. */
export function readScope(config: ConfigText, extent: Extent): SnapshotScope {
  const text = config.lines.join('\n')
  const state = CANDIDATE_MARKS.test(text) ? 'candidate' : STARTUP_MARKS.test(text) ? 'startup' : 'running'
  return { state, complete: extent === 'full', namespaces: NAMESPACES, scope: '' }
}

/** `Sat Nov 14 03:12:07 2026` of `show clock`, whose zone stands on a line of its own; undefined for another line. */
export function readClock(line: string): WrittenTime | undefined {
  const [, monthName = '', day, clock, year] = CLOCK.exec(line.slice(0, 80)) ?? []
  const month = readMonth(monthName)
  if (clock === undefined || month === undefined) return undefined
  return { year: Number(year), month, day: Number(day), clock, zone: undefined }
}
