/** A database file, or what was printed of one → facts. */
import type { Note } from '../../../facts/note.ts'
import type { FactTime } from '../../../facts/schema-parts.ts'
import type { DocumentRecord, LineOutcome, ReadContext, Reading } from '../../contract.ts'
import { rowsOf } from '../database/cells.ts'
import { type LoggedState, readLog } from '../database/read-log.ts'
import { readText } from '../database/read-text.ts'
import { ID } from '../identity.ts'
import type { FoundMirror } from '../mirrors/find-mirrors.ts'
import { isLog } from './recognise.ts'
import { type Moment, type Told, tellMoment } from './snapshot.ts'

/** Reads either. Never throws. */
export function readDocument(document: DocumentRecord, context: ReadContext): Reading {
  return isLog(document.text) ? readDatabaseFile(document, context) : readPrinted(document, context)
}

function readPrinted(document: DocumentRecord, context: ReadContext): Reading {
  const database = readText(document.text)
  const identity = { written: document.text.trimEnd(), writtenTime: document.time?.at ?? '' }
  const { place, cutOff } = document
  const told = tellMoment({ database, identity, time: timeOf(document), place, cutOff }, context)
  const alone = !database.has('Bridge') && rowsOf(database, 'Mirror').length > 0
  const notes = alone
    ? [
        noteOf(document, {
          code: 'mirrors-without-bridges',
          message: 'mirrors without the bridges that may hold them: list Bridge too',
        }),
      ]
    : missingNotes(document, told)
  return toReading([told], notes)
}

function timeOf({ time }: DocumentRecord): FactTime {
  return time === undefined ? { basis: 'none' } : { at: time.at, basis: time.basis }
}

/** Sessions told of one file, over all its states; a switch has a few dozen at a time. */
const MAX_SESSIONS = 16_384

/** One snapshot for each state with other mirrors than the one before, and one for the end of the file. */
function readDatabaseFile(document: DocumentRecord, context: ReadContext): Reading {
  const { states, brokenAt } = readLog(document.text)
  const told = tellStates(document, states, context)
  const last = states.at(-1)
  if (last !== undefined && document.time !== undefined) {
    const cutOff = document.cutOff || brokenAt !== undefined
    told.push(tellMoment({ ...momentOf(document, last), ...collected(document), cutOff }, context))
  }
  const broken =
    brokenAt === undefined
      ? []
      : [
          noteOf(document, {
            code: 'broken-record',
            message: 'a broken record: reading ended before it',
            line: brokenAt,
          }),
        ]
  return toReading(told, [...missingNotes(document, told.at(-1)), ...broken])
}

/** The newest states first, as long as there is room; then in their order, without those that changed no mirror. */
function tellStates(document: DocumentRecord, states: readonly LoggedState[], context: ReadContext): Told[] {
  const newestFirst: { readonly told: Told; readonly mirrors: string }[] = []
  let room = MAX_SESSIONS
  for (const state of states.toReversed()) {
    if (room < 0) break
    const told = tellMoment(momentOf(document, state), context)
    newestFirst.push({ told, mirrors: JSON.stringify(told.mirrors.map(({ session }) => session)) })
    room -= told.mirrors.length
  }
  const kept = newestFirst.filter(({ mirrors }, at) => at === 0 || newestFirst[at + 1]?.mirrors !== mirrors)
  return kept.map(({ told }) => told).toReversed()
}

/** A transaction says itself when it was; its file shows how things stood until somebody took it. */
function momentOf({ place }: DocumentRecord, { database, at, text }: LoggedState): Moment {
  const time: FactTime = at === undefined ? { basis: 'none' } : { at, basis: 'content' }
  return { database, identity: { written: text, writtenTime: at ?? '' }, time, place, cutOff: false }
}

function collected(document: DocumentRecord): Pick<Moment, 'identity' | 'time'> {
  const time = timeOf(document)
  return { time, identity: { written: document.text.trimEnd(), writtenTime: time.at ?? '' } }
}

function toReading(told: readonly Told[], notes: readonly Note[]): Reading {
  const mirrors = told.at(-1)?.mirrors ?? []
  return {
    // Every moment says who the switch is: its last word counts.
    facts: told.flatMap(({ facts }, at) => facts.filter(({ kind }) => kind === 'snapshot' || at === told.length - 1)),
    notes,
    outcome: 'modelled',
    because: `configuration with ${mirrors.length} mirror session${mirrors.length === 1 ? '' : 's'}`,
    lines: outcomesOf(told.flatMap((one) => one.mirrors)),
  }
}

/** A line has one outcome: the first said of it. */
function outcomesOf(mirrors: readonly FoundMirror[]): readonly LineOutcome[] {
  const byLine = new Map<number, LineOutcome>()
  for (const { session, said } of mirrors) {
    for (const { line } of said) {
      if (!byLine.has(line)) byLine.set(line, { line, outcome: 'modelled', because: `session ${session.name}` })
    }
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function missingNotes(document: DocumentRecord, told: Told | undefined): readonly Note[] {
  const unresolved = [...new Set(told?.mirrors.flatMap((mirror) => mirror.unresolved) ?? [])]
  return [
    ...(told?.isWhole === true
      ? []
      : [
          noteOf(document, {
            code: 'partial',
            message: 'not all bridges and mirrors of the switch are here: absence proves nothing',
          }),
        ]),
    ...(unresolved.length === 0
      ? []
      : [
          noteOf(document, {
            code: 'unresolved-ports',
            message: `ports known by id alone: ${unresolved.slice(0, 8).join(', ')}`,
          }),
        ]),
  ]
}

interface Said {
  readonly code: string
  readonly message: string
  /** Counts from 1 in the document; its first where absent. */
  readonly line?: number
}

function noteOf({ place }: DocumentRecord, { code, message, line = 1 }: Said): Note {
  const inInput = { ...place, line: (place.line ?? 1) + line - 1 }
  return { code: `${ID}/${code}`, severity: 'warning', message, place: inInput }
}
