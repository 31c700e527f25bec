/** Asks whether a change of a mirror session belongs to a ticket that permits it. */
import { matchTickets, permits, type TicketMatch, toTicketedAct } from '../../timeline/links/match-ticket.ts'
import { saySitting } from '../_acts/say-sitting.ts'
import { mirrorSittings, type Sitting } from '../_acts/sittings.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayDuration } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'

export const detection: Detection = {
  id: 'change-without-ticket',
  version: 1,
  title: 'Mirror session changed without a ticket',
  question: 'Does a change ticket that was approved for this device and time belong to the change?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['fragment', 'change', 'ticket'],
  tuning: ['ConfigChangeType'],
  evaluate(setup, context) {
    // Without a single ticket nobody handed tickets in: silence of a leg is no breach.
    if (context.tickets.length === 0) return []
    const name = capitalise(nameSetup(setup, context))
    return mirrorSittings(setup, context).flatMap((sitting) => judge(sitting, name, context))
  },
}

function judge(sitting: Sitting, name: string, context: DetectionContext): readonly Reason[] {
  const matches = sitting.changes.flatMap((change) => ticketsOf(change, context))
  if (matches.some(permits) || hasTicketElsewhere(context)) return []
  const [nearest] = matches
  const evidence = [...new Set([...sitting.facts, ...(nearest === undefined ? [] : [nearest.ticket.fact.id])])].sort()
  const statement = `${name} was ${saySitting(sitting)}, and ${nearest === undefined ? 'no ticket speaks of it' : sayNearest(nearest)}.`
  return [{ statement, evidence, conduct: 'no-ticket' }]
}

/** The approval names a ticket that was not handed in: it may lie in a system, or in a year, that was not exported. */
function hasTicketElsewhere({ approval, tickets }: DetectionContext): boolean {
  const named = approval.approvedBy?.ticket
  return named !== undefined && !tickets.some(({ fact }) => fact.number.toLowerCase() === named.toLowerCase())
}

function ticketsOf(
  change: Sitting['first'],
  { timeline, session, approval, tickets }: DetectionContext,
): readonly TicketMatch[] {
  const written = { description: session.details?.description, ticket: approval.approvedBy?.ticket }
  return matchTickets(toTicketedAct(timeline.subject.id, change, written), tickets)
}

/** What keeps the ticket that it names, or that speaks of the device, from permitting it. */
function sayNearest({ ticket, device, window, isApproved }: TicketMatch): string {
  const { number, state, subjects } = ticket.fact
  if (!isApproved) return `ticket ${number} is not approved (${state})`
  if (device === 'other') return `ticket ${number} is for ${subjects.join(', ')}`
  if ('byMs' in window) return `this is ${sayDuration(window.byMs)} ${window.is} the time of ticket ${number}`
  return `ticket ${number} names no device`
}
