/** The words in which problems of an inventory are told. */
import type { z } from 'zod'
import { nearestWord } from './nearest-word.ts'
import type { ValuePath } from './yaml-file.ts'

/** One thing a schema has against a value. */
export type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
}

/** What should have been there, as a noun: `one of rx, tx, both`. Schemas give their own rules such a noun as message. */
export function describeWanted(issue: Issue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value')
    return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? 'text that is not empty'
      : `${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`
  if (issue.code === 'too_big') return `at most ${issue.maximum}`
  return issue.message
}

/** Lists by the name of one entry, so that a sentence can say "an approval". */
const ENTRY_NAMES: Readonly<Record<string, string>> = {
  devices: 'a device',
  interfaces: 'an interface',
  accounts: 'an account',
  collectors: 'a collector',
  ports: 'a port',
  vlans: 'a VLAN',
  approvals: 'an approval',
  destinations: 'a destination',
  admins: 'an admin',
  automation: 'an automation',
  changeWindows: 'a change window',
  sensitiveNetworks: 'a sensitive network',
  ticketSystems: 'a ticket system',
}

/** What stands at a path, for a sentence: `an approval`, `"scope"`, `the inventory`. */
export function nameOf(path: ValuePath): string {
  const key = lastKey(path)
  if (path.length === 0) return 'the inventory'
  return typeof path.at(-1) === 'number' ? (ENTRY_NAMES[key] ?? `an entry of ${key}`) : `"${key}"`
}

/** The last name on a path: `approvals` for `['approvals', 0]`. */
export function lastKey(path: ValuePath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the inventory')
}

/** `Did you mean "destinations"? `, or nothing. */
export function didYouMean(found: unknown, candidates: readonly string[]): string {
  const guess = typeof found === 'string' ? nearestWord(found, candidates) : undefined
  return guess === undefined ? '' : `Did you mean "${guess}"? `
}

/** A value as an operator would recognise it, at most 60 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
