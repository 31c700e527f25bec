/** One line of accounting → at most one fragment, a note where something is odd, and how the line ended. */
import type { FragmentFact } from '../../facts/fact.ts'
import { factId, type RecordIdentity } from '../../facts/fact-id.ts'
import type { Actor, Ref } from '../../facts/schema-parts.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'
import { mayBelongToMirror } from '../_commands/mirror-words.ts'
import type { Heard, LineRecord, ReadContext, Reading } from '../contract.ts'
import { readAccountingRecord } from './parse.ts'
import { type AccountingRecord, attributeOf, commandOf, type RecordedCommand } from './record.ts'
import { redactCommand, redactForms, redactLine } from './redact.ts'
import { timeOf } from './time.ts'

export const DIALECT_ID = 'tac-plus'
export const DIALECT_VERSION = 1

const MAX_EXCERPT_LENGTH = 400

/** Reads a line; undefined when it is no accounting record of this family. Never throws. */
export function readLine(line: LineRecord, context: ReadContext): Reading | undefined {
  const record = readAccountingRecord(line.text, context.reference)
  if (record === undefined) return undefined
  const command = commandOf(record)
  if (command === undefined)
    return irrelevant(`${redactCommand(attributeOf(record, 'service') ?? 'session')} ${record.type} without a command`)
  if (!mayBelongToMirror(command.text)) return irrelevant('a command that does not belong to a mirror')
  if (record.device === undefined) return deviceMissing(line)
  return {
    facts: [fragmentOf({ record, command, line, context, device: record.device })],
    notes: [],
    outcome: 'modelled',
    because: 'a command that may belong to a mirror',
  }
}

/** Whose record this is and when, whatever was typed. */
export function hearLine(line: LineRecord, context: ReadContext): Heard | undefined {
  const record = readAccountingRecord(line.text, context.reference)
  if (record?.device === undefined) return undefined
  const { at } = timeOf(record, context.reference)
  if (at === undefined) return undefined
  return { ref: refOf(record.device, context), at, leg: 'aaa', commands: commandOf(record) !== undefined }
}

interface Fragment {
  readonly record: AccountingRecord
  readonly command: RecordedCommand
  readonly device: string
  readonly line: LineRecord
  readonly context: ReadContext
}

function fragmentOf({ record, command, device, line, context }: Fragment): FragmentFact {
  const text = redactCommand(command.text)
  const sequence = sequenceOf(record)
  return {
    kind: 'fragment',
    id: factId('fragment', identityOf(record, device, text), 0),
    ref: refOf(device, context),
    time: timeOf(record, context.reference),
    leg: 'aaa',
    trust: context.trust,
    dialect: DIALECT_ID,
    dialectVersion: DIALECT_VERSION,
    places: [line.place],
    excerpt: `${redactForms(record.beforeCommand)}${text}`.slice(0, MAX_EXCERPT_LENGTH),
    command: text,
    actor: actorOf(record),
    ...(sequence === undefined ? {} : { sequence }),
    recordedBy: 'accounting',
    outcome: outcomeOf(record, command),
  }
}

/**
 * The start and the stop of one task are one act: device, user, task id, start time and command name it. A record without
 * task id or start time is named by what it says and when it was written.
 */
function identityOf(record: AccountingRecord, device: string, command: string): RecordIdentity {
  const task = attributeOf(record, 'task-id')
  const start = attributeOf(record, 'start-time')
  const name = canonicalAddress(device) ?? device
  if (task !== undefined && start !== undefined)
    return { native: canonicalJson([name, record.user, task, start, command].map(orNull)) }
  const written = [name, record.user, record.port, record.from, task, command].map(orNull)
  return { written: canonicalJson(written), writtenTime: start ?? record.writtenTime ?? '' }
}

function orNull(text: string | undefined): string | null {
  return text ?? null
}

function refOf(device: string, context: ReadContext): Ref {
  const address = canonicalAddress(device)
  const name =
    address === undefined ? { by: 'hostname' as const, value: device } : { by: 'address' as const, value: address }
  return { realm: context.realm, names: [name] }
}

function actorOf({ user, from, port }: AccountingRecord): Actor {
  return {
    ...(user === undefined ? {} : { account: user }),
    ...(from === undefined ? {} : { from }),
    ...(port === undefined ? {} : { line: port }),
  }
}

/** Devices count their tasks up, so task ids order what was typed within one second. */
function sequenceOf(record: AccountingRecord): number | undefined {
  const task = attributeOf(record, 'task-id') ?? ''
  return /^\d{1,15}$/.test(task) ? Number(task) : undefined
}

function outcomeOf(record: AccountingRecord, command: RecordedCommand): FragmentFact['outcome'] {
  const said = command.suffix ?? attributeOf(record, 'result') ?? attributeOf(record, 'status') ?? ''
  if (/den|reject|refus|unauth|forbid/i.test(said)) return 'denied'
  return /fail|err|invalid/i.test(said) ? 'failed' : 'accepted'
}

function irrelevant(because: string): Reading {
  return { facts: [], notes: [], outcome: 'irrelevant', because }
}

function deviceMissing({ text, place }: LineRecord): Reading {
  const because = 'the record does not say which device the command was typed on'
  const excerpt = redactLine(text.slice(0, MAX_EXCERPT_LENGTH))
  const note = { code: `${DIALECT_ID}/device-missing`, severity: 'warning' as const, message: because, place, excerpt }
  return { facts: [], notes: [note], outcome: 'unrecognised', because }
}
