/** Which ticket an act belongs to, and how well: by the number somebody wrote beside it, by the device and by the window. */
import type { TicketFact } from '../../facts/fact.ts'
import { DAY_MS } from '../../kit/durations.ts'
import { gapMs, type Instant, shiftInstant } from '../../kit/instant.ts'
import type { Change } from '../episode.ts'
import type { Ticket } from '../subject-timeline.ts'

/** What an act says of itself. */
export interface TicketedAct {
  readonly subject: string
  readonly at?: Instant | undefined
  readonly clockErrorMs: number
  /** Everything a number may stand in: commit comment, session description, the approval's ticket. */
  readonly texts: readonly string[]
}

/** A change as an act that a ticket may permit; `ticket` is the number its approval names. */
export function toTicketedAct(
  subject: string,
  change: Pick<Change, 'at' | 'clockErrorMs' | 'comment'>,
  written: { readonly description?: string | undefined; readonly ticket?: string | undefined },
): TicketedAct {
  const texts = [change.comment, written.description, written.ticket].filter((text) => text !== undefined)
  return { subject, at: change.at, clockErrorMs: change.clockErrorMs, texts }
}

/** Where an act lies against the planned times of a ticket; `edge` where the clock's error crosses a boundary. */
export type WindowPosition =
  | { readonly is: 'inside' | 'edge' | 'no-window' }
  | { readonly is: 'before' | 'after'; readonly byMs: number }

/** One ticket held against one act. */
export interface TicketMatch {
  readonly ticket: Ticket
  /** Its number stands in one of the texts. */
  readonly isNamed: boolean
  /** `other` where it names subjects, and not this one; `none` where it names nobody known. */
  readonly device: 'same' | 'other' | 'none'
  readonly window: WindowPosition
  readonly isApproved: boolean
}

/** Letters of a number that would be found in any text are no number. */
const LEAST_NUMBER_LENGTH = 4

/**
 * The tickets that an act may belong to, the best first: those whose number it names, then those that speak of its subject and
 * whose window holds it or missed it by a day at most. Empty where no ticket has anything to do with it.
 */
export function matchTickets(act: TicketedAct, tickets: readonly Ticket[]): readonly TicketMatch[] {
  return tickets
    .map((ticket) => matchTicket(act, ticket))
    .filter((match) => match.isNamed || (match.device === 'same' && isNear(match.window)))
    .sort((a, b) => rank(a) - rank(b))
}

/** Whether a ticket permits the act: approved, for this subject (or named for it), in its window. */
export function permits({ isNamed, device, window, isApproved }: TicketMatch): boolean {
  return isApproved && isWithin(window) && (device === 'same' || (device === 'none' && isNamed))
}

function matchTicket(act: TicketedAct, ticket: Ticket): TicketMatch {
  const { fact, subjects } = ticket
  const number = fact.number.toLowerCase()
  return {
    ticket,
    isNamed: number.length >= LEAST_NUMBER_LENGTH && act.texts.some((text) => hasWord(text.toLowerCase(), number)),
    device: deviceOf(act.subject, subjects),
    window: positionOf(act, fact),
    isApproved: fact.approved,
  }
}

function deviceOf(subject: string, subjects: readonly string[]): TicketMatch['device'] {
  if (subjects.includes(subject)) return 'same'
  return subjects.length > 0 ? 'other' : 'none'
}

/** `CHG0012` stands in `see CHG0012.`, not in `CHG00123`. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`
    if (!/[a-z0-9]/.test(around)) return true
  }
  return false
}

function positionOf({ at, clockErrorMs }: TicketedAct, { from, until }: TicketFact): WindowPosition {
  if (at === undefined || (from === undefined && until === undefined)) return { is: 'no-window' }
  const [earliest, latest] = [shiftInstant(at, -clockErrorMs), shiftInstant(at, clockErrorMs)]
  if (from !== undefined && latest < from) return { is: 'before', byMs: gapMs(at, from) }
  if (until !== undefined && earliest >= until) return { is: 'after', byMs: gapMs(until, at) }
  const isClear = (from === undefined || earliest >= from) && (until === undefined || latest < until)
  return { is: isClear ? 'inside' : 'edge' }
}

function isWithin({ is }: WindowPosition): boolean {
  return is === 'inside' || is === 'edge' || is === 'no-window'
}

/** A change that missed its time by a day or less is told with its ticket. */
function isNear(window: WindowPosition): boolean {
  return !('byMs' in window) || window.byMs <= DAY_MS
}

/** Permitting ones first, then named ones; what is left is in the order given. */
function rank(match: TicketMatch): number {
  if (permits(match)) return match.isNamed ? 0 : 1
  return match.isNamed ? 2 : 3
}
