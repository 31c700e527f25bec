/** Takes secrets out of text of the switch and its commands, before anything is stored or shown. */

const MARK = '<redacted>'

/** A value in quotes (of shell, table or JSON) or one word after the first group is secret. */
const SECRET_VALUES: readonly RegExp[] = [
  // Options of tunnels and services: `options:psk=word`, `psk="word"`, `["psk","word"]`, `"password":"word"`.
  /(\b[\w-]{0,64}(?:psk|password|passwd|passphrase|secret|private_key|auth_key|token)\\?"?\s{0,24}[=:,]\s{0,4})(\\"[^"\\]{0,512}(?:\\"|$)|"(?:[^"\\]|\\.){0,512}"?|[^\s,}\]"\\]+)/gi,
  // Key files of the connection to a controller. @source ovs-vsctl(8), `set-ssl private-key certificate ca-cert`
  /(\bset-ssl\s+)(\S+)/gi,
  /((?:^|\s)(?:-p|--private-key)[ =])(\S+)/gi,
  // What other platforms write, as it may stand in what was typed: `password 7 word`, `key 7 word`, `community word`.
  /\b((?:password|passwd|secret|key-string|pre-shared-key(?:\s+(?:local|remote))?|isakmp\s+key|snmp-server\s+community)\s+)(?!(?:\d{1,2}\s+)?<redacted>)((?:\d{1,2}\s+)?[^\s;"]+)/gi,
  /(?<![\w-])(key\s+\d{1,2}\s+)(?!<redacted>)([^\s;"]+)/gi,
]
const SECRET_SHAPES: readonly (readonly [shape: RegExp, kept: string])[] = [
  [/\b([a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/"]{1,128}:)[^\s@/"]{1,256}@/gi, `$1${MARK}@`],
  [/-----BEGIN [A-Z ]{1,64}-----[^"]{0,65536}/g, MARK],
]

/**
 * Replaces secrets by `<redacted>`: keys of IPsec tunnels, passwords, where private keys lie, passwords in URLs. Lines stay
 * lines. Redacting twice changes nothing. Never throws.
 *
 * `options:psk=swordfish` → `options:psk=<redacted>`
 */
export function redact(text: string): string {
  return text.split('\n').map(redactLine).join('\n')
}

function redactLine(line: string): string {
  let kept = line
  for (const [shape, before] of SECRET_SHAPES) kept = kept.replace(shape, before)
  for (const secret of SECRET_VALUES) kept = kept.replace(secret, `$1${MARK}`)
  return kept
}
