/** What a configuration text is worth as proof: which configuration it is, how much of it is there, and of what time. */
import type { SnapshotScope } from '../../../facts/fact.ts'
import type { FactTime } from '../../../facts/schema-parts.ts'
import type { Instant } from '../../../kit/instant.ts'
import { readMonth, resolveTime } from '../../_syslog/written-time.ts'
import type { DocumentRecord } from '../../contract.ts'
import type { ConfigText } from './config-text.ts'

/** `full`: all of it is there. `truncated`: it was to be all of it, but the end is missing. `partial`: a piece, as such. */
export type Extent = 'full' | 'truncated' | 'partial'

const FULL_CONFIG_MARKS =
  /^(?:version \d{1,2}\.\d|Current configuration\s*:|Building configuration\.|Using \d+ out of)/m
const STARTUP_MARKS = /^(?:Using \d+ out of \d+ bytes|[\w.:/-]{1,63}[#>]\s*(?:show|sh)\s+star\S*)/m
/** @source Cisco IOS `show clock`, and the heading that `terminal exec prompt timestamp` prints */
const CLOCK =
  /^(?:Time source is [^,]{1,32}, )?[*.]?(\d{1,2}:\d{2}:\d{2}(?:\.\d{1,6})?) (\S{1,6}) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{4})$/

/** How much of a configuration a text holds: one that is all there ends with `end`. */
export function readExtent(config: ConfigText, cutOff: boolean): Extent {
  if (cutOff || config.opaque.unclosed !== undefined) return 'truncated'
  if (config.commands.some(({ text, parent }) => text === 'end' && parent === undefined)) return 'full'
  return FULL_CONFIG_MARKS.test(config.lines.join('\n')) ? 'truncated' : 'partial'
}

/** The scope of a snapshot: absence counts only where the whole text is there. */
export function readScope(config: ConfigText, extent: Extent): SnapshotScope {
  const startup = STARTUP_MARKS.test(config.lines.join('\n'))
  return {
    state: startup ? 'startup' : 'running',
    complete: extent === 'full',
    namespaces: ['monitor-session', 'rspan-vlan'],
    scope: '',
  }
}

/** When the text was collected: from its path or commit, else from a clock the device printed; a change's time is not it. */
export function readCollectionTime(config: ConfigText, document: DocumentRecord, reference: Instant): FactTime {
  if (document.time !== undefined) return { at: document.time.at, basis: document.time.basis }
  for (const line of config.lines) {
    const [, clock, zone, monthName = '', day, year] = CLOCK.exec(line) ?? []
    const month = readMonth(monthName)
    if (clock === undefined || month === undefined) continue
    const { at, inferred } = resolveTime({ year: Number(year), month, day: Number(day), clock, zone }, reference)
    if (at !== undefined) return { at, written: line, basis: 'content', ...(inferred.length === 0 ? {} : { inferred }) }
  }
  return { basis: 'none' }
}
