/** Takes secrets out of EOS text, before anything is stored or shown. */
import { redact as redactCisco } from '../_cisco-configuration/redaction/redact.ts'

const MARK = '<redacted>'
const MAX_LINE_LENGTH = 8192

/** What EOS writes otherwise than Cisco: from the first group's end to the end of the line everything is secret. */
const SECRET_TO_LINE_END: readonly RegExp[] = [
  // Keys of type 8a have several parts.
  /\b((?:tacacs-server|radius-server)\b.{0,200}?\bkey\s+).*$/i,
  /\b(ssh-key\s+(?:secondary\s+)?).*$/i,
  /\b((?:secret|password)\s+(?:sha512|0|5|7|8a)\s+).*$/i,
  /\b(key\s+(?:7|8a)\s+).*$/i,
  /\b(token\s+(?:7|8a)\s+).*$/i,
]
/** One word after the first group is secret. @source TerminAttr option `-cvauth`; OSPF `message-digest-key 1 sha1 7 KEY` */
const SECRET_WORD: readonly RegExp[] = [
  /(\s-\w{0,16}auth=)\S+/gi,
  /\b((?:message-digest-key|authentication-key)\s+\d{1,5}\s+\S{1,16}\s+(?:[078]a?\s+)?)\S+/gi,
]

/**
 * Replaces secrets in configuration or log text by `<redacted>`: all that Cisco's way of writing has, and what EOS adds:
 * `secret sha512 …`, `ssh-key …`, keys of type `8a`, tokens of daemons. Lines stay lines. Redacting twice changes nothing.
 * Never throws.
 */
export function redact(text: string): string {
  return text.split('\n').map(redactLine).join('\n')
}

function redactLine(line: string): string {
  let kept = line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line
  for (const secret of [...SECRET_TO_LINE_END, ...SECRET_WORD]) kept = kept.replace(secret, `$1${MARK}`)
  return redactCisco(kept)
}
