/** What an NX-OS configuration says of the switch itself: its names and addresses, its bundles, and the channels it feeds. */
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

/** @source `show version` and `show inventory` of NX-OS, as Oxidized and RANCID put them before a configuration */
const BOARD_SERIAL = /^!?\s{0,8}Processor (?:Board ID|ID:)\s{1,8}(\w{6,32})\s*$/i
const DEVICE_NAME = /^!?\s{0,8}Device name:\s{1,8}([\w.-]{1,253})\s*$/i
const ITEM_NAME = /^!\s{0,4}NAME:\s{0,4}"([^"]{0,64})"/i
const ITEM_SERIAL = /\bSN:\s{0,4}(\w{6,32})/
/** Syslog severity of AAA_ACCOUNTING_MESSAGE. */
const ACCOUNTING_SEVERITY = 6
/** @source Cisco NX-OS command `logging server`: the severity left out is 5, notifications */
const DEFAULT_SERVER_SEVERITY = 5

/** Reads what a configuration says of its switch. Never throws. */
export function readDeviceFacts(config: ConfigText): DeviceFacts {
  const { commands, prompts, lines } = config
  const hostname =
    findValue(commands, /^(?:hostname|switchname)\s+(\S{1,253})$/i) ??
    promptName(prompts) ??
    lines.map((line) => DEVICE_NAME.exec(line)?.[1]).find(Boolean)
  const domain = findValue(commands, /^ip domain-name\s+(\S{1,253})$/i)
  const names = [
    ...hostnames(hostname, domain),
    ...readSerials(lines).map((value) => ({ by: 'serial', value }) as const),
    ...commands.flatMap(addressOf).map((value) => ({ by: 'address', value }) as const),
  ]
  return {
    hostname,
    names,
    declares: readDeclaredLegs(commands),
    bundles: readBundles(commands, 'port-channel'),
    outcomes: outcomesOf(commands, useOf),
  }
}

/** Serials of the chassis, not of power supplies, which move between switches. */
function readSerials(lines: readonly string[]): readonly string[] {
  const serials = new Set<string>()
  let item = ''
  for (const line of lines) {
    const board = BOARD_SERIAL.exec(line)?.[1]
    if (board !== undefined) serials.add(board)
    item = ITEM_NAME.exec(line)?.[1] ?? item
    const serial = item === 'Chassis' && line.startsWith('!') ? ITEM_SERIAL.exec(line)?.[1] : undefined
    if (serial !== undefined) serials.add(serial)
  }
  return [...serials]
}

/**
 * Commands reach the log only where both the facility and a server take severity 6.
 *
 * @source Cisco NX-OS commands `logging server`, `logging level aaa`, `aaa accounting default group`
 */
function readDeclaredLegs(commands: readonly ConfigLine[]): DeclaredLegs {
  const servers = commands.filter(isLogServer).map(({ text }) => {
    const [, severity] = /^logging server \S+ (\d)\b/i.exec(text) ?? []
    return severity === undefined ? DEFAULT_SERVER_SEVERITY : Number(severity)
  })
  const level = Number(findValue(commands, /^logging level aaa (\d)$/i) ?? 0)
  return {
    log: servers.length > 0,
    commandLog: level >= ACCOUNTING_SEVERITY && servers.some((severity) => severity >= ACCOUNTING_SEVERITY),
    accounting: commands.some(isAccounting),
  }
}

function isLogServer({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^logging server \S/i.test(text)
}

function isAccounting({ text, parent }: ConfigLine): boolean {
  return parent === undefined && /^aaa accounting default group \S/i.test(text)
}

function useOf(line: ConfigLine): string | undefined {
  if (line.parent === undefined && /^(?:hostname|switchname)\s/i.test(line.text)) return 'names the device'
  if (addressOf(line).length > 0) return 'address of the device'
  if (isLogServer(line)) return 'declares where the log goes'
  if (isAccounting(line)) return 'declares accounting of commands'
  return /^channel-group \d/i.test(line.text) && line.parent !== undefined ? 'member of a bundle' : undefined
}
