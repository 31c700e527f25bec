/** A condition over a record → an expression over the row of a table. */
import type { SentinelTable } from '../../../facts/log-content/log-source.ts'
import type { FieldTest, RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { type FieldReading, NotInTable, readField } from './field-place.ts'
import { escapePattern, quote, quoteAll, quotePattern } from './quote.ts'

/** `EventSource =~ "ec2.amazonaws.com" and not(isnotempty(ErrorCode))`. Throws NotInTable for what the table does not hold. */
export function writeCondition(condition: RecordCondition, table: SentinelTable): string {
  if ('all' in condition) return joined(condition.all, 'and', table)
  if ('any' in condition) return joined(condition.any, 'or', table)
  if ('not' in condition) return `not${asArgument(writeCondition(condition.not, table))}`
  return writeTest(condition, readField(table, condition.field))
}

/** `(x)`; what stands in brackets of its own already gets no others. */
function asArgument(text: string): string {
  return /^\((?:[^()"]|"[^"]*")*\)$/.test(text) ? text : `(${text})`
}

/** Parts that two names of one field made equal are said once. */
function joined(parts: readonly RecordCondition[], word: 'and' | 'or', table: SentinelTable): string {
  const written = [...new Set(parts.map((part) => inBrackets(part, table)))]
  const [only] = written
  return written.length === 1 && only !== undefined ? only : written.join(` ${word} `)
}

function inBrackets(part: RecordCondition, table: SentinelTable): string {
  const text = writeCondition(part, table)
  return ('all' in part || 'any' in part) && / (?:and|or) /.test(text) ? `(${text})` : text
}

function writeTest(test: FieldTest, reading: FieldReading): string {
  return 'text' in reading ? writeTextTest(test, reading.text) : writeListTest(test, reading.list, reading.member)
}

function writeTextTest(test: FieldTest, text: string): string {
  if ('present' in test) return writePresence(test.present, text)
  if ('is' in test)
    return test.is.length === 1 ? `${text} =~ ${quoteAll(test.is)}` : `${text} in~ (${quoteAll(test.is)})`
  if ('startsWith' in test) return eachWord(test.startsWith, (word) => `${text} startswith ${quote(word)}`)
  if ('endsWith' in test) return eachWord(test.endsWith, (word) => `${text} endswith ${quote(word)}`)
  if ('contains' in test) return eachWord(test.contains, (word) => `${text} contains ${quote(word)}`)
  return writePatterns(test.matches, text)
}

/** Empty bags and lists say nothing, as absent members do. */
function writePresence(present: boolean, text: string): string {
  const says = /^tostring\(/.test(text) ? `${text} !in ("", "{}", "[]")` : `isnotempty(${text})`
  return present ? says : `not(${says})`
}

function eachWord(words: readonly string[], write: (word: string) => string): string {
  const tests = words.map(write)
  return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' or ')})`
}

/** A line is known without its header, which is in columns of its own. */
function writePatterns(patterns: readonly string[], text: string): string {
  if (text === 'Line' && patterns.some((pattern) => pattern.startsWith('^')))
    throw new NotInTable('the table holds a line without its header, and the signature begins with it')
  return eachWord(patterns, (pattern) => `${text} matches regex ${quotePattern(pattern)}`)
}

/** Asked of JSON text: a value stands in quotes, or bare where it is a number or flag; a member before it where one is named. */
function writeListTest(test: FieldTest, list: string, member: string | undefined): string {
  const before = member === undefined ? '' : `"${escapePattern(member)}"\\s*:\\s*(?:\\[[^\\]]*)?`
  const pattern = (value: string): string => `${list} matches regex ${quotePattern(`${before}${value}`)}`
  if ('present' in test) {
    const says =
      member === undefined ? `${list} !in ("", "{}", "[]")` : pattern('(?:"[^"]|[-\\dtf]|\\{\\s*"|\\[\\s*[^\\]\\s])')
    return test.present ? says : `not(${says})`
  }
  if ('is' in test) return eachWord(test.is, (word) => pattern(`"?${escapePattern(word)}(?:"|\\s*[,\\]}])`))
  if ('startsWith' in test) return eachWord(test.startsWith, (word) => pattern(`"${escapePattern(word)}`))
  if ('endsWith' in test) return eachWord(test.endsWith, (word) => pattern(`"[^"]*${escapePattern(word)}"`))
  if ('contains' in test) return eachWord(test.contains, (word) => pattern(`"[^"]*${escapePattern(word)}`))
  throw new NotInTable('a regular expression over elements of a list cannot be asked')
}
