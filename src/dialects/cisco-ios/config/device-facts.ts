/** What an IOS configuration says of the device itself: its names and addresses, its bundles, and the channels it feeds. */
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

/** @source Oxidized and RANCID models for IOS: comments from `show version` and `show inventory` */
const SERIAL_COMMENT = /^!\s*(?:Processor ID|Motherboard Serial Number|Serial Number)\s*:\s*(\w{6,32})\s*$/i
const CHASSIS_NAME = /^!\s*NAME:\s*"(?:[^"]{0,32}Chassis|Switch \d{1,2}|[^"]{0,32}Stack)"/i
const SERIAL_NUMBER = /\bSN:\s*(\w{6,32})/

/** Reads what a configuration says of its device. Never throws. */
export function readDeviceFacts(config: ConfigText): DeviceFacts {
  const { commands } = config
  const hostname = findValue(commands, /^hostname\s+(\S{1,253})$/i) ?? promptName(config.prompts)
  const domain = findValue(commands, /^ip domain[- ]name\s+(?:vrf\s+\S+\s+)?(\S{1,253})$/i)
  const names = [
    ...hostnames(hostname, domain),
    ...readSerials(config).map((value) => ({ by: 'serial', value }) as const),
    ...commands.flatMap(addressOf).map((value) => ({ by: 'address', value }) as const),
  ]
  return {
    hostname,
    names,
    declares: readDeclaredLegs(commands),
    bundles: readBundles(commands, 'Port-channel'),
    outcomes: outcomesOf(commands, useOf),
  }
}

/** Serials of the chassis and stack members, not of power supplies, which move between devices. */
function readSerials({ comments, commands }: ConfigText): readonly string[] {
  const serials = new Set<string>()
  let ofChassis = false
  for (const comment of comments) {
    const direct = SERIAL_COMMENT.exec(comment)?.[1]
    if (direct !== undefined) serials.add(direct)
    if (/^!\s*NAME:/i.test(comment)) ofChassis = CHASSIS_NAME.test(comment)
    const inventory = ofChassis ? SERIAL_NUMBER.exec(comment)?.[1] : undefined
    if (inventory !== undefined) serials.add(inventory)
  }
  const licensed = findValue(commands, /^license udi pid \S{1,64} sn (\w{6,32})$/i)
  return [...(licensed === undefined ? serials : serials.add(licensed))]
}

/** @source Cisco IOS commands `logging host`, `archive / log config / logging enable / notify syslog`, `aaa accounting commands` */
function readDeclaredLegs(commands: readonly ConfigLine[]): DeclaredLegs {
  const inLogConfig = commands.filter(
    ({ parent }) => parent?.text === 'log config' && parent.parent?.text === 'archive',
  )
  return {
    log: commands.some(isLogHost),
    commandLog: ['logging enable', 'notify syslog'].every((wanted) =>
      inLogConfig.some(({ text }) => text.startsWith(wanted)),
    ),
    accounting: commands.some(isCommandAccounting),
  }
}

function isLogHost({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^logging (?:host \S|\d{1,3}\.\d)/.test(text)
}

function isCommandAccounting({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^aaa accounting commands /.test(text)
}

function useOf(line: ConfigLine): string | undefined {
  if (line.parent === undefined && /^hostname\s/i.test(line.text)) return 'names the device'
  if (addressOf(line).length > 0) return 'address of the device'
  if (isLogHost(line)) return 'declares where the log goes'
  if (isCommandAccounting(line)) return 'declares accounting of commands'
  return /^channel-group \d/i.test(line.text) && line.parent !== undefined ? 'member of a bundle' : undefined
}
