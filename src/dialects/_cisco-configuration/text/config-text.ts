/** A configuration as commands with their place in the hierarchy, free of everything that is not a command. */
import { cleanLines } from './clean-lines.ts'
import { findOpaqueText, type OpaqueRules, type OpaqueText } from './opaque-text.ts'

/** One command of a configuration. */
export interface ConfigLine {
  /** Counted from 1 in the document. */
  readonly number: number
  /** Without the blanks around it. */
  readonly text: string
  /** With the blanks before it, by which people see the block. */
  readonly written: string
  /** The command of whose block this is one; undefined at the top level. */
  readonly parent: ConfigLine | undefined
  /** A `!` at the top level stood before it: no block reaches across. */
  readonly afterBreak: boolean
}

/** A configuration taken apart. */
export interface ConfigText {
  readonly commands: readonly ConfigLine[]
  /** Comment lines, which backup tools use for facts about the device. */
  readonly comments: readonly string[]
  /** Lines with a device's prompt: `sw1#show run`. */
  readonly prompts: readonly string[]
  readonly opaque: OpaqueText
  /** Every line as the device meant it. */
  readonly lines: readonly string[]
}

const PROMPT = /^[A-Za-z][\w.:/-]{0,62}(?:\([\w-]{1,32}\))?[#>]/

/** What differs between platforms: free texts, and lines that `show` prints around a configuration. */
export interface TextRules extends OpaqueRules {
  readonly noise: RegExp
}

/** Takes a configuration apart in one pass. Never throws. */
export function readConfigText(text: string, rules: TextRules): ConfigText {
  const lines = cleanLines(text)
  const opaque = findOpaqueText(lines, rules)
  const comments: string[] = []
  const prompts: string[] = []
  const kept: KeptLine[] = []
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim()
    if (trimmed === '' || opaque.reasons.has(index + 1)) continue
    if (trimmed.startsWith('!')) comments.push(trimmed)
    if (PROMPT.test(trimmed)) prompts.push(trimmed)
    else if (!rules.noise.test(trimmed))
      kept.push({ number: index + 1, text: trimmed, written: line, indent: indentOf(line) })
  }
  return { commands: nest(kept), comments, prompts, opaque, lines }
}

/** A line that is a command or a comment, and how deep it stands, in columns. */
interface KeptLine extends Pick<ConfigLine, 'number' | 'text' | 'written'> {
  readonly indent: number
}

/** A tab is as deep as it looks. */
function indentOf(line: string): number {
  let columns = 0
  for (const character of line) {
    if (character === '\t') columns += 8
    else if (character === ' ') columns++
    else break
  }
  return columns
}

/** Gives each command its parent. A file indented as a whole is read as if it were not. */
function nest(kept: readonly KeptLine[]): readonly ConfigLine[] {
  const commands = kept.filter(({ text }) => !text.startsWith('!'))
  const base = commands.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  const open: { line: ConfigLine; indent: number }[] = []
  const nested: ConfigLine[] = []
  let afterBreak = false
  for (const { number, text, written, indent } of kept) {
    if (text.startsWith('!')) {
      afterBreak ||= indent <= base
      continue
    }
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const line = { number, text, written, parent: open.at(-1)?.line, afterBreak }
    open.push({ line, indent })
    nested.push(line)
    afterBreak = false
  }
  return nested
}
