/** What a configuration says of the device itself: its names and addresses, its bundles, and the channels it feeds. */
import type { DeclaredLegs, IdentityFact } from '../../../facts/fact.ts'
import { canonicalInterfaceName } from '../../../kit/interface-name.ts'
import type { LineOutcome } from '../../contract.ts'
import type { ConfigLine, ConfigText } from './config-text.ts'

type Name = IdentityFact['names'][number]

/** Facts about one device, with the lines that say them. */
export interface DeviceFacts {
  readonly hostname: string | undefined
  readonly names: readonly Name[]
  readonly declares: DeclaredLegs
  /** Port-channel → members, canonical names. */
  readonly bundles: Readonly<Record<string, readonly string[]>>
  readonly outcomes: readonly LineOutcome[]
}

/** @source Oxidized and RANCID models for IOS: comments from `show version` and `show inventory` */
const SERIAL_COMMENT = /^!\s*(?:Processor ID|Motherboard Serial Number|Serial Number)\s*:\s*(\w{6,32})\s*$/i
const CHASSIS_NAME = /^!\s*NAME:\s*"(?:[^"]{0,32}Chassis|Switch \d{1,2}|[^"]{0,32}Stack)"/i
const SERIAL_NUMBER = /\bSN:\s*(\w{6,32})/

/** Reads what a configuration says of its device. Never throws. */
export function readDeviceFacts(config: ConfigText): DeviceFacts {
  const { commands } = config
  const hostname = findValue(commands, /^hostname\s+(\S{1,253})$/i) ?? promptName(config.prompts)
  const domain = findValue(commands, /^ip domain[- ]name\s+(?:vrf\s+\S+\s+)?(\S{1,253})$/i)
  const names: Name[] = [
    ...(hostname === undefined ? [] : [{ by: 'hostname', value: hostname } as const]),
    ...(hostname === undefined || domain === undefined
      ? []
      : [{ by: 'hostname', value: `${hostname}.${domain}` } as const]),
    ...readSerials(config).map((value) => ({ by: 'serial', value }) as const),
    ...commands.flatMap(addressOf).map((value) => ({ by: 'address', value }) as const),
  ]
  return {
    hostname,
    names,
    declares: readDeclaredLegs(commands),
    bundles: readBundles(commands),
    outcomes: commands.flatMap(outcomeOf),
  }
}

/** The first value of a top-level command. */
function findValue(commands: readonly ConfigLine[], pattern: RegExp): string | undefined {
  return commands
    .filter((line) => line.parent === undefined)
    .map((line) => pattern.exec(line.text)?.[1])
    .find(Boolean)
}

/** `sw1#show run` → `sw1`. */
function promptName(prompts: readonly string[]): string | undefined {
  return prompts.map((prompt) => /^[\w.-]+/.exec(prompt)?.[0]).find(Boolean)
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

/** Own addresses, as `ip address A MASK` of an interface has them; link-local ones name nobody. */
function addressOf({ text, parent }: ConfigLine): readonly string[] {
  if (parent === undefined || !/^interface\s/i.test(parent.text)) return []
  const ipv4 = /^ip address (\d{1,3}(?:\.\d{1,3}){3}) \d/i.exec(text)?.[1]
  const ipv6 = /^ipv6 address ([0-9a-f:]{2,39})\/\d{1,3}/i.exec(text)?.[1]
  const address = ipv4 ?? ipv6?.toLowerCase()
  return address === undefined || address.startsWith('fe80:') ? [] : [address]
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

function readBundles(commands: readonly ConfigLine[]): Readonly<Record<string, readonly string[]>> {
  const members = new Map<string, string[]>()
  for (const { text, parent } of commands) {
    const group = /^channel-group (\d{1,4})\b/i.exec(text)?.[1]
    const port = canonicalInterfaceName(/^interface\s+(\S.*)$/i.exec(parent?.text ?? '')?.[1] ?? '')
    if (group === undefined || port === undefined) continue
    const bundle = `Port-channel${group}`
    members.set(bundle, [...(members.get(bundle) ?? []), port])
  }
  return Object.fromEntries(members)
}

/** Lines used for a fact other than a session are modelled too. */
function outcomeOf(line: ConfigLine): readonly LineOutcome[] {
  const because = useOf(line)
  return because === undefined ? [] : [{ line: line.number, outcome: 'modelled', because }]
}

function useOf(line: ConfigLine): string | undefined {
  if (line.parent === undefined && /^hostname\s/i.test(line.text)) return 'names the device'
  if (addressOf(line).length > 0) return 'address of the device'
  if (isLogHost(line)) return 'declares where the log goes'
  if (isCommandAccounting(line)) return 'declares accounting of commands'
  return /^channel-group \d/i.test(line.text) && line.parent !== undefined ? 'member of a bundle' : undefined
}
