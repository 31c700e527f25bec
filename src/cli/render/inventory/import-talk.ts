/** What is said on stderr of an import: what came in, what was merged, what was left out and why. */
import type { ImportAnswer } from '../../../app/answers/inventory/import-inventory.ts'
import type { Terminal } from '../../terminal.ts'
import { plural } from '../quantities.ts'

type Note = ImportAnswer['notes'][number]

/** Notes of one kind that are said before the rest is only counted; `--json` has all. */
const MAX_OF_A_KIND = 20

/** In the order in which they matter to a reader. */
const HEADINGS: readonly (readonly [Note['kind'], string])[] = [
  ['incomplete', 'Sources that are not whole'],
  ['conflict', 'Sources disagree'],
  ['device-left-out', 'Devices left out'],
  ['value-left-out', 'Values left out'],
  ['merged', 'Merged'],
]

/** Says all notes by kind, then what the file holds and where it is. */
export function sayImport(answer: ImportAnswer, terminal: Terminal): void {
  for (const [kind, heading] of HEADINGS) {
    const notes = answer.notes.filter((note) => note.kind === kind)
    if (notes.length === 0) continue
    terminal.say(`${heading} (${notes.length}):`)
    for (const { path, at, message } of notes.slice(0, MAX_OF_A_KIND)) terminal.say(`  ${path}, ${at}: ${message}`)
    if (notes.length > MAX_OF_A_KIND) terminal.say(`  … and ${notes.length - MAX_OF_A_KIND} more; all of them: --json`)
  }
  const entries = answer.sources.reduce((sum, source) => sum + source.entries, 0)
  const from = `${plural(entries, 'entry', 'entries')} of ${plural(answer.sources.length, 'source')}`
  const where = answer.written === null ? '' : ` Wrote ${answer.written}.`
  terminal.say(`${plural(answer.devices.length, 'device')} from ${from}.${where}`)
}
