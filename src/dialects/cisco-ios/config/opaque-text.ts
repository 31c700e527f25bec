/** Finds the parts of a configuration that are not commands: banners, certificates, keys and macros, whatever they say. */

/** Why each opaque line is opaque, by line number from 1, and what never ended. */
export interface OpaqueText {
  readonly reasons: ReadonlyMap<number, string>
  /** A body that runs to the end of the text: what follows it was not read. */
  readonly unclosed: { readonly line: number; readonly what: string } | undefined
}

interface Body {
  readonly what: string
  readonly line: number
  readonly endsWith: (line: string) => boolean
}

/** @source Cisco IOS command `banner`: the delimiter is any character; `show running-config` prints byte 0x03 as `^C` */
const BANNER = /^banner\s+(?:motd|login|exec|incoming|slip-ppp|prompt-timeout|config-save)\s+(\S.*)$/i
/** Texts between delimiters below other commands, always printed with `^C`. */
const OTHER_TEXT =
  /^\s*(?:aaa authentication (?:banner|fail-message)|banner \S{1,32}|menu \S{1,64} (?:title|prompt)|vacant-message|refuse-message|title|text)\s+((?:\^C|\u0003).*)$/i
const CERTIFICATE_CHAIN = /^crypto (?:pki|ca) certificate chain /i
const CERTIFICATE = /^\s+certificate\s+\S/i

/** Marks opaque lines in one pass. Never throws. */
export function findOpaqueText(lines: readonly string[]): OpaqueText {
  const reasons = new Map<number, string>()
  let body: Body | undefined
  let inChain = false
  for (const [index, line] of lines.entries()) {
    if (body !== undefined) {
      reasons.set(index + 1, body.what)
      if (body.endsWith(line)) body = undefined
      continue
    }
    if (/^\S/.test(line)) inChain = CERTIFICATE_CHAIN.test(line)
    body = openBody(line, index + 1, inChain)
    if (body === undefined && !isOneLineBanner(line)) continue
    reasons.set(index + 1, body?.what ?? 'banner')
  }
  return { reasons, unclosed: body && { line: body.line, what: body.what } }
}

function openBody(line: string, number: number, inChain: boolean): Body | undefined {
  const text = bannerText(line)
  if (text !== undefined) {
    const { delimiter, closed } = readDelimiter(text)
    return closed ? undefined : { what: 'banner', line: number, endsWith: delimiter }
  }
  if (inChain && CERTIFICATE.test(line)) return { what: 'certificate', line: number, endsWith: isQuit }
  if (/^\s+key-string\s*$/i.test(line)) return { what: 'key', line: number, endsWith: isQuit }
  if (line.includes('-----BEGIN '))
    return { what: 'certificate', line: number, endsWith: (end) => end.includes('-----END ') }
  return /^macro name /i.test(line) ? { what: 'macro', line: number, endsWith: (end) => end.trim() === '@' } : undefined
}

function isQuit(line: string): boolean {
  return line.trim().toLowerCase() === 'quit'
}

function isOneLineBanner(line: string): boolean {
  return bannerText(line) !== undefined
}

/** Delimiter and text of a banner command. */
function bannerText(line: string): string | undefined {
  return BANNER.exec(line)?.[1] ?? OTHER_TEXT.exec(line)?.[1]
}

function readDelimiter(text: string): { readonly delimiter: (line: string) => boolean; readonly closed: boolean } {
  const controlC = text.startsWith('^C') || text.startsWith('\u0003')
  const character = text.slice(0, 1)
  const delimiter = controlC
    ? (line: string) => line.includes('^C') || line.includes('\u0003')
    : (line: string) => line.includes(character)
  return { delimiter, closed: delimiter(text.slice(text.startsWith('^C') ? 2 : 1)) }
}
