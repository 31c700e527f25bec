/** Everything that happened on one subject, in time order: the model behind `timeline` and `hunt`. */
import type { SignalFact } from '../../../facts/fact.ts'
import type { Actor, Leg } from '../../../facts/schema-parts.ts'
import type { Instant } from '../../../kit/instant.ts'
import { describeDestinations, describeSources } from '../../../timeline/describe-session.ts'
import { accountNumber, nameActor } from '../../../timeline/describe-subject.ts'
import type { Change, Episode, SessionState } from '../../../timeline/episode.ts'
import type { Setup } from '../../../timeline/setup.ts'
import { byText } from '../../../timeline/setup-id.ts'
import type { SubjectTimeline, Ticket } from '../../../timeline/subject-timeline.ts'
import { sayAtLeast, sayCarrier, sayObservers } from '../../../timeline/traffic/describe-stream.ts'
import type { Stream } from '../../../timeline/traffic/stream.ts'

/**
 * What kind of thing happened. `seen` is a configuration that shows something for the first time, `end` a set-up gone, `wire` the
 * first and the last time that a copy was seen under way.
 */
export type EventKind = 'change' | 'attempt' | 'seen' | 'end' | 'wire' | 'signal' | 'ticket'

/** One event. `{ at: …, kind: 'change', subject: 'edge-rtr-07', text: 'monitor session 4 …', legs: ['log'], actor: {…}, finding: '7f3a…' }`. */
export interface SubjectEvent {
  readonly at?: Instant | undefined
  readonly subject: string
  readonly kind: EventKind
  readonly text: string
  readonly legs: readonly Leg[]
  readonly via?: Change['via'] | undefined
  readonly actor?: Actor | undefined
  /** The actor in words, without "account": `netops-3 from 203.0.113.9`; empty where no record says. */
  readonly who: string
  readonly finding?: string | undefined
  readonly facts: readonly string[]
}

/** The events of one subject, undated ones first, then in time order. */
export function subjectEvents(timeline: SubjectTimeline, tickets: readonly Ticket[]): readonly SubjectEvent[] {
  const subject = timeline.subject.id
  return [
    ...timeline.setups.flatMap((setup) => setupEvents(setup, timeline)),
    ...timeline.streams.flatMap((stream) => wireEvents(stream, timeline)),
    ...timeline.signals.map((signal) => signalEvent(signal, subject)),
    ...tickets.filter((ticket) => ticket.subjects.includes(subject)).map((ticket) => ticketEvent(ticket, subject)),
  ].sort((a, b) => byText(a.at ?? '', b.at ?? '') || byText(a.kind, b.kind) || byText(a.text, b.text))
}

function setupEvents(setup: Setup, timeline: SubjectTimeline): readonly SubjectEvent[] {
  const own = { subject: timeline.subject.id, finding: setup.id }
  return [
    ...setup.attempts.map((change) => ({ ...own, ...changeEvent(change), kind: 'attempt' as const })),
    ...(setup.key.setupClass === 'attempt' ? [] : setup.episodes).flatMap((episode) => [
      ...episode.changes.map((change) => ({ ...own, ...changeEvent(change), kind: 'change' as const })),
      ...episode.states.flatMap((state) => seenEvent(state, timeline).map((event) => ({ ...own, ...event }))),
      ...endEvent(episode, setup).map((event) => ({ ...own, ...event })),
    ]),
  ]
}

function changeEvent({ at, operation, legs, via, actor, outcome, error, facts }: Change) {
  const failed = outcome === 'accepted' ? '' : ` (${outcome}${error === undefined ? '' : `: ${error}`})`
  return {
    ...(at === undefined ? {} : { at }),
    text: `${operation}${failed}`,
    legs,
    via,
    actor,
    who: sayWho(actor),
    facts,
  }
}

/** A snapshot tells an event only where it shows something new. */
function seenEvent(state: SessionState, { subject }: SubjectTimeline): readonly Omit<SubjectEvent, 'subject'>[] {
  if (state.because.by !== 'snapshot') return []
  const account = accountNumber(subject)
  const ends = `${describeSources(state.session)} to ${describeDestinations(state.session, { account })}`
  const unlogged = state.unlogged === undefined ? '' : '; no record says who'
  const text = `a configuration shows session ${state.session.name}: ${ends}${unlogged}`
  const dated = state.from === undefined ? {} : { at: state.from }
  return [{ ...dated, kind: 'seen', text, legs: ['config'], who: '', facts: [state.because.fact] }]
}

function endEvent({ until, untilBasis, changes }: Episode, setup: Setup): readonly Omit<SubjectEvent, 'subject'>[] {
  if (untilBasis !== 'absent-in-snapshot') return []
  const dated = until === undefined ? {} : { at: until }
  const text = `a configuration shows session ${setup.key.address.id} no longer`
  return [{ ...dated, kind: 'end', text, legs: ['config'], who: '', facts: changes.at(-1)?.facts ?? [] }]
}

/** Of a stream that a set-up sends: others are traffic like any other. */
function wireEvents(stream: Stream, { subject, setups }: SubjectTimeline): readonly SubjectEvent[] {
  const own = new Set(stream.facts)
  const setup = setups.find(({ facts }) => facts.some((id) => own.has(id)))
  if (setup === undefined || stream.of !== 'carrier') return []
  const what = `${sayCarrier(stream)} from ${stream.source} to ${stream.destination} by ${sayObservers([stream])}`
  const base = { subject: subject.id, kind: 'wire', legs: ['flow'], who: '', finding: setup.id } as const
  const { firstAt, lastAt, facts } = stream
  return [
    { ...base, at: firstAt, text: `first seen: ${what}`, facts: facts.slice(0, 1) },
    { ...base, at: lastAt, text: `last seen: ${what}, ${sayAtLeast([stream])}`, facts },
  ]
}

function signalEvent(
  {
    signal,
    detail,
    leg,
    actor,
    outcome,
    id,
    effectiveAt,
    time,
  }: SignalFact & { readonly effectiveAt?: Instant | undefined },
  subject: string,
): SubjectEvent {
  const at = effectiveAt ?? time.at
  const text = `${signal}: ${detail}${outcome === 'accepted' ? '' : ` (${outcome})`}`
  return {
    ...(at === undefined ? {} : { at }),
    subject,
    kind: 'signal',
    text,
    legs: [leg],
    actor,
    who: sayWho(actor),
    facts: [id],
  }
}

function ticketEvent({ fact }: Ticket, subject: string): SubjectEvent {
  const at = fact.from ?? fact.createdAt
  const text = `ticket ${fact.number} (${fact.state})${fact.until === undefined ? '' : ` until ${fact.until}`}: ${fact.summary}`
  return {
    ...(at === undefined ? {} : { at }),
    subject,
    kind: 'ticket',
    text,
    legs: [],
    who: fact.implementedBy ?? fact.requestedBy ?? '',
    facts: [fact.id],
  }
}

function sayWho(actor: Actor): string {
  return Object.keys(actor).length === 0 ? '' : nameActor(actor).replace(/^account /, '')
}
