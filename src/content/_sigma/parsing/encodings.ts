/** What encoding modifiers make of a text. */
import { type Pattern, type PatternPart, plainText, toPattern } from '../matching/pattern.ts'

/** A value on its way. `bytes`: its characters are bytes (UTF-16 was made of it), not text. */
export interface Draft {
  readonly pattern: Pattern
  readonly bytes: boolean
}

/** The characters with which Windows programs begin an option. @source Sigma modifiers appendix 2.1.0, "windash" */
const DASHES = '-/\u2013\u2014\u2015'

/** `encode(draft, 'wide')`; undefined where a wildcard stands in the way of Base64. */
export function encode(draft: Draft, modifier: string): readonly Draft[] | undefined {
  if (modifier === 'windash') return [{ ...draft, pattern: draft.pattern.flatMap(splitAtDashes) }]
  if (modifier === 'base64' || modifier === 'base64offset') return encodeBase64(draft, modifier)
  return [encodeUtf16(draft, modifier)]
}

/** A dash that begins an option: no word before it, one behind it. */
function splitAtDashes(part: PatternPart): readonly PatternPart[] {
  if (part.kind !== 'text') return [part]
  return part.text
    .split(/(?<!\w)([-/\u2013\u2014\u2015])(?=\w)/)
    .map((text, index): PatternPart => (index % 2 === 1 ? { kind: 'of', characters: DASHES } : { kind: 'text', text }))
    .filter((piece) => piece.kind !== 'text' || piece.text !== '')
}

function encodeUtf16({ pattern }: Draft, modifier: string): Draft {
  const parts = pattern.map((part): PatternPart => {
    if (part.kind !== 'text') return part
    const little = Buffer.from(part.text, 'utf16le')
    const bytes = modifier === 'utf16be' ? Buffer.from(little).swap16() : little
    return { kind: 'text', text: bytes.toString('latin1') }
  })
  // The byte order mark; spelled out, since a pattern may begin with a wildcard.
  return { pattern: modifier === 'utf16' ? [{ kind: 'text', text: '\u00ff\u00fe' }, ...parts] : parts, bytes: true }
}

/** Where the encoded text no longer depends on what stands before and behind it, for each shift by 0, 1, 2 bytes. */
const STABLE_FROM = [0, 2, 3] as const
const STABLE_UNTIL = [undefined, -3, -2] as const

function encodeBase64({ pattern, bytes }: Draft, modifier: string): readonly Draft[] | undefined {
  const text = plainText(pattern)
  if (text === undefined) return undefined
  const content = Buffer.from(text, bytes ? 'latin1' : 'utf8')
  if (modifier === 'base64') return [{ pattern: toPattern(content.toString('base64')), bytes: false }]
  return STABLE_FROM.map((from, shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), content]).toString('base64')
    const until = STABLE_UNTIL[(content.length + shift) % 3]
    return { pattern: toPattern(encoded.slice(from, until)), bytes: false }
  })
}
