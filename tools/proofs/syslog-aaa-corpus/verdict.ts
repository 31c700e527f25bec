/** Who reads a line, and how it ends. Run as a program, it prints the list of all lines of the given files of the corpus. */
import { dialects } from '../../../src/app/plug-ins.ts'
import { corpusText, hashOfLine } from '../_shared/corpus.ts'

/** A year that is not written is that of the newest day before this. */
export const CONTEXT = { realm: 'default', trust: 'network-path', reference: '2026-11-20T00:00:00.000Z' } as const

/** `cisco-ios modelled`; `nobody` where no dialect claims it. */
export function verdictOn(text: string): string {
  for (const { id, line } of dialects) {
    const reading = line?.read({ text, place: { path: 'corpus', line: 1 } }, CONTEXT)
    if (reading !== undefined) return `${id} ${reading.outcome}`
  }
  return 'nobody'
}

if (import.meta.main) {
  console.log('file\tline\tsha256-prefix\tverdict')
  for (const file of process.argv.slice(2)) {
    for (const [index, text] of corpusText(file).trimEnd().split('\n').entries())
      console.log([file, index + 1, hashOfLine(text), verdictOn(text)].join('\t'))
  }
}
