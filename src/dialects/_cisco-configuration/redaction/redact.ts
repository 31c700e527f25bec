/** Takes secrets out of text written in Cisco's way, before anything is stored or shown. */
import { SECRET_SHAPE, SECRET_TO_LINE_END, SECRET_WORD } from './secrets.data.ts'

const MARK = '<redacted>'
/** Longer lines are data: beyond this only their length is kept. */
const MAX_LINE_LENGTH = 8192
/** Blobs (certificates, public keys): hexadecimal or base64 in groups, nothing else on the line. */
const BLOB = /^\s*(?:[0-9A-F]{8}\s+){2,}[0-9A-F]{2,8}\s*$|^\s*[A-Za-z0-9+/]{48,}={0,2}\s*$/i

/**
 * Replaces secrets in configuration or log text by `<redacted>`: passwords, communities, keys of every type, pre-shared keys,
 * hashes, certificates, and passwords in URLs. Lines stay lines. Redacting twice changes nothing. Never throws.
 *
 * `username netops-1 secret 9 $9$…` → `username netops-1 secret 9 <redacted>`
 */
export function redact(text: string): string {
  return text.split('\n').map(redactLine).join('\n')
}

function redactLine(line: string): string {
  if (line.length > MAX_LINE_LENGTH) return `${redactLine(line.slice(0, MAX_LINE_LENGTH))}…`
  if (BLOB.test(line)) return MARK
  let kept = line
  for (const [shape, before] of SECRET_SHAPE) kept = kept.replace(shape, before === '' ? MARK : `${before}${MARK}@`)
  for (const secret of SECRET_TO_LINE_END) kept = kept.replace(secret, `$1${MARK}`)
  for (const secret of SECRET_WORD) kept = kept.replace(secret, `$1${MARK}`)
  return kept
}
