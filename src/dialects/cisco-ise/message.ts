/** A message of Cisco ISE or ACS out of its syslog envelope: which of its segments this is, and what the first one says. */
import type { Instant } from '../../kit/instant.ts'
import { openEnvelope } from '../_syslog/envelope.ts'

/** One line; `index` counts the segments of a message from 0. */
export interface Segment {
  /** `CISE_TACACS_Accounting` → `TACACS_Accounting`. */
  readonly category: string
  readonly total: number
  readonly index: number
  readonly body: string
}

/** What the first segment of a message says. */
export interface Message {
  /** With its zone: `2026-05-03 13:55:35.101 +00:00`. */
  readonly writtenTime: string
  /** Counts the server's messages. */
  readonly sequence: string
  /** `3300` */
  readonly code: string
  /** `TACACS+ Accounting with Command` */
  readonly says: string
  readonly attributes: string
}

/** A message of the server about itself: `CISE_Alarm WARN: …`. */
export type Line = { readonly segment: Segment } | { readonly alarm: string }

/** @source Cisco ISE Syslogs, "Syslog message format"; ACS 5.8 user guide, "Logging" (`CSCOacs_`, sometimes with a colon) */
const TAG = /^(?:CISE|CSCOacs)_(\w{1,64}):? /
const SEGMENT = /^(\d{1,20}) (\d{1,4}) (\d{1,4})(?: (.*))?$/s
const FIRST =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})? [+-]\d{2}:\d{2}) (\d{1,20}) (\d{3,6}) [A-Z]{4,8} [^:]{1,64}: ([^,]{1,256})(?:,(.*))?$/s
const APPLICATION = /^(?:CISE|CSCOacs)_(\w{1,64})$/

/** Reads a line; undefined when neither ISE nor ACS wrote it. Reads the first 8 KiB; never throws. */
export function readMessageLine(line: string, reference: Instant): Line | undefined {
  const { message, application } = openEnvelope(line, reference)
  const tag = TAG.exec(message)
  const category = tag?.[1] ?? APPLICATION.exec(application ?? '')?.[1]
  if (category === undefined) return undefined
  const [, , total, index, body = ''] = SEGMENT.exec(message.slice(tag?.[0].length ?? 0).trimEnd()) ?? []
  if (total === undefined) return { alarm: category }
  return { segment: { category, total: Number(total), index: Number(index), body: body.trim() } }
}

/** What the first segment says; undefined when it is cut before its text. */
export function readFirstSegment({ body }: Segment): Message | undefined {
  const [, writtenTime, sequence = '', code = '', says = '', attributes = ''] = FIRST.exec(body) ?? []
  return writtenTime === undefined ? undefined : { writtenTime, sequence, code, says: says.trim(), attributes }
}
