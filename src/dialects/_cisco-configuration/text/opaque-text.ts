/** Finds the parts of a configuration that are not commands: banners, certificates, keys and macros, whatever they say. */

/** How an opaque part begins: what it is, whether it ends on the same line, and which later line ends it. */
export interface OpaqueStart {
  readonly what: string
  readonly closed: boolean
  readonly endsWith: (line: string) => boolean
}

/** What differs between platforms: which lines open a banner or another free text. */
export interface OpaqueRules {
  readonly openBanner: (line: string) => OpaqueStart | undefined
}

/** Why each opaque line is opaque, by line number from 1, and what never ended. */
export interface OpaqueText {
  readonly reasons: ReadonlyMap<number, string>
  /** A body that runs to the end of the text: what follows it was not read. */
  readonly unclosed: { readonly line: number; readonly what: string } | undefined
}

interface Body extends OpaqueStart {
  readonly line: number
}

const CERTIFICATE_CHAIN = /^crypto (?:pki|ca) certificate chain /i
const CERTIFICATE = /^\s+certificate\s+\S/i

/** Marks opaque lines in one pass. Never throws. */
export function findOpaqueText(lines: readonly string[], rules: OpaqueRules): OpaqueText {
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
    const start = rules.openBanner(line) ?? openOther(line, inChain)
    if (start === undefined) continue
    reasons.set(index + 1, start.what)
    if (!start.closed) body = { ...start, line: index + 1 }
  }
  return { reasons, unclosed: body && { line: body.line, what: body.what } }
}

function openOther(line: string, inChain: boolean): OpaqueStart | undefined {
  if (inChain && CERTIFICATE.test(line)) return { what: 'certificate', closed: false, endsWith: isQuit }
  if (/^\s+key-string\s*$/i.test(line)) return { what: 'key', closed: false, endsWith: isQuit }
  if (line.includes('-----BEGIN '))
    return { what: 'certificate', closed: false, endsWith: (end) => end.includes('-----END ') }
  return /^macro name /i.test(line)
    ? { what: 'macro', closed: false, endsWith: (end) => end.trim() === '@' }
    : undefined
}

function isQuit(line: string): boolean {
  return line.trim().toLowerCase() === 'quit'
}

/**
 * A banner between delimiters, from the text after the command: its first character is the delimiter, and `^C` stands for the
 * byte 0x03. `#Authorised use only` ends with the next line that holds `#`.
 */
export function delimitedBanner(text: string): OpaqueStart {
  const controlC = text.startsWith('^C') || text.startsWith('\u0003')
  const character = text.slice(0, 1)
  const endsWith = controlC
    ? (line: string) => line.includes('^C') || line.includes('\u0003')
    : (line: string) => line.includes(character)
  return { what: 'banner', closed: endsWith(text.slice(text.startsWith('^C') ? 2 : 1)), endsWith }
}
