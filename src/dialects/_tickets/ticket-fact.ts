/** What readers of change tickets share: one fact for each state of a ticket, from texts that anyone may have typed. */
import type { Fact } from '../../facts/fact.ts'
import { factId } from '../../facts/fact-id.ts'
import { canonicalJson } from '../../kit/canonical-json.ts'
import type { Instant } from '../../kit/instant.ts'
import { redactForms, redactValue } from '../_audit-records/redact.ts'
import type { JsonRecord, ReadContext, Reading } from '../contract.ts'

/** A ticket as its system has it. */
export interface TicketRecord {
  readonly number: string
  /** The system's own id of the record, where it shows one. */
  readonly nativeId?: string | undefined
  readonly state: string
  readonly approved: boolean
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly subjects: readonly string[]
  readonly summary: string
  readonly createdAt?: Instant | undefined
  readonly updatedAt?: Instant | undefined
  readonly requestedBy?: string | undefined
  readonly implementedBy?: string | undefined
  readonly approvedBy?: readonly string[] | undefined
}

/** A dialect that reads tickets. */
export interface TicketReader {
  readonly dialect: string
  readonly version: number
}

const MAX_TEXT_LENGTH = 200
/** A roll-out to more devices than this is written down elsewhere. */
const MAX_SUBJECTS = 500

/** The reading of one ticket. An export made again after somebody edited the ticket tells another state of it: another fact. */
export function toTicketReading(
  ticket: TicketRecord,
  {
    record,
    context,
    reader,
  }: { readonly record: JsonRecord; readonly context: ReadContext; readonly reader: TicketReader },
): Reading {
  const { nativeId, ...body } = ticket
  const shown = { ...body, summary: plain(body.summary), subjects: body.subjects.slice(0, MAX_SUBJECTS).map(plain) }
  const written = canonicalJson(redactValue(shown))
  const fact: Fact = {
    kind: 'ticket',
    id: factId('ticket', { native: [reader.dialect, nativeId ?? ticket.number, written].join(' ') }, 0),
    ref: { realm: context.realm, names: [] },
    time: ticket.createdAt === undefined ? { basis: 'none' } : { at: ticket.createdAt, basis: 'record' },
    leg: 'audit',
    trust: context.trust,
    dialect: reader.dialect,
    dialectVersion: reader.version,
    places: [record.place],
    excerpt: `ticket ${ticket.number} (${ticket.state}): ${shown.summary}`.slice(0, 400),
    ...definedOnly(shown),
  }
  return { facts: [fact], notes: [], outcome: 'modelled', because: `ticket ${ticket.number}, ${ticket.state}` }
}

/** Control characters have no business in a terminal, secrets none anywhere. */
function plain(text: string): string {
  return redactForms(
    text
      .slice(0, MAX_TEXT_LENGTH * 4)
      .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
      .trim(),
  ).slice(0, MAX_TEXT_LENGTH)
}

function definedOnly<T extends object>(members: T): T
function definedOnly(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
