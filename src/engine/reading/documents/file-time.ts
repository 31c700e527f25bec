/** The time that a path states: backups rarely say inside when they were taken, their names often do. */
import { type Instant, parseInstant } from '../../../kit/instant.ts'

/** Paths longer than this are read at their end only. */
const MAX_PATH = 4096

const DAY = String.raw`(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])`
const CLOCK = String.raw`([01]\d|2[0-3])[-:.h_]?([0-5]\d)(?:[-:.m_]?([0-5]\d))?(?:\.\d{1,9})?(?!\d)(Z|[+-]\d{2}:?\d{2}(?!\d))?`
const dayAndClock = new RegExp(`${DAY}[T_. -]?${CLOCK}`, 'i')
const dayAlone = new RegExp(`${DAY}(?!\\d)`)
const dayFolders = /(?:^|[\\/])((?:19|20)\d\d)[\\/](0[1-9]|1[0-2])[\\/](0[1-9]|[12]\d|3[01])(?=[\\/])/

/**
 * The time in a file's name, else in the nearest folder's; undefined when none holds one. A missing zone is UTC, a
 * missing clock midnight.
 *
 * `edge-rtr-07_2026-11-13T02-00Z.cfg` → `2026-11-13T02:00:00.000Z`; also `20261113-020000`, `2026-11-13/edge.cfg` and
 * `2026/11/13/edge.cfg`.
 */
export function timeInPath(path: string): Instant | undefined {
  const tail = path.slice(-MAX_PATH)
  for (const segment of tail.split(/[\\/!]/).reverse()) {
    const found = timeInSegment(segment)
    if (found !== undefined) return found
  }
  const [, year, month, day] = dayFolders.exec(tail) ?? []
  return year === undefined ? undefined : toValidInstant(`${year}-${month}-${day}`)
}

function timeInSegment(segment: string): Instant | undefined {
  const [, year, , month, day, hours, minutes, seconds = '00', zone = 'Z'] = dayAndClock.exec(segment) ?? []
  const timed =
    year === undefined ? undefined : toValidInstant(`${year}-${month}-${day}`, `T${hours}:${minutes}:${seconds}${zone}`)
  if (timed !== undefined) return timed
  const [, onlyYear, , onlyMonth, onlyDay] = dayAlone.exec(segment) ?? []
  return onlyYear === undefined ? undefined : toValidInstant(`${onlyYear}-${onlyMonth}-${onlyDay}`)
}

/** Undefined for days that no calendar has (`2026-02-30`). */
function toValidInstant(day: string, clock = ''): Instant | undefined {
  return parseInstant(day)?.startsWith(day) === true ? parseInstant(day + clock) : undefined
}
