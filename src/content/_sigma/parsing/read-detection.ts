/** The `detection` of a rule, or the `filter` of a filter: named searches and their condition. */

import type { ValueTest } from '../matching/value-test.ts'
import type { SigmaCondition, SigmaDetection, SigmaMark, SigmaSearch, SigmaTest } from '../model/detection.ts'
import { MODIFIERS } from './modifiers.data.ts'
import { readCondition } from './read-condition.ts'
import { readValue, type WrittenValue } from './read-value.ts'
import { type Reading, textOf } from './reading.ts'
import { memberOf, type YamlEntry, type YamlPart } from './yaml-part.ts'

/** What stands beside the searches without being one. `timeframe` belonged to aggregations. */
const NO_SEARCH: ReadonlySet<string> = new Set(['condition', 'timeframe', 'rules'])

/** Reads a detection; undefined (and problems) where it cannot be run. */
export function readDetection(
  part: YamlPart | undefined,
  reading: Reading,
  mark: SigmaMark,
): SigmaDetection | undefined {
  if (part?.kind !== 'map') {
    reading.refuse(part?.mark ?? mark, 'detection-missing', 'The detection is no map of searches and a condition.')
    return undefined
  }
  const searches = new Map<string, SigmaSearch>()
  for (const { key, value } of part.entries) {
    if (NO_SEARCH.has(key)) continue
    searches.set(key, readSearch(value, reading))
  }
  const condition = readConditions(memberOf(part.entries, 'condition'), {
    reading,
    names: [...searches.keys()],
    mark: part.mark,
  })
  return condition && { searches, condition }
}

interface ConditionReading {
  readonly reading: Reading
  readonly names: readonly string[]
  readonly mark: SigmaMark
}

/** Several conditions are queries of their own: any will do. */
function readConditions(
  part: YamlPart | undefined,
  { reading, names, mark }: ConditionReading,
): SigmaCondition | undefined {
  const items = part?.kind === 'list' ? part.items : part === undefined ? [] : [part]
  const conditions = items.flatMap((item) => {
    const read = readCondition(textOf(item) ?? '', names)
    if ('kind' in read) return [read]
    reading.refuse(item.mark, read.code, read.message)
    return []
  })
  const [first] = conditions
  if (items.length === 0) reading.refuse(mark, 'condition-missing', 'The detection has no condition.')
  return conditions.length > 1 ? { kind: 'or', of: conditions } : first
}

/** A map joins by all, a list of maps or of keywords by any. */
function readSearch(part: YamlPart, reading: Reading): SigmaSearch {
  if (part.kind === 'map') return { kind: 'all', of: part.entries.map((entry) => readEntry(entry, reading)) }
  if (part.kind === 'scalar') return readTest({ mark: part.mark, modifiers: [], items: [part] }, reading)
  const maps = part.items.filter((item) => item.kind !== 'scalar')
  const keywords = part.items.filter((item) => item.kind === 'scalar')
  const searches = maps.map((item) => readSearch(item, reading))
  if (keywords.length === 0) return { kind: 'any', of: searches }
  const test = readTest({ mark: part.mark, modifiers: [], items: keywords }, reading)
  return searches.length === 0 ? test : { kind: 'any', of: [test, ...searches] }
}

function readEntry({ key, mark, value }: YamlEntry, reading: Reading): SigmaSearch {
  const [field = '', ...modifiers] = key.split('|')
  for (const modifier of modifiers) {
    if (MODIFIERS.has(modifier)) continue
    reading.refuse(mark, 'modifier-unknown', `"${modifier}" of "${key.slice(0, 80)}" is no modifier of Sigma 2.1.0.`)
  }
  const items = value.kind === 'list' ? value.items : [value]
  return readTest({ ...(field !== '' && { field }), mark, modifiers, items }, reading)
}

interface TestReading {
  readonly field?: string
  readonly mark: SigmaMark
  readonly modifiers: readonly string[]
  readonly items: readonly YamlPart[]
}

function readTest({ field, mark, modifiers, items }: TestReading, reading: Reading): SigmaTest {
  const values: WrittenValue[] = []
  const tests: (readonly ValueTest[])[] = []
  for (const item of items) {
    if (item.kind !== 'scalar') {
      reading.refuse(
        item.mark,
        'value-type',
        'A value is a list or a map; a text, number, true, false or null must stand here.',
      )
      continue
    }
    const read = readValue({ value: item.value, modifiers, keyword: field === undefined })
    if ('code' in read) reading.refuse(item.mark, read.code, read.message)
    else tests.push(read)
    values.push(item.value)
  }
  return {
    kind: 'test',
    ...mark,
    ...(field !== undefined && { field }),
    modifiers,
    values,
    tests,
    every: modifiers.includes('all'),
    negated: modifiers.includes('neq'),
  }
}
