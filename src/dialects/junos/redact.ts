/** Takes secrets out of Junos text, before anything is stored or shown. */
import {
  COMMUNITY_BLOCK,
  FOREIGN_SECRET,
  SECRET_MARK,
  SECRET_SHAPE,
  SECRET_TO_LINE_END,
  SECRET_VALUE,
} from './redact.data.ts'

const MARK = '<redacted>'
/** Longer lines are data: beyond this only their start is kept. */
const MAX_LINE_LENGTH = 8192
/** Blobs (certificates, public keys): nothing else on the line. */
const BLOB = /^\s*[A-Za-z0-9+/]{48,}={0,2}"?;?\s*$/

/**
 * Replaces secrets in configuration or log text by `<redacted>`: passwords and hashes of every type, keys, communities, what
 * stands on lines marked `## SECRET-DATA`, passwords in URLs, certificates, and what lawful-intercept services serve. Lines stay
 * lines. Redacting twice changes nothing. Never throws.
 *
 * `encrypted-password "$6$…"; ## SECRET-DATA` → `encrypted-password <redacted>; ## SECRET-DATA`
 */
export function redact(text: string): string {
  return text.split('\n').map(redactLine).join('\n')
}

function redactLine(line: string): string {
  if (line.length > MAX_LINE_LENGTH) return `${redactLine(line.slice(0, MAX_LINE_LENGTH))}…`
  if (BLOB.test(line)) return MARK
  let kept = withoutMarked(line)
  for (const [shape, before] of SECRET_SHAPE) kept = kept.replace(shape, before === '' ? MARK : `${before}${MARK}@`)
  for (const secret of FOREIGN_SECRET) kept = kept.replace(secret, `$1${MARK}`)
  for (const secret of SECRET_VALUE) kept = kept.replace(secret, `$1${MARK}`)
  for (const secret of SECRET_TO_LINE_END) kept = kept.replace(secret, `$1${MARK}`)
  return kept.replace(COMMUNITY_BLOCK, `$1${MARK}`)
}

/** `secret "a b"; ## SECRET-DATA`: the last word or quoted text before the mark. */
function withoutMarked(line: string): string {
  const end = line.search(SECRET_MARK)
  if (end === -1) return line
  const statement = line.slice(0, end)
  const start = statement.endsWith('"')
    ? statement.lastIndexOf('"', statement.length - 2)
    : Math.max(statement.lastIndexOf(' '), statement.lastIndexOf('\t')) + 1
  return `${statement.slice(0, Math.max(0, start))}${MARK}${line.slice(end)}`
}
