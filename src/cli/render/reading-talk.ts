/** What is said on stderr about reading: what failed, was cut off or was not understood, the worst last. */
import type { Evidence } from '../../app/evidence/gather-evidence.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { Terminal } from '../terminal.ts'
import { plural } from './quantities.ts'

/** Notes shown before the rest is only counted. */
const MAX_NOTES = 20

/** Says warnings and errors of reading. Nothing is said when all went well. */
export function sayReading(evidence: Evidence, terminal: Terminal): void {
  const notes = evidence.reading.inputs.flatMap((input) => input.notes).filter((note) => note.severity !== 'info')
  const leftOut = evidence.reading.inputs.reduce((sum, input) => sum + input.notesLeftOut, 0)
  for (const { place, code, message } of notes.filter(isWarning).slice(0, MAX_NOTES))
    terminal.say(`${locate(place)}: ${message} [${code}]`)
  const hidden = Math.max(0, notes.length - MAX_NOTES) + leftOut
  if (hidden > 0) terminal.say(`… and ${plural(hidden, 'more note')}; see tapwarden sessions --json`)
  for (const failure of mended(evidence)) terminal.say(failure)
}

/** 2 when nothing was recognised, or an input failed or was cut off; the answer is then incomplete. */
export function readingStatus(evidence: Evidence): ExitStatus {
  return mended(evidence).length > 0 ? EXIT.mend : EXIT.done
}

/** The list of what the operator must mend, one line each. */
function mended(evidence: Evidence): readonly string[] {
  const { reading, inputFailures, facts } = evidence
  const failures = [...inputFailures, ...reading.failures].map(({ code, message }) => `${code}: ${message}`)
  const errors = reading.inputs
    .flatMap((input) => input.notes)
    .filter((note) => note.severity === 'error')
    .map((note) => `TW_INPUT_INCOMPLETE: ${locate(note.place)}: ${note.message} [${note.code}]`)
  const nothing = facts.length === 0 && reading.inputs.every((input) => Object.keys(input.dialects).length === 0)
  return nothing ? [...failures, ...errors, nothingRecognised(reading.inputs.length)] : [...failures, ...errors]
}

function nothingRecognised(inputs: number): string {
  return `TW_INPUT_NOTHING_RECOGNISED: None of ${plural(inputs, 'input')} is a format that tapwarden reads. Run tapwarden platforms for those it does.`
}

function isWarning(note: { readonly severity: string }): boolean {
  return note.severity === 'warning'
}

function locate({ path, line }: { readonly path: string; readonly line?: number | undefined }): string {
  return line === undefined ? path : `${path}:${line}`
}
