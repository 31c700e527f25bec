/** Where one device ends and the next begins in a file that holds several. */
import { cleanLines } from '../text/clean-lines.ts'

/** A configuration names its release once, at its start. */
const VERSION = /^(?:set )?version \S{1,64};?\s*$/
const HEADING =
  /^(?:#+ ?)?(?:## Last (?:commit|changed)|# RANCID-CONTENT-TYPE)|^[\w.-]{1,64}@[\w.-]{1,64}[>#] ?(?:show|sh) conf/
const HOST_NAME = /^set system host-name (\S{1,253})\s*$/
const BETWEEN = /^\s*(?:#.*)?$/

/**
 * The first line of each configuration in a text, counted from 1. A configuration ends where the next one's heading, release or
 * (in the `set` form) another host name stands; comments above belong to what follows them.
 */
export function splitConfigs(text: string): readonly number[] {
  const lines = cleanLines(text)
  const starts = [1]
  let seen: { version?: true; name?: string } = {}
  for (const [index, line] of lines.entries()) {
    const version = VERSION.test(line)
    const name = HOST_NAME.exec(line)?.[1]
    const isNext =
      seen.version === true ? version || HEADING.test(line) : name !== undefined && (seen.name ?? name) !== name
    if (isNext) {
      starts.push(startAbove(lines, index, starts.at(-1) ?? 1))
      seen = {}
    }
    if (version) seen.version = true
    if (name !== undefined) seen.name = name
  }
  return starts
}

/** Comments and blank lines right above the first line of a device are its own. */
function startAbove(lines: readonly string[], index: number, previous: number): number {
  let start = index
  while (start > previous && BETWEEN.test(lines[start - 1] ?? '')) start--
  return start + 1
}
