/** Undoes what a terminal left in a configuration: paging prompts, backspaces, escape sequences, odd line ends. */

const ANSI_ESCAPE = /\u001b\[[0-9;?]{0,16}[A-Za-z]/g
const TERMINAL_TRACE = /[\b\r\u001b\0]|--More--/i

/**
 * The lines of a text as the device meant them. Line numbers stay what they were: line 7 of the input is `[6]`.
 * Linear in the length of the text; never throws.
 */
export function cleanLines(text: string): readonly string[] {
  return normaliseLineEnds(text)
    .split('\n')
    .map((line) => (TERMINAL_TRACE.test(line) ? cleanLine(line) : line.trimEnd()))
}

/** Line feeds only, no byte-order mark: what a document's identity is computed from. */
export function normaliseLineEnds(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text
  const unified = unmarked.replaceAll('\r\n', '\n')
  return unified.includes('\n') ? unified : unified.replaceAll('\r', '\n')
}

function cleanLine(line: string): string {
  const paged = line.includes('--More--') ? line.replaceAll('^H', '\b') : line
  const plain = applyBackspaces(paged.replaceAll(ANSI_ESCAPE, '').replaceAll('\0', ''))
  return afterLastReturn(plain)
    .replace(/^ ?--More-- ?/i, '')
    .trimEnd()
}

/** A carriage return starts the line over: what was written last is what was seen. */
function afterLastReturn(line: string): string {
  return line.split('\r').findLast((part) => part.trim() !== '') ?? ''
}

function applyBackspaces(line: string): string {
  if (!line.includes('\b')) return line
  const kept: string[] = []
  for (const character of line) {
    if (character === '\b') kept.pop()
    else kept.push(character)
  }
  return kept.join('')
}
