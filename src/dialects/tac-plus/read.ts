/** One line of a server → what it says of a device: a command done or asked for, a login, a gained privilege. */

import type { Actor } from '../../facts/schema-parts.ts'
import type { Instant } from '../../kit/instant.ts'
import { type AaaRecord, type AaaSignal, deviceName } from '../_aaa/aaa-record.ts'
import { toOutcome } from '../_aaa/command-text.ts'
import { redactCommand } from '../_aaa/redact-command.ts'
import { toHeard, toReading } from '../_aaa/to-reading.ts'
import { timeOf } from '../_aaa/two-clocks.ts'
import type { Heard, LineRecord, ReadContext, Reading } from '../contract.ts'
import { readServerRecord } from './parse.ts'
import { type AccountingRecord, attributeOf, commandOf, type Decision } from './record.ts'

/** The dialect's id and version, in every fact. */
export const READER = { id: 'tac-plus', version: 2 } as const

/** Reads a line; undefined when it is no record of this family. Never throws. */
export function readLine({ text, place }: LineRecord, context: ReadContext): Reading | undefined {
  const record = readRecord(text, context.reference)
  return record === undefined ? undefined : toReading(record, READER, { place, context })
}

/** Whose record this is and when, whatever it says. */
export function hearLine({ text }: LineRecord, context: ReadContext): Heard | undefined {
  const record = readRecord(text, context.reference)
  return record === undefined ? undefined : toHeard(record, context)
}

function readRecord(text: string, reference: Instant): AaaRecord | undefined {
  const record = readServerRecord(text, reference)
  if (record === undefined) return undefined
  return 'decision' in record ? fromDecision(record.decision, reference) : fromAccounting(record.accounting, reference)
}

function fromAccounting(record: AccountingRecord, reference: Instant): AaaRecord {
  const command = commandOf(record)
  const [start, id] = [attributeOf(record, 'start-time'), attributeOf(record, 'task-id')]
  const said = command?.suffix ?? attributeOf(record, 'result') ?? attributeOf(record, 'status') ?? ''
  return {
    device: deviceName(record.device),
    actor: actorOf(record),
    time: timesOf(record, reference),
    task: { id, start, written: record.writtenTime },
    ...(command === undefined
      ? {}
      : {
          command: {
            text: command.text,
            recordedBy: 'accounting',
            outcome: toOutcome(said),
            sequence: sequenceOf(id),
          },
        }),
    signals: command === undefined ? systemSignals(record) : [],
    shown: record.beforeCommand,
    otherwise: `${redactCommand(attributeOf(record, 'service') ?? 'session')} ${record.type} without a command`,
  }
}

function timesOf(record: AccountingRecord, reference: Instant) {
  return timeOf(
    {
      server: record.writtenTime,
      start: attributeOf(record, 'start-time'),
      stop: attributeOf(record, 'stop-time'),
      elapsed: attributeOf(record, 'elapsed-time'),
      zone: attributeOf(record, 'timezone'),
      isStop: record.type === 'stop',
    },
    reference,
  )
}

/** A device that had its accounting set up anew says so itself; at a restart it gives another reason. @source Cisco IOS Security Configuration Guide, "AAA Accounting", system accounting */
function systemSignals(record: AccountingRecord): readonly AaaSignal[] {
  const isReconfigured =
    attributeOf(record, 'event') === 'sys_acct' && attributeOf(record, 'reason')?.toLowerCase() === 'reconfigure'
  if (!isReconfigured) return []
  return [
    { signal: 'aaa-server-changed', outcome: 'accepted', detail: 'the accounting of the device was configured anew' },
  ]
}

function fromDecision(decision: Decision, reference: Instant): AaaRecord {
  const { writtenTime, command, accepted, about } = decision
  return {
    device: [...deviceName(decision.device), ...deviceName(decision.deviceName)],
    actor: actorOf(decision),
    time: timeOf({ server: writtenTime }, reference),
    task: { written: writtenTime },
    ...(command === undefined ? {} : { command: askedFor(command, accepted) }),
    signals: about === 'login' || about === 'privilege' ? [loginSignal(decision)] : [],
    shown: decision.shown,
    otherwise: 'the authorisation of a session',
  }
}

function askedFor(command: string, accepted: boolean): NonNullable<AaaRecord['command']> {
  const text = command.replace(/(?:^|\s)<cr>$/i, '').trim()
  return { text, recordedBy: 'authorisation', outcome: accepted ? 'accepted' : 'denied' }
}

function loginSignal({ about, accepted, said }: Decision): AaaSignal {
  const signal =
    about === 'login' ? (accepted ? 'logged-in' : 'login-refused') : accepted ? 'privilege-gained' : 'privilege-refused'
  return { signal, outcome: accepted ? 'accepted' : 'denied', detail: said }
}

function actorOf({ user, from, port }: Pick<AccountingRecord, 'user' | 'from' | 'port'>): Actor {
  return {
    ...(user === undefined ? {} : { account: user }),
    ...(from === undefined ? {} : { from }),
    ...(port === undefined ? {} : { line: port }),
  }
}

/** Devices count their tasks up, so task ids order what was typed within one second. */
function sequenceOf(task = ''): number | undefined {
  return /^\d{1,15}$/.test(task) ? Number(task) : undefined
}
