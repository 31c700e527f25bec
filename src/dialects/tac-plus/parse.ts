/** One line → one record: takes off what a relay put before it, then reads columns, pairs or a sentence. */
import type { Instant } from '../../kit/instant.ts'
import { openEnvelope } from '../_syslog/envelope.ts'
import { readColumns, splitColumns, type TimedText } from './columns.ts'
import { readDecisionColumns } from './decision-columns.ts'
import { readMessage } from './messages.ts'
import { readPairs } from './pairs.ts'
import type { AccountingRecord, Decision } from './record.ts'

/** Only so much of a line is read; TACACS+ arguments are at most 255 bytes each. */
const MAX_LINE_LENGTH = 8192

/**
 * A time at the start of a record: strftime without a year, ctime, or ISO 8601 with or without a zone. Behind it a separator,
 * a process number (`[4711]: `), or, from tac_plus-ng, one blank before the first column.
 */
const TIME =
  /^((?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d{2}:\d{2}(?: \d{4})?|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)(?:\t|\|| {4}|[ ,;]{1,3}(?=[A-Za-z_]{2,14}=)| \[\d{1,10}\]: | (?=[\w.:%-]{1,255}\t))/
/** Syslog's program name, and the message id that the event-driven servers put before the columns. */
const TAG = /^[A-Za-z][\w./-]{0,63}(?:\[\d{1,10}\])?:\s+/
const MESSAGE_ID = /^(?:ACCT|AUTHC|AUTHZ)-[A-Z_-]{2,40}[\s|]\s*/

/** Cisco's policy servers write records of their own shape under these names. */
const OTHER_SERVERS = /\bCISE_|\bCSCOacs_/

/** What a line says was done, or what it says was decided. */
export type ServerRecord = { readonly accounting: AccountingRecord } | { readonly decision: Decision }

/** Reads one line; undefined when it is no record of the tac_plus family. Never throws. */
export function readServerRecord(line: string, reference: Instant): ServerRecord | undefined {
  const text = line
    .slice(0, MAX_LINE_LENGTH)
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '')
  if (OTHER_SERVERS.test(text)) return undefined
  const timed = openLine(withTabs(text), reference)
  const accounting = readColumns(timed) ?? readPairs(timed)
  if (accounting !== undefined) return { accounting }
  const decision = readDecision(timed)
  return decision === undefined ? undefined : { decision }
}

function readDecision(timed: TimedText): Decision | undefined {
  return readDecisionColumns({ writtenTime: timed.writtenTime, ...splitColumns(timed.text) }) ?? readMessage(timed)
}

/** A relay may have written TABs as `#011`. @source rsyslog, global option parser.escapeControlCharactersOnReceive */
function withTabs(text: string): string {
  return text.includes('\t') ? text : text.replaceAll('#011', '\t')
}

function openLine(line: string, reference: Instant): TimedText {
  const direct = takeTime(line)
  if (direct !== undefined) return direct
  const envelope = openEnvelope(line, reference)
  const text = envelope.message.replace(TAG, '').replace(MESSAGE_ID, '')
  return takeTime(text) ?? { writtenTime: envelope.stamp?.written, text }
}

function takeTime(text: string): TimedText | undefined {
  const found = TIME.exec(text)
  return found?.[1] === undefined ? undefined : { writtenTime: found[1], text: text.slice(found[0].length) }
}
