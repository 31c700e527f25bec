/**
 * The facts that a record of an AAA server gives: a fragment for a command, a signal for a login. Servers author these records away
 * from the device, on its word.
 */
import type { FragmentFact, SignalFact } from '../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, Place } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { mayBelongToMirror } from '../_commands/mirror-words.ts'
import type { Heard, ReadContext, Reading } from '../contract.ts'
import type { AaaCommand, AaaRecord, AaaSignal } from './aaa-record.ts'
import { redactCommand, redactForms } from './redact-command.ts'

/** Longest proving text kept. */
const MAX_EXCERPT_LENGTH = 400

/** Whose reading it is. */
export interface AaaReader {
  readonly id: string
  readonly version: number
}

/** Where a record stands and in what context it is read. */
export interface AaaEvidence {
  readonly place: Place
  readonly context: ReadContext
}

/** Facts of a record: a fragment for a command that may belong to a mirror, a signal for each login or the like. Never throws. */
export function toReading(record: AaaRecord, by: AaaReader, at: AaaEvidence): Reading {
  const { command, signals } = record
  if (command === undefined && signals.length === 0) return irrelevant(redactForms(record.otherwise))
  if (command !== undefined && !mayBelongToMirror(command.text))
    return irrelevant('a command that does not belong to a mirror')
  if (record.device.length === 0) return deviceMissing(record, by, at)
  const fragments = command === undefined ? [] : [toFragment(record, command, { by, at })]
  const facts = [...fragments, ...signals.map((signal, ordinal) => toSignal(record, { signal, ordinal }, { by, at }))]
  const [first] = signals
  const because = command === undefined ? redactForms(first?.detail ?? '') : 'a command that may belong to a mirror'
  return { facts, notes: [], outcome: 'modelled', because }
}

/** Whose record it is and when, whatever it says; undefined where it names no device or no time. */
export function toHeard({ device, time, command }: AaaRecord, { realm }: ReadContext): Heard | undefined {
  if (device.length === 0 || time.at === undefined) return undefined
  return { ref: { realm, names: device }, at: time.at, leg: 'aaa', commands: command !== undefined }
}

/** A record that holds nothing of interest. */
export function irrelevant(because: string): Reading {
  return { facts: [], notes: [], outcome: 'irrelevant', because }
}

interface Origin {
  readonly by: AaaReader
  readonly at: AaaEvidence
}

function toFragment(record: AaaRecord, command: AaaCommand, origin: Origin): FragmentFact {
  const text = redactCommand(command.text)
  const { recordedBy, outcome, sequence, platform } = command
  return {
    kind: 'fragment',
    id: factId('fragment', identify(record, recordedBy === 'accounting' ? [text] : [text, recordedBy, outcome]), 0),
    ...common(record, origin),
    excerpt: excerptOf(record),
    command: text,
    actor: redactActor(record.actor),
    ...(sequence === undefined ? {} : { sequence }),
    recordedBy,
    outcome,
    ...(platform === undefined ? {} : { platform }),
  }
}

function toSignal(
  record: AaaRecord,
  { signal: { signal, outcome, detail }, ordinal }: { readonly signal: AaaSignal; readonly ordinal: number },
  origin: Origin,
): SignalFact {
  return {
    kind: 'signal',
    id: factId('signal', identify(record, [signal]), ordinal),
    ...common(record, origin),
    excerpt: excerptOf(record),
    signal,
    actor: redactActor(record.actor),
    outcome,
    detail: redactForms(detail),
  }
}

/** What stands where an account or an address should may be anything. */
function redactActor(actor: Actor): Actor {
  return Object.fromEntries(
    Object.entries(actor).map(([member, value]) => [member, typeof value === 'string' ? redactForms(value) : value]),
  )
}

function common({ device, time }: AaaRecord, { by, at: { place, context } }: Origin) {
  return {
    ref: { realm: context.realm, names: device },
    time,
    leg: 'aaa' as const,
    trust: context.trust,
    dialect: by.id,
    dialectVersion: by.version,
    places: [place],
  }
}

/**
 * The start and the stop of one task are one act: device, user, task id, start time and what was done name it. A record without
 * task id or start time is named by what it says and when it was written.
 */
function identify({ device, actor, task }: AaaRecord, what: readonly string[]): RecordIdentity {
  const name = device[0]?.value
  const { account, line, from } = actor
  if (task.id !== undefined && task.start !== undefined)
    return { native: canonicalJson([name, account, task.id, task.start, ...what].map(orNull)) }
  const written = [name, account, line, from, task.id, ...what].map(orNull)
  return { written: canonicalJson(written), writtenTime: task.start ?? task.written ?? '' }
}

function orNull(text: string | undefined): string | null {
  return text ?? null
}

function excerptOf({ shown, command }: AaaRecord): string {
  const typed = command === undefined ? '' : redactCommand(command.text)
  return `${redactForms(shown)}${typed}`.slice(0, MAX_EXCERPT_LENGTH)
}

function deviceMissing(record: AaaRecord, { id }: AaaReader, { place }: AaaEvidence): Reading {
  const because = 'the record does not say which device it is about'
  const excerpt = excerptOf(record)
  const note = { code: `${id}/device-missing`, severity: 'warning' as const, message: because, place, excerpt }
  return { facts: [], notes: [note], outcome: 'unrecognised', because }
}
