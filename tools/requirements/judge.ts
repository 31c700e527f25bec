/** What a command answered against what it must answer. */
import { isDeepStrictEqual } from 'node:util'
import { valuesAt } from './json-path.ts'
import type { CommandCheck } from './rows.ts'

/** What one run left behind. `status` is null when a signal ended it. */
export interface Answer {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What is wrong with the answer, one sentence for each expectation that is not met; empty when all are. */
export function judgeAnswer(check: CommandCheck, answer: Answer, before?: Answer): readonly string[] {
  const { status, stdout, stderr } = answer
  const failures: string[] = []
  if (status !== check.exit) failures.push(`exit ${status}, not ${check.exit}: ${shorten(stderr || stdout)}`)
  failures.push(...judgeText(stdout, check.says ?? []))
  failures.push(...judgeText(stderr, check.warns ?? []).map((failure) => `standard error ${failure}`))
  for (const pattern of check.never ?? [])
    if ([stdout, stderr].some((text) => matches(text, pattern, 'iu'))) failures.push(`says /${pattern}/`)
  if (check.sameAnswer && stdout !== before?.stdout) failures.push('answers otherwise than the command before')
  return [...failures, ...judgeJson(check, stdout)]
}

/** One sentence for each pattern that a text does not match, blanks and line breaks counting as one blank. */
export function judgeText(text: string, patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => !matches(text, pattern)).map((pattern) => `does not say /${pattern}/`)
}

function matches(text: string, pattern: string, flags = 'u'): boolean {
  return new RegExp(pattern, flags).test(text.replace(/\s+/g, ' '))
}

function judgeJson({ json = {}, jsonNever = {} }: CommandCheck, stdout: string): readonly string[] {
  const [wanted, unwanted] = [Object.entries(json), Object.entries(jsonNever)]
  if (wanted.length + unwanted.length === 0) return []
  const document = parseJson(stdout)
  if (document === undefined) return [`no JSON: ${shorten(stdout)}`]
  const missing = wanted.filter(([path, value]) => !valuesAt(document, path).some((found) => isValue(found, value)))
  const present = unwanted.filter(([path, value]) => valuesAt(document, path).some((found) => isValue(found, value)))
  return [
    ...missing.map(
      ([path, value]) =>
        `${path} is not ${JSON.stringify(value)} but ${shorten(JSON.stringify(valuesAt(document, path)))}`,
    ),
    ...present.map(([path, value]) => `${path} is ${JSON.stringify(value)}`),
  ]
}

function isValue(found: unknown, wanted: unknown): boolean {
  const pattern = typeof wanted === 'string' ? /^\/(.+)\/$/s.exec(wanted)?.[1] : undefined
  if (pattern === undefined) return isDeepStrictEqual(found, wanted)
  return typeof found === 'string' && matches(found, pattern)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}
