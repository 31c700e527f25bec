/** What is said on stderr about reading: what failed, was cut off or was not understood, the worst last. */
import type { Evidence } from '../../app/evidence/gather-evidence.ts'
import { EXIT, type ExitStatus } from '../exit-status.ts'
import type { Terminal } from '../terminal.ts'
import { flowTalk } from './flow-talk.ts'
import { formatCount, plural } from './quantities.ts'

/** Notes of one kind that are said before the rest of the kind is only counted. */
const MAX_OF_A_KIND = 3

/** Says what flows were read, then warnings and errors of reading, kind by kind. Without flows nothing is said when all went well. */
export function sayReading(evidence: Evidence, terminal: Terminal): void {
  const { inputs } = evidence.reading
  for (const line of flowTalk(inputs)) terminal.say(line)
  const warnings = inputs.flatMap((input) => input.notes).filter(isWarning)
  for (const [code, notes] of Map.groupBy(warnings, (note) => note.code)) sayKind(code, notes, terminal)
  const leftOut = inputs.reduce((sum, input) => sum + input.notesLeftOut, 0)
  if (leftOut > 0) terminal.say(`… and ${plural(leftOut, 'more note')} of inputs with very many`)
  for (const failure of mended(evidence)) terminal.say(failure)
}

type Warning = Evidence['reading']['inputs'][number]['notes'][number]

function sayKind(code: string, notes: readonly Warning[], terminal: Terminal): void {
  for (const { place, message } of notes.slice(0, MAX_OF_A_KIND)) terminal.say(`${locate(place)}: ${message} [${code}]`)
  const more = notes.length - MAX_OF_A_KIND
  if (more > 0)
    terminal.say(`… and ${formatCount(more)} more like that [${code}]; all of them: tapwarden sessions --json`)
}

/** 2 when nothing was recognised, or an input failed or was cut off; the answer is then incomplete. */
export function readingStatus(evidence: Evidence): ExitStatus {
  return mended(evidence).length > 0 ? EXIT.mend : EXIT.done
}

/** The list of what the operator must mend, one line each. */
function mended(evidence: Evidence): readonly string[] {
  const { paths, reading, inputFailures, facts } = evidence
  const failures = [...inputFailures, ...reading.failures].map(({ code, message }) => `${code}: ${message}`)
  const errors = reading.inputs
    .flatMap((input) => input.notes)
    .filter((note) => note.severity === 'error')
    .map((note) => `TW_INPUT_INCOMPLETE: ${locate(note.place)}: ${note.message} [${note.code}]`)
  const isRecognised =
    facts.length > 0 || reading.unchanged > 0 || reading.inputs.some((input) => Object.keys(input.dialects).length > 0)
  const nothing = paths.length > 0 && !isRecognised ? [nothingRecognised(reading.inputs.length)] : []
  return [...failures, ...errors, ...nothing]
}

function nothingRecognised(inputs: number): string {
  const what =
    inputs === 0
      ? 'There is no file at or below the given paths.'
      : `None of ${plural(inputs, 'input')} is a format that tapwarden reads.`
  return `TW_INPUT_NOTHING_RECOGNISED: ${what} Run tapwarden platforms for the formats it reads.`
}

function isWarning(note: { readonly severity: string }): boolean {
  return note.severity === 'warning'
}

function locate({ path, line }: { readonly path: string; readonly line?: number | undefined }): string {
  return line === undefined ? path : `${path}:${line}`
}
