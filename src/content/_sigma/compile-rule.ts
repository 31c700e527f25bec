/** A detection made ready to be asked of records. */

import { matchValue, scalarText, type ValueTest } from './matching/value-test.ts'
import type { SigmaCondition, SigmaDetection, SigmaSearch, SigmaTest } from './model/detection.ts'
import type { SigmaEvent } from './sigma-event.ts'

/** Whether a record is what a detection looks for. */
export type SigmaMatcher = (event: SigmaEvent) => boolean

/** Compiles the detection of a rule or filter. The log source is another question: {@link logsourceCovers}. Never throws. */
export function compileRule({ detection }: { readonly detection: SigmaDetection }): SigmaMatcher {
  const searches = new Map([...detection.searches].map(([name, search]) => [name, compileSearch(search)]))
  return compileCondition(detection.condition, searches)
}

function compileCondition(condition: SigmaCondition, searches: ReadonlyMap<string, SigmaMatcher>): SigmaMatcher {
  if (condition.kind === 'name') return searches.get(condition.name) ?? (() => false)
  if (condition.kind === 'not') {
    const inner = compileCondition(condition.of, searches)
    return (event) => !inner(event)
  }
  const parts = condition.of.map((part) => compileCondition(part, searches))
  return condition.kind === 'and'
    ? (event) => parts.every((part) => part(event))
    : (event) => parts.some((part) => part(event))
}

function compileSearch(search: SigmaSearch): SigmaMatcher {
  if (search.kind === 'test') return compileTest(search)
  const parts = search.of.map(compileSearch)
  return search.kind === 'all'
    ? (event) => parts.every((part) => part(event))
    : (event) => parts.some((part) => part(event))
}

function compileTest({ field, tests, every, negated }: SigmaTest): SigmaMatcher {
  const finds = (event: SigmaEvent, test: ValueTest): boolean =>
    field === undefined ? event.texts().some((text) => matchValue(test, text)) : matchField(event, field, test)
  const findsOne = (event: SigmaEvent, alternatives: readonly ValueTest[]): boolean =>
    alternatives.some((test) => finds(event, test))
  const found: SigmaMatcher = every
    ? (event) => tests.every((alternatives) => findsOne(event, alternatives))
    : (event) => tests.some((alternatives) => findsOne(event, alternatives))
  return negated ? (event) => !found(event) : found
}

function matchField(event: SigmaEvent, field: string, test: ValueTest): boolean {
  const values = event.values(field)
  if (test.kind === 'present') return values.length > 0 === test.expected
  if (test.kind === 'null') return values.every((value) => value === null)
  if (test.kind === 'reference')
    return values.some((value) => matchReference(value, event.values(test.field), test.place))
  return values.some((value) => matchValue(test, value))
}

type Place = Extract<ValueTest, { kind: 'reference' }>['place']

function matchReference(value: unknown, others: readonly unknown[], place: Place): boolean {
  const text = scalarText(value)?.toLowerCase()
  if (text === undefined) return false
  return others.some((one) => {
    const other = scalarText(one)?.toLowerCase()
    if (other === undefined) return false
    if (place === 'start') return text.startsWith(other)
    if (place === 'end') return text.endsWith(other)
    return place === 'anywhere' ? text.includes(other) : text === other
  })
}
