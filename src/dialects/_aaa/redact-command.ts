/** Takes secrets out of typed commands of unknown platforms. Fails closed: everything after a word that announces one goes. */

const REDACTED = '[redacted]'

/** Inside any word these announce a secret: `key-string`, `wpa-psk`, `md5`, `encrypted-password`. */
const STEMS =
  /passw|passph|secret|communit|psk|credential|token|cipher|md5|sha\d*$|(?<![a-z])keys?(?![a-z])|keystring|keychain|authentication/
/** These do when cut to three letters or more, too: `sec 0 …`, `comm …`. */
const WORDS = ['password', 'passphrase', 'secret', 'community', 'authentication']
const MIN_ABBREVIATION = 3
/** What follows these names users and communities in many ways. */
const SNMP = /(?:^|[^a-z])snmp/i

/**
 * `https://user:word@host/`, `$1$…$…`, `$9$…`, `password word`, `key 7 word`: secrets by their form. The last `@` of a word ends its
 * credentials. `Wrong password or invalid shared secret` holds none.
 */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/:\/\/\S{1,4096}@/g, `://${REDACTED}@`],
  [/\$[0-9a-z]{1,8}\$\S+/gi, REDACTED],
  [/\b(key\s{1,8}\d{1,2}\s{1,8})\S+/gi, `$1${REDACTED}`],
  [
    /\b((?:(?:password|passwd|passphrase|secret)\s{1,8}){1,4}(?:\d{1,2}\s{1,8})?)(?!(?:or|and|is|was|has|for|not|to|in|of|expired|changed?|failed|mismatch|policy)\b)\S+/gi,
    `$1${REDACTED}`,
  ],
]

/**
 * One command without secrets: `username netops-1 secret 5 $1$x` → `username netops-1 secret [redacted]`.
 * SNMP commands keep their first two words. Never throws.
 */
export function redactCommand(command: string): string {
  const words = redactForms(command).split(/(\s+)/)
  const last = words.findIndex((word, index) => announcesSecret(word) || SNMP.test(words[index - 2] ?? ''))
  return last === -1 ? words.join('') : keepUntil(words, last)
}

/** The words up to and with one, and a mark where more followed. A value joined by `=`, `:` or a quote goes too. */
function keepUntil(words: readonly string[], last: number): string {
  const word = words[last] ?? ''
  const [name = ''] = /^[^\w-]*[\w-]*[^\w-]?/.exec(word) ?? []
  const head = words.slice(0, last).join('') + name
  const hasMore = name !== word || words.slice(last + 1).some((next) => /\S/.test(next))
  return hasMore ? `${head} ${REDACTED}` : head
}

function announcesSecret(word: string): boolean {
  const parts = word.toLowerCase().split(/[^a-z\d-]+/)
  return parts.some((part) => STEMS.test(part) || (part.length >= MIN_ABBREVIATION && isCutShort(part)))
}

function isCutShort(word: string): boolean {
  return WORDS.some((secret) => secret.startsWith(word))
}

/** What has the form of a secret, in any text. */
export function redactForms(text: string): string {
  return FORMS.reduce((rest, [form, instead]) => rest.replace(form, instead), text)
}
