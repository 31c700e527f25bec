/** What a reader of a configuration has to say of the text itself. */
import type { Note } from '../../../facts/note.ts'
import type { DocumentRecord } from '../../contract.ts'
import type { ScannedConfig } from '../text/scan-config.ts'
import type { Extent } from './standing.ts'

/** Notes on one document: what of it is missing. */
export function toNotes({
  document,
  config,
  extent,
}: {
  readonly document: DocumentRecord
  readonly config: ScannedConfig
  readonly extent: Extent
}): readonly Note[] {
  const last = placeOf(document, config.lines.length)
  const { open } = config
  const notes: Note[] = []
  if (open !== undefined) {
    const message = `the ${open.what} that starts here has no end: what follows it may be missing`
    notes.push({ code: 'junos/unclosed-text', severity: 'error', message, place: placeOf(document, open.line) })
  }
  if (extent === 'truncated') {
    const message = 'the configuration ends before its end: sessions may be missing'
    notes.push({ code: 'junos/truncated', severity: 'error', message, place: last })
  }
  if (extent === 'partial') {
    const message = 'a part of a configuration: it proves what is in it, and nothing absent'
    notes.push({ code: 'junos/partial', severity: 'info', message, place: last })
  }
  return notes
}

/** A line of the document as a place in the whole input. */
export function placeOf({ place }: DocumentRecord, line: number): Note['place'] {
  return { path: place.path, line: (place.line ?? 1) + line - 1 }
}
