/** Takes secrets out of audit records of any cloud and of any text cut from one. Fails closed: what looks secret by name or form goes. */
import type { JsonValue } from '../../kit/canonical-json.ts'
import { isObject } from './fields.ts'

const REDACTED = '[redacted]'
/** Deeper values are replaced whole; records nest less than ten levels. */
const MAX_DEPTH = 24

/** Names under which no value is shown, compared in lower case without separators. `sessionCredentialFromConsole` is a flag. */
const SECRET_NAME =
  /secret|password|passwd|passphrase|token|credential(?!fromconsole)|accesskey|accountkey|privatekey|sharedkey|connectionstring|sasur[il]|authorization|signature|cookie/

/**
 * Access key ids, session tokens, encoded authorisation messages, keys in PEM form, signed URLs, web tokens, Google's access tokens
 * and API keys, credentials in URLs, `password=…`.
 *
 * @source AWS IAM user guide, "IAM identifiers", unique id prefixes: AKIA and ASIA name access keys, ABIA bearer tokens.
 * @source Azure Storage documentation, "Create a service SAS": the parameter `sig`.
 * @source RFC 7519, section 3: a JSON web token is three base64url parts, the first of which begins `{"`.
 */
const SECRET_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g, REDACTED],
  [/\b(?:IQoJ|FQoG|FwoG|AQoD)[A-Za-z0-9+/=]{20,}/g, REDACTED],
  [/(encoded authorization failure message:\s?)\S+/gi, `$1${REDACTED}`],
  [/-----BEGIN[\s\S]*/g, REDACTED],
  [/((?:^|[?&;\s"])sig=)[^&\s"]+/gi, `$1${REDACTED}`],
  [/\beyJ[\w-]{10,}(?:\.[\w-]+){0,2}/g, REDACTED],
  [/\bya29\.[\w.-]+|\bAIza[\w-]{10,}/g, REDACTED],
  [/:\/\/[^\s"]{1,4096}@/g, `://${REDACTED}@`],
  [
    /\b((?:secret|password|passwd|token|signature|accountkey|accesskey)[\w-]{0,40}\s{0,4}[=:]\s{0,4})[^\s"',;&{[][^\s"',;&]*/gi,
    `$1${REDACTED}`,
  ],
]

/** Text that is no JSON, or one value of it, without what has the form of a secret. */
export function redactForms(text: string): string {
  return SECRET_FORMS.reduce((rest, [form, instead]) => rest.replace(form, instead), text)
}

/** A record, or a part of one, as plain JSON without secrets; values of no JSON type become null. */
export function redactValue(value: unknown, depth = 0): JsonValue {
  if (typeof value === 'string') return redactForms(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value
  if (depth >= MAX_DEPTH) return REDACTED
  if (Array.isArray(value)) return value.map((member) => redactValue(member, depth + 1))
  if (!isObject(value)) return null
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isSecretName(name) ? REDACTED : redactValue(member, depth + 1),
    ]),
  )
}

/**
 * Text of a record, whole or cut anywhere, without secrets. `{"sessionToken":"IQoJ…","name":"a"}` →
 * `{"sessionToken":"[redacted]","name":"a"}`. Where a bracket opens under a secret name in text that is not whole, the rest goes.
 */
export function redactText(text: string): string {
  let redacted = text
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = redactForms(redactMembers(redacted))
    if (next === redacted) break
    redacted = next
  }
  return redacted
}

/** What a pass takes out may leave the name of a secret standing before its value; two more passes settle every text met. */
const MAX_PASSES = 4

function redactMembers(text: string): string {
  let kept = ''
  let from = 0
  for (const found of text.matchAll(/\\?"([^"\\]{1,128})\\?"\s{0,32}:\s{0,32}/g)) {
    if (found.index < from || !isSecretName(found[1] ?? '')) continue
    const valueAt = found.index + found[0].length
    kept += `${text.slice(from, valueAt)}"${REDACTED}"`
    from = endOfValue(text, valueAt)
  }
  return kept + text.slice(from)
}

/** Past the value that starts here: a string, also one inside an escaped string; a plain word; or everything from a bracket on. */
function endOfValue(text: string, at: number): number {
  if (text[at] === '{' || text[at] === '[') return text.length
  if (text.startsWith('\\"', at)) return endAfter(text, '\\"', at + 2)
  if (text[at] === '"') return endOfString(text, at + 1)
  const end = text.slice(at).search(/[\s,}\]]/)
  return end === -1 ? text.length : at + end
}

function endAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return text.length
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''))
}
