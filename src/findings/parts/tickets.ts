/** Which change tickets the acts behind a copy belong to. */
import { MINUTE_MS } from '../../kit/durations.ts'
import { matchTickets, permits, type TicketMatch, toTicketedAct } from '../../timeline/links/match-ticket.ts'
import type { AssessedSetup, CompositionContext } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'
import type { FindingTicket } from '../finding-acts.ts'
import { actsOf } from './actor.ts'

/** The number under which a copy is permitted, and every ticket that has to do with it. */
export function tellTickets(main: AssessedSetup, { tickets }: CompositionContext): Pick<Finding, 'ticket' | 'tickets'> {
  const { match, session, timeline } = main
  const written = { description: session.details?.description, ticket: match.approvedBy?.ticket }
  const found = actsOf(main).flatMap((change) =>
    matchTickets(toTicketedAct(timeline.subject.id, change, written), tickets),
  )
  const told = [...new Map(found.map((one) => [one.ticket.fact.number, one] as const)).values()]
  const permitting = told.find(permits)
  return { ticket: match.approvedBy?.ticket ?? permitting?.ticket.fact.number ?? null, tickets: told.map(tellTicket) }
}

function tellTicket(match: TicketMatch): FindingTicket {
  const { number, state } = match.ticket.fact
  return { number, state, permits: permits(match), device: match.device, window: tellWindow(match.window) }
}

/** `inside`, `12 min after`, `inside, as far as the clock can tell`. */
function tellWindow(window: TicketMatch['window']): string {
  if ('byMs' in window) return `${Math.max(1, Math.floor(window.byMs / MINUTE_MS))} min ${window.is}`
  if (window.is === 'edge') return 'inside, as far as the clock can tell'
  return window.is === 'inside' ? 'inside' : 'no planned time'
}
