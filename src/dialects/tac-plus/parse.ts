/** One line → one accounting record: takes off what a relay put before it, then reads columns or pairs. */
import type { Instant } from '../../kit/instant.ts'
import { openEnvelope } from '../_syslog/envelope.ts'
import { readColumns, type TimedText } from './columns.ts'
import { readPairs } from './pairs.ts'
import type { AccountingRecord } from './record.ts'

/** Only so much of a line is read; TACACS+ arguments are at most 255 bytes each. */
const MAX_LINE_LENGTH = 8192

/** A time at the start of a record: strftime without a year, ctime, or ISO 8601 with or without a zone. */
const TIME =
  /^((?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2} \d{1,2}:\d{2}:\d{2}(?: \d{4})?|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)(?:\t|\|| {4}|[ ,;]{1,3}(?=[A-Za-z_]{2,14}=))/
/** Syslog's program name, and the message id that tac_plus-ng puts before the columns. */
const TAG = /^[A-Za-z][\w./-]{0,63}(?:\[\d{1,10}\])?:\s+/
const MESSAGE_ID = /^ACCT-(?:START|STOP|UPDATE)[\s|]\s*/

/** Cisco's policy servers write records of their own shape under these names. */
const OTHER_SERVERS = /\bCISE_|\bCSCOacs_/

/** Reads one line; undefined when it is no accounting record of the tac_plus family. Never throws. */
export function readAccountingRecord(line: string, reference: Instant): AccountingRecord | undefined {
  const text = line.slice(0, MAX_LINE_LENGTH).replace(/^\uFEFF/, '')
  if (OTHER_SERVERS.test(text)) return undefined
  const timed = openLine(withTabs(text), reference)
  return readColumns(timed) ?? readPairs(timed)
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
