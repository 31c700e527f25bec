/** Interfaces as EOS takes and prints them: `et1/1-4, po44` → `Ethernet1/1` … `Port-Channel44`. */
import { MAX_RANGE_VALUES, parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import type { InterfaceList } from '../../../kit/interface-name.ts'
import { INTERFACE_TYPES, KERNEL_TYPES } from './interfaces.data.ts'

const MAX_ITEM_LENGTH = 64
const ITEM = /^([a-z][a-z-]{0,30}?)?\s*(\d[\d/.:-]*)$/i
const TOO_MANY = `more than ${MAX_RANGE_VALUES} interfaces in one list`

/**
 * Expands a list: `Ethernet3, Ethernet5`, `et10-12`, `Ethernet1/1-4/1` (each part may be a range), `Ethernet1,3`; `cpu` is `Cpu`.
 * At most 4096 names; never throws.
 *
 * @source EOS interface ranges, as the range functions of the AVD collection expand them
 */
export function expandInterfaces(text: string): InterfaceList {
  const names: string[] = []
  for (const written of text.split(',')) {
    const item = written.trim().replaceAll(/\s*-\s*/g, '-')
    const expanded = expandItem(item.slice(0, MAX_ITEM_LENGTH + 1), names.at(-1))
    if (expanded === undefined || names.length + expanded.length > MAX_RANGE_VALUES)
      return { names: [], problem: TOO_MANY }
    if (expanded.length === 0) return { names: [], problem: `no interface in "${item.slice(0, MAX_ITEM_LENGTH)}"` }
    names.push(...expanded)
  }
  return { names }
}

/** A later item may leave out the type, and with it the slot: `Ethernet5/1,3` is 5/1 and 5/3. */
function expandItem(item: string, before: string | undefined): readonly string[] | undefined {
  if (item.toLowerCase() === 'cpu') return ['Cpu']
  const [, letters, numbers = ''] = ITEM.exec(item) ?? []
  const stem = numbers.includes('/') ? /^\D+/ : /^.*\D/
  const type = letters === undefined ? stem.exec(before ?? '')?.[0] : typeOf(letters)
  return type === undefined || numbers === '' ? [] : expandNumbers(type, numbers)
}

/** `et1` → `Ethernet1`, `et5_1` → `Ethernet5/1`; what is no port of the switch (`any`, `mirror0`) keeps its name. */
export function fromKernelName(name: string): string {
  const [, letters = '', numbers = ''] = /^([a-z]{2,4})(\d{1,4}(?:_\d{1,3}){0,2}(?:\.\d{1,4})?)$/.exec(name) ?? []
  const type = KERNEL_TYPES.find(([kernel]) => kernel === letters)?.[1]
  return type === undefined ? name : `${type}${numbers.replaceAll('_', '/')}`
}

function typeOf(letters: string): string | undefined {
  const word = letters.toLowerCase()
  return INTERFACE_TYPES.find((type) => type.toLowerCase().startsWith(word))
}

/** Every combination of the ranges between `/`, `.` and `:`; undefined for too many, none where it is no list of numbers. */
function expandNumbers(type: string, numbers: string): readonly string[] | undefined {
  let names: readonly string[] = [type]
  for (const part of numbers.split(/(?<=[/.:])/)) {
    const { values, problem } = parseIntegerRanges(part.replace(/[/.:]$/, ''))
    if (problem === 'too-many' || names.length * values.length > MAX_RANGE_VALUES) return undefined
    const separator = /[/.:]$/.exec(part)?.[0] ?? ''
    names = names.flatMap((name) => values.map((value) => `${name}${value}${separator}`))
  }
  return names.filter((name) => /\d$/.test(name))
}
