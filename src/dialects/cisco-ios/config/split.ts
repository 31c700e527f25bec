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
  let device: Device | undefined
  for (const [index, line] of lines.entries()) {
    if (reasons.has(index + 1)) continue
    const name = /^hostname\s+(\S+)$/.exec(line)?.[1]
    if (name === undefined) {
      device &&= { ...device, over: device.over ?? overAt(line, index) }
      continue
    }
    if (device?.over !== undefined) starts.push(device.over)
    else if (device !== undefined && device.name !== name) starts.push(index + 1)
    device = { name, over: undefined }
  }
  return starts
}

/** The device whose configuration is being passed, and where the next one's would start once its own is over. */
interface Device {
  readonly name: string
  readonly over: number | undefined
}

function overAt(line: string, index: number): number | undefined {
  if (line === 'end') return index + 2
  return START_OF_OUTPUT.test(line) ? index + 1 : undefined
}
