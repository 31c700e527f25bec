/** Interface names: however a port is abbreviated, one display name and one key to compare by. */
import { MAX_RANGE_VALUES } from './integer-ranges.ts'
import { INTERFACE_CLASSES } from './interface-name.data.ts'

const classByAlias = new Map(
  INTERFACE_CLASSES.toReversed().flatMap(([display, ...aliases]) =>
    [display.toLowerCase(), ...aliases].map((alias) => [alias, display] as const),
  ),
)

/** Longest name that is read; no platform has longer ones. */
const MAX_NAME_LENGTH = 64

/**
 * The display name of an interface: `g1/0/1`, `Gi 1/0/1`, `GIGABITETHERNET1/0/1` → `GigabitEthernet1/0/1`.
 * Sub-interfaces (`.100`), breakouts (`:1`) and every slot number stay. Undefined when the class is not known or no number follows.
 */
export function canonicalInterfaceName(text: string): string | undefined {
  const parts = splitName(text)
  const display = parts === undefined ? undefined : interfaceClass(parts.letters)
  return parts === undefined || display === undefined ? undefined : `${display}${parts.numbers}`
}

/**
 * What two spellings of one port have in common: lower case, canonical class, no blanks. Unknown classes keep their own letters.
 * Unit 0 of a Junos port is the port: `ge-0/0/1.0` → `ge-0/0/1`.
 */
export function interfaceKey(text: string): string {
  const key = (canonicalInterfaceName(text) ?? text.replaceAll(/\s/g, '')).toLowerCase()
  return UNIT_0_OF_JUNOS.test(key) ? key.slice(0, -2) : key
}

/** @source Junos OS, "Interface Naming Overview": type-fpc/pic/port.unit */
const UNIT_0_OF_JUNOS = /^(?:[a-z]{2}-\d{1,3}\/\d{1,3}\/\d{1,4}(?::\d{1,2})?|ae\d{1,4}|reth\d{1,3})\.0$/

/** Display names in the order written, or why there are none. */
export type InterfaceList =
  | { readonly names: readonly string[]; readonly problem?: undefined }
  | { readonly names: readonly []; readonly problem: string }

/**
 * Expands a list as IOS takes it: `Gi1/0/1 - 3 , Gi1/0/9` → four names; a later item may leave out the type (`Fa1/2 , 2/3`).
 * At most 4096 names; never throws.
 *
 * @source vendor catalogue of list grammars: IOS and IOS-XE interface lists, blanks around `-` and `,`
 */
export function expandInterfaceList(text: string): InterfaceList {
  const names: string[] = []
  let before: { letters: string; numbers: string } | undefined
  for (const item of text.split(',')) {
    const { first, last } = splitRange(item)
    const parts: { letters: string; numbers: string } | undefined = splitName(first) ?? inheritType(first, before)
    const expanded =
      parts === undefined
        ? { names: [], problem: `no interface in "${item.trim().slice(0, MAX_NAME_LENGTH)}"` }
        : expand(parts, last)
    if (expanded.problem !== undefined) return { names: [], problem: expanded.problem }
    if (names.push(...expanded.names) > MAX_RANGE_VALUES) return { names: [], problem: tooMany }
    before = parts
  }
  return { names }
}

const tooMany = `more than ${MAX_RANGE_VALUES} interfaces in one list`

/** A hyphen after a digit makes a range; the one in `Port-channel1` does not. */
function splitRange(item: string): { readonly first: string; readonly last: string | undefined } {
  const at = item.search(/\d\s{0,8}-/)
  if (at === -1) return { first: item, last: undefined }
  const hyphen = item.indexOf('-', at)
  return { first: item.slice(0, hyphen), last: item.slice(hyphen + 1).trim() }
}

function expand(
  parts: { readonly letters: string; readonly numbers: string },
  last: string | undefined,
): InterfaceList {
  const display = interfaceClass(parts.letters)
  if (display === undefined) return { names: [], problem: `no interface type "${parts.letters}"` }
  if (last === undefined) return { names: [`${display}${parts.numbers}`] }
  const [stem, from] = splitLastNumber(parts.numbers)
  const end = splitName(last)?.numbers ?? last
  const [endStem, to] = splitLastNumber(end)
  if (endStem !== '' && endStem !== stem)
    return { names: [], problem: `a range across slots: ${parts.numbers} - ${end.slice(0, MAX_NAME_LENGTH)}` }
  if (Number.isNaN(to) || to < from)
    return { names: [], problem: `no range: ${parts.numbers} - ${end.slice(0, MAX_NAME_LENGTH)}` }
  if (to - from >= MAX_RANGE_VALUES) return { names: [], problem: tooMany }
  return { names: Array.from({ length: to - from + 1 }, (_, index) => `${display}${stem}${from + index}`) }
}

/** `1/0/12` → `1/0/` and 12. */
function splitLastNumber(numbers: string): readonly [stem: string, last: number] {
  const [, stem = '', last = ''] = /^(.*[/.:])?(\d{1,15})$/.exec(numbers) ?? []
  return [stem, last === '' ? Number.NaN : Number(last)]
}

function splitName(text: string): { letters: string; numbers: string } | undefined {
  const [, letters, numbers] =
    /^([a-z][a-z-]*(?:11[a-z]+)?)\s*(\d[\d/.:]*)$/i.exec(text.trim().slice(0, MAX_NAME_LENGTH + 1)) ?? []
  return letters === undefined || numbers === undefined ? undefined : { letters, numbers }
}

/** `2/3` after `Fa1/2` is `Fa2/3`; a lone `3` after `Gi1/0/1` is `Gi1/0/3`. */
function inheritType(
  text: string,
  before: { letters: string; numbers: string } | undefined,
): { letters: string; numbers: string } | undefined {
  const numbers = text.trim()
  if (before === undefined || !/^\d[\d/.:]{0,63}$/.test(numbers)) return undefined
  const stem = /^\d+$/.test(numbers) ? splitLastNumber(before.numbers)[0] : ''
  return { letters: before.letters, numbers: `${stem}${numbers}` }
}

/** Exact spellings first, then any cut of a full name. */
function interfaceClass(letters: string): string | undefined {
  const word = letters.toLowerCase()
  return (
    classByAlias.get(word) ??
    INTERFACE_CLASSES.find(([display]) => word.length > 1 && display.toLowerCase().startsWith(word))?.[0]
  )
}
