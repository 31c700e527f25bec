/** Where one device ends and the next begins in a file that holds several. */
import { cleanLines } from './clean-lines.ts'
import { findOpaqueText } from './opaque-text.ts'

const START_OF_OUTPUT =
  /^(?:Building configuration\.|Current configuration\s*:|Using \d+ out of|!RANCID-CONTENT-TYPE|[A-Za-z][\w.:/-]{0,62}[#>]\s*sh)/i

/**
 * The first line of each configuration in a text, counted from 1. A configuration ends with `end`, or where the next one's
 * heading or another `hostname` starts. Text between an `end` and the next heading belongs to what follows, if a device does.
 */
export function splitConfigs(text: string): readonly number[] {
  const lines = cleanLines(text)
  const { reasons } = findOpaqueText(lines)
  const starts = [1]
  let candidate: number | undefined
  let hostname: string | undefined
  for (const [index, line] of lines.entries()) {
    if (reasons.has(index + 1)) continue
    const name = /^hostname\s+(\S+)$/.exec(line)?.[1]
    if (line === 'end' && hostname !== undefined) candidate = index + 2
    else if (hostname !== undefined && candidate === undefined && START_OF_OUTPUT.test(line)) candidate = index + 1
    if (name === undefined) continue
    if (hostname !== undefined && (candidate !== undefined || name !== hostname)) starts.push(candidate ?? index + 1)
    hostname = name
    candidate = undefined
  }
  return starts
}
