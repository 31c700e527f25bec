/** What is wrong with one document of a format. */
import { ocsfValidator, sarifValidator } from '../../../src/sinks/_testing/schemas.ts'

const ocsf = ocsfValidator()
const sarif = sarifValidator()

/** What a reader obeys instead of showing it; a table ends its lines with both characters. */
const OBEYED = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Checks of one format beside those of all. */
const CHECKS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  ocsf: (text) =>
    text
      .trimEnd()
      .split('\n')
      .flatMap((line) => ocsf(JSON.parse(line))),
  sarif: (text) => sarif(JSON.parse(text)),
  csv: (text) => (/(?:^|,|\n)"?\s*[=+@-]/.test(text.replaceAll(/"(?:[^"]|"")*"/g, firstOfField)) ? ['a formula'] : []),
  html,
  markdown,
}

/** What is wrong; nothing when it is right. Never throws for JSON that is none. */
export function documentFailures(format: string, text: string): readonly string[] {
  const obeyed = OBEYED.exec(text)
  const common = [
    ...(text.endsWith('\n') ? [] : ['does not end with a line feed']),
    ...(obeyed === null ? [] : [`holds U+${obeyed[0].charCodeAt(0).toString(16).padStart(4, '0')} at ${obeyed.index}`]),
    ...(text.isWellFormed() ? [] : ['holds half a character']),
  ]
  try {
    return [...common, ...(CHECKS[format]?.(text) ?? [])]
  } catch (error) {
    return [...common, error instanceof Error ? error.message : String(error)]
  }
}

/** Of a quoted field only how it begins matters here: commas and line ends inside are its own. */
function firstOfField(field: string): string {
  return field.slice(1, 3).replaceAll(/[",\r\n]/g, '.')
}

function html(text: string): readonly string[] {
  return ['<script>alert', '<img src=x'].filter((raw) => text.includes(raw)).map((raw) => `holds ${raw}`)
}

/**
 * Code is shown as it stands, and so is what a backslash precedes: what matters is the rest.
 *
 * @source CommonMark 0.31: 2.4, 4.5, 6.1
 */
function markdown(text: string): readonly string[] {
  const words = text
    .replaceAll(/^ *(`{3,}).*\n(?:.*\n)*? *\1`* *$/gm, '')
    .replaceAll(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/gs, '')
  return [...words.matchAll(/(?<!\\)(?:<script>alert|<img src=x|\]\(javascript:)/g)].map(([raw]) => `holds ${raw}`)
}
