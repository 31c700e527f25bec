/** What an EOS configuration says of the device itself: its names and addresses, its bundles, and the channels it feeds. */
import type { DeclaredLegs } from '../../../facts/fact.ts'
import {
  addressOf,
  type DeviceFacts,
  findValue,
  hostnames,
  outcomesOf,
  promptName,
  readBundles,
} from '../../_cisco-configuration/document/device.ts'
import type { ConfigLine, ConfigText } from '../../_cisco-configuration/text/config-text.ts'

/** @source EOS: the second line of `show running-config`. `! device: leaf-1 (DCS-7050SX3-48YC8, EOS-4.31.2F)` */
const DEVICE_COMMENT = /^! device: (\S{1,253}) \(/
/** @source Oxidized and RANCID models for EOS: comments from `show version` and `show inventory` */
const SERIAL_COMMENT = /^!\s*(?:System )?Serial Number\s*:\s*(\w{6,32})\s*$/i
const INVENTORY_HEAD = /^!\s*HW Version\s+Serial Number\s/i
const INVENTORY_ROW = /^!\s+[\d.]{1,8}\s+([A-Z]{3}\d{6,12}\w{0,8})\s/

/** Reads what a configuration says of its device. Never throws. */
export function readDeviceFacts(config: ConfigText): DeviceFacts {
  const { commands, comments, prompts } = config
  const commented = comments.map((comment) => DEVICE_COMMENT.exec(comment)?.[1]).find(Boolean)
  const hostname = findValue(commands, /^hostname\s+(\S{1,253})$/i) ?? commented ?? promptName(prompts)
  const domain = findValue(commands, /^(?:ip domain-name|dns domain)\s+(\S{1,253})$/i)
  const names = [
    ...hostnames(hostname, domain),
    ...readSerials(comments).map((value) => ({ by: 'serial', value }) as const),
    ...commands.flatMap(ownAddress).map((value) => ({ by: 'address', value }) as const),
  ]
  return {
    hostname,
    names,
    declares: readDeclaredLegs(commands),
    bundles: readBundles(commands, 'Port-Channel'),
    outcomes: outcomesOf(commands, useOf),
  }
}

/** The serial of the switch, not of its power supplies and optics, which move between devices. */
function readSerials(comments: readonly string[]): readonly string[] {
  const said = comments.flatMap((comment) => SERIAL_COMMENT.exec(comment)?.[1] ?? [])
  const head = comments.findIndex((comment) => INVENTORY_HEAD.test(comment))
  const rows = head === -1 ? [] : comments.slice(head + 1, head + 3)
  return [...new Set([...said, ...rows.flatMap((row) => INVENTORY_ROW.exec(row)?.[1] ?? [])])]
}

/** Secondary addresses are shared: the tunnel end points of a pair, for one. */
function ownAddress(line: ConfigLine): readonly string[] {
  return /\bsecondary$/i.test(line.text) ? [] : addressOf(line)
}

/** @source EOS commands `logging host`, `aaa accounting commands … logging`, which is the log of commands, and `… group NAME` */
function readDeclaredLegs(commands: readonly ConfigLine[]): DeclaredLegs {
  const accounting = commands.filter(isCommandAccounting)
  return {
    log: commands.some(isLogHost),
    commandLog: accounting.some(({ text }) => /\slogging\b/i.test(text)),
    accounting: accounting.some(({ text }) => /\sgroup\s/i.test(text)),
  }
}

function isLogHost({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^logging (?:vrf \S{1,64} )?host \S/.test(text)
}

function isCommandAccounting({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^aaa accounting commands /.test(text)
}

function useOf(line: ConfigLine): string | undefined {
  if (line.parent === undefined && /^hostname\s/i.test(line.text)) return 'names the device'
  if (ownAddress(line).length > 0) return 'address of the device'
  if (isLogHost(line)) return 'declares where the log goes'
  if (isCommandAccounting(line)) return 'declares accounting of commands'
  return /^channel-group \d/i.test(line.text) && line.parent !== undefined ? 'member of a bundle' : undefined
}
