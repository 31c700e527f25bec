/** One record of a detail file: a header line with a time, then attributes behind a TAB. */
import { COMMAND_ATTRIBUTES, type CommandAttribute } from '../_aaa/radius-commands.data.ts'
import { commandAttribute } from '../_aaa/radius-login.ts'

/** One attribute as written: `Cisco-AVPair = "shell:priv-lvl=15"`. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/** A record taken apart. */
export interface DetailRecord {
  /** `Sun May  3 13:55:35 2026`, or what the server was told to write instead. */
  readonly header: string
  readonly attributes: readonly Attribute[]
  /** The record ends inside a command. */
  readonly commandCut: boolean
  /** The first value of an attribute; names match whatever their case. */
  value(name: string): string | undefined
}

/** More attributes than a RADIUS packet of 4096 bytes can hold. */
const MAX_ATTRIBUTES = 2048
/** An attribute holds at most 253 bytes, each written as four characters; some servers join several. */
const MAX_LINE_LENGTH = 8192

/** @source FreeRADIUS rlm_detail.c, vp_prints: TAB, name with a tag or not, operator, value */
const ATTRIBUTE = /^[\t ]+([A-Za-z][\w.-]{0,127})(?::\d{1,3})? [-+:!<>=~^*]{0,2}= (.*)$/

/** Takes a record apart; undefined unless its first line is a header and attributes follow. Never throws. */
export function readDetailRecord(text: string): DetailRecord | undefined {
  const [header = '', ...lines] = text.split('\n', MAX_ATTRIBUTES)
  if (header === '' || /^\s/.test(header)) return undefined
  const written = lines.flatMap(readAttribute)
  const attributes = written.filter(isWhole)
  if (written.length === 0) return undefined
  const values = new Map<string, string>()
  for (const { name, value } of attributes) if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value)
  return {
    header: header.slice(0, 256),
    attributes,
    commandCut: written.some((attribute) => !isWhole(attribute) && isCommand(attribute.name)),
    value: (name) => values.get(name.toLowerCase()),
  }
}

/** An attribute whose value may be cut off. */
interface Written {
  readonly name: string
  readonly value: string | undefined
}

function isWhole(written: Written): written is Attribute {
  return written.value !== undefined
}

function readAttribute(line: string): readonly Written[] {
  const [, name, written = ''] = ATTRIBUTE.exec(line.slice(0, MAX_LINE_LENGTH)) ?? []
  return name === undefined ? [] : [{ name, value: readValue(written.trimEnd()) }]
}

/** `"a \"b\""` → `a "b"`; undefined where the closing quote is missing: the line was cut. */
function readValue(written: string): string | undefined {
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return written
  if (written.length < 2 || !written.endsWith(quote) || /(?<!\\)(?:\\\\){0,4096}\\.$/s.test(written)) return undefined
  return written.slice(1, -1).replaceAll(/\\([0-3][0-7]{2}|.)/gs, (_whole, escaped: string) => toCharacter(escaped))
}

/** @source FreeRADIUS src/lib/print.c, fr_print_string: `\n`, `\r`, `\t`, `\033`, and any other character as itself */
function toCharacter(escaped: string): string {
  if (escaped.length === 3) return String.fromCharCode(Number.parseInt(escaped, 8))
  return escaped === 'n' ? '\n' : escaped === 'r' ? '\r' : escaped === 't' ? '\t' : escaped
}

function isCommand(name: string): boolean {
  return vendorAttribute(name) !== undefined || /^cisco-avpair$/i.test(name)
}

/** A command that the device sent, and the attribute it stood in. */
export interface SentCommand {
  readonly text: string
  readonly attribute: string
  readonly platform?: string | undefined
}

/** The command of a record: a vendor's attribute by name or number, or `cmd=` in Cisco's pairs; undefined where there is none. */
export function sentCommand({ attributes }: DetailRecord): SentCommand | undefined {
  for (const { name, value } of attributes) {
    const known = vendorAttribute(name)
    if (known !== undefined) return { text: fromHex(value), attribute: name, platform: known.platform }
    const [, typed] = /^cisco-avpair$/i.test(name) ? (/^(?:shell:)?cmd=(.*)$/s.exec(value) ?? []) : []
    if (typed !== undefined) return { text: typed, attribute: name }
  }
  return undefined
}

/** By name, or without the vendor's dictionary: `Attr-26.11.2`, `Vendor-11-Attr-2`. */
function vendorAttribute(name: string): CommandAttribute | undefined {
  const named = commandAttribute(name)
  if (named !== undefined) return named
  const [, vendor, attribute] = /^(?:attr-26\.|vendor-)(\d{1,8})(?:\.|-attr-)(\d{1,3})$/i.exec(name) ?? []
  return COMMAND_ATTRIBUTES.find(
    (known) => known.vendor === Number(vendor ?? -1) && known.attribute === Number(attribute ?? -1),
  )
}

/** What no dictionary knows is written as its bytes: `0x6d6972726f72` → `mirror`. */
function fromHex(value: string): string {
  return /^0x(?:[\da-f]{2}){1,4096}$/i.test(value) ? Buffer.from(value.slice(2), 'hex').toString('utf8') : value
}
