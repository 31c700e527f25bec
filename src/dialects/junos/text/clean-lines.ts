/** Undoes what a terminal left in a configuration: paging prompts, backspaces, escape sequences, odd line ends. */

const ANSI_ESCAPE = /\u001b\[[0-9;?]{0,16}[A-Za-z]/g
/** @source Junos CLI pager: `---(more)---`, `---(more 12%)---` */
const PAGER = /-{3}\(more(?: \d{1,3}%)?\)-{3}/g
const TERMINAL_TRACE = /[\b\r\u001b\0]|---\(more/

/**
 * The lines of a text as the device meant them. Line numbers stay what they were: line 7 of the input is `[6]`.
 * Linear in the length of the text; never throws.
 */
export function cleanLines(text: string): readonly string[] {
  return normaliseLineEnds(text)
    .split('\n')
    .map((line) => (TERMINAL_TRACE.test(line) ? cleanLine(line) : line))
}

/** Line feeds only, no byte-order mark: what a document's identity is computed from. */
export function normaliseLineEnds(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text
  const unified = unmarked.replaceAll('\r\n', '\n')
  return unified.includes('\n') ? unified : unified.replaceAll('\r', '\n')
}

function cleanLine(line: string): string {
  const plain = line.replaceAll(ANSI_ESCAPE, '').replaceAll('\0', '').replaceAll(PAGER, '')
  return afterLastReturn(withoutBackspaces(plain))
}

/** A carriage return starts the line over: what was written last is what was seen. */
function afterLastReturn(line: string): string {
  return line.split('\r').findLast((part) => part.trim() !== '') ?? ''
}

function withoutBackspaces(line: string): string {
  if (!line.includes('\b')) return line
  const kept: string[] = []
  for (const letter of line) {
    if (letter === '\b') kept.pop()
    else kept.push(letter)
  }
  return kept.join('')
}
