/** Where one device ends and the next begins in a file that holds several. */
import { cleanLines } from './clean-lines.ts'
import { findOpaqueText, type OpaqueRules } from './opaque-text.ts'

/** What differs between platforms: the line that names a device (name in group 1), and headings of the next configuration. */
export interface SplitRules extends OpaqueRules {
  readonly hostname: RegExp
  readonly startOfOutput: RegExp
  /** The line before a part of the same device that has a hostname of its own: `switchto vdc prod`. */
  readonly partOfDevice?: RegExp
}

/**
 * The first line of each configuration in a text, counted from 1. A configuration ends with `end`, or where the next one's
 * heading or another hostname starts. Text between an `end` and the next heading belongs to what follows, if a device does.
 */
export function splitAtDevices(text: string, rules: SplitRules): readonly number[] {
  const lines = cleanLines(text)
  const { reasons } = findOpaqueText(lines, rules)
  const starts = [1]
  let device: Device | undefined
  let inPart = false
  for (const [index, line] of lines.entries()) {
    if (reasons.has(index + 1)) continue
    if (rules.partOfDevice?.test(line) === true) inPart = true
    const name = rules.hostname.exec(line)?.[1]
    if (name === undefined) {
      device &&= { ...device, over: device.over ?? overAt(line, index, rules) }
      continue
    }
    if (inPart) {
      inPart = false
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

function overAt(line: string, index: number, { startOfOutput }: SplitRules): number | undefined {
  if (line === 'end') return index + 2
  return startOfOutput.test(line) ? index + 1 : undefined
}
