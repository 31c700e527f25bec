/**
 * A finding is a sentence before it is a table: device copies what (direction) to where by carrier; verdict clause.
 * The verb follows the evidence, and nothing is said of anyone's intent.
 */
import type { Fact } from '../facts/fact.ts'
import { sayInstant } from '../kit/say-instant.ts'
import {
  describeCarrier,
  describeDestinations,
  describeSources,
  shortResourceName,
} from '../timeline/describe-session.ts'
import { accountNumber, nameActor, nameSubject } from '../timeline/describe-subject.ts'
import type { Change } from '../timeline/episode.ts'
import type { AssessedSetup } from './assessed-setup.ts'
import { observedAt } from './parts/evidence.ts'

/**
 * The whole sentence, with a full stop.
 *
 * `edge-rtr-07 sends a copy of Te0/0/1 (rx), Te0/0/2 to 198.51.100.200 by ERSPAN; no approval in inventory 3f9c covers it.`
 */
export function writeSentence(assessed: AssessedSetup, clause: string, facts: ReadonlyMap<string, Fact>): string {
  const { setupClass } = assessed.setup.key
  if (setupClass === 'attempt') return `${tellAttempt(assessed)}; no copy came of it.`
  if (setupClass === 'ghost') return `${tellGhost(assessed)}; ${clause}.`
  const statement = setupClass === 'object' ? tellObject(assessed) : tellCopy(assessed, facts)
  return `${statement}; ${clause}.`
}

function tellCopy(assessed: AssessedSetup, facts: ReadonlyMap<string, Fact>): string {
  const { session, timeline, setup, episode } = assessed
  if (session.role === 'transit')
    return `${nameSubject(timeline.subject)} carries RSPAN VLAN ${session.name} with no session of its own`
  const head = headOf(assessed)
  if (setup.status === 'ended') return `${head} ${VERBS[verbOf(assessed)].ended} ${ends(assessed)}${tellEnd(episode)}`
  const dormant = tellDormant(assessed)
  if (dormant !== undefined) return dormant
  return `${head} ${tellRunning(assessed, facts)}`
}

/** A cloud account holds many sessions, so its session is named. */
function headOf({ session, timeline }: AssessedSetup): string {
  const name = nameSubject(timeline.subject)
  return timeline.subject.kind === 'device' ? name : `${name}: session ${session.name}`
}

const VERBS = {
  copy: { running: 'sends a copy of', runningCloud: 'copies', verb: 'copy', ended: 'copied' },
  lead: { running: 'leads away', runningCloud: 'leads away', verb: 'lead away', ended: 'led away' },
  deliver: { running: 'delivers', runningCloud: 'delivers', verb: 'deliver', ended: 'delivered' },
} as const

/** A redirect copies nothing; the far end of somebody else's copy delivers it. */
function verbOf({ session, setup }: Pick<AssessedSetup, 'session' | 'setup'>): keyof typeof VERBS {
  if (setup.key.setupClass === 'redirect') return 'lead'
  return session.role === 'destination' ? 'deliver' : 'copy'
}

function tellRunning(assessed: AssessedSetup, facts: ReadonlyMap<string, Fact>): string {
  const { setup, state, timeline } = assessed
  const verbs = VERBS[verbOf(assessed)]
  const what = ends(assessed)
  if (setup.status === 'live') {
    return `${timeline.subject.kind === 'account' ? verbs.runningCloud : verbs.running} ${what}`
  }
  if (isShownByConfiguration(assessed, facts)) return `is configured to ${verbs.verb} ${what}${tellAsOf(setup.asOf)}`
  return `was told to ${verbs.verb} ${what}${state.from === undefined ? '' : ` (${sayInstant(state.from)})`}`
}

/** A session that is there but copies nothing as it stands; undefined when it may. */
function tellDormant(assessed: AssessedSetup): string | undefined {
  const { session, timeline, setup } = assessed
  const holds = `${nameSubject(timeline.subject)} holds session ${session.name}`
  if (session.incomplete === true)
    return `${holds}, which copies nothing before ${missingPart(session)} is set${tellAsOf(setup.asOf)}`
  if (session.enabled !== false) return undefined
  return `${holds}, which is not enabled and would ${VERBS[verbOf(assessed)].verb} ${ends(assessed)}${tellAsOf(setup.asOf)}`
}

function missingPart({ destinations, sources, details }: AssessedSetup['session']): string {
  const hasSource = sources.length > 0 || details?.terminatesAt !== undefined
  if (hasSource) return 'a destination'
  return destinations.length > 0 ? 'a source' : 'a source and a destination'
}

function ends(assessed: AssessedSetup): string {
  const { session } = assessed
  const carrier = describeCarrier(session)
  const where = tellDestinations(assessed)
  const arrives = session.role === 'destination' && session.sources.length > 0 ? 'the copy in ' : ''
  return `${arrives}${describeSources(session)} to ${where}${carrier === undefined ? '' : ` by ${carrier}`}`
}

function tellDestinations({ session, timeline, match }: AssessedSetup): string {
  return describeDestinations(session, { collectors: match.collectors, account: accountNumber(timeline.subject) })
}

/** Whether the newest word on the session as it stands is a configuration's and not only a command's. */
function isShownByConfiguration({ state, episode, setup }: AssessedSetup, facts: ReadonlyMap<string, Fact>): boolean {
  if (state.because.by === 'snapshot') return true
  return episode.facts.some((id) => {
    const fact = facts.get(id)
    const isLater = state.from === undefined || (fact?.time.at ?? '') >= state.from
    return fact !== undefined && isLater && observedAt(fact, setup.key.address) !== undefined
  })
}

function tellAsOf(asOf: string | undefined): string {
  return asOf === undefined ? '' : ` (as of ${sayInstant(asOf)})`
}

function tellEnd({ until, untilBasis }: AssessedSetup['episode']): string {
  if (until === undefined) return ', which has ended'
  return ` until ${sayInstant(until)}${untilBasis === 'absent-in-snapshot' ? ' at the latest' : ''}`
}

/** `edge-rtr-07 sends ERSPAN session 5 from 192.0.2.7 to 198.51.100.9 (seen until 2026-11-14 03:12Z), and no session explains it`. */
function tellGhost(assessed: AssessedSetup): string {
  const { session, setup, timeline } = assessed
  const { erspanId, originIp } = session.details ?? {}
  const id = erspanId === undefined ? '' : ` session ${erspanId}`
  if (session.kind === 'local')
    return `${nameSubject(timeline.subject)} sends out of ${tellDestinations(assessed)} like a mirror port${setup.asOf === undefined ? '' : ` (last seen ${sayInstant(setup.asOf)})`}`
  const from = originIp === undefined || originIp === timeline.subject.id ? '' : ` from ${originIp}`
  const seen = setup.asOf === undefined ? '' : ` (last seen ${sayInstant(setup.asOf)})`
  return `${nameSubject(timeline.subject)} sends ${describeCarrier(session) ?? 'a copy'}${id}${from} to ${tellDestinations(assessed)}${seen}`
}

/** Objects that sessions share: `AWS account 111122223333: tmt-0a1b is used by tms-1, tms-2`. */
function tellObject(assessed: AssessedSetup): string {
  const { setup, session, timeline, episode } = assessed
  const what = `${nameSubject(timeline.subject)}: ${shortResourceName(session.name)}`
  const leads = session.destinations.length === 0 ? '' : ` leads to ${tellDestinations(assessed)} and`
  if (setup.status === 'ended') return `${what} was there${tellEnd(episode)}`
  const users = setup.usedBy.map(({ address }) => address.id)
  return `${what}${leads} is used by ${users.length === 0 ? 'no session that was seen' : users.join(', ')}`
}

/** `On edge-rtr-07 account netops-3 from 203.0.113.9 was refused monitor session 4 (% Authorization failed) at 2026-11-14 03:12Z`. */
function tellAttempt({ setup, session, timeline }: AssessedSetup): string {
  const last = setup.attempts.at(-1)
  const { subject } = timeline
  const where = subject.kind === 'device' ? `On ${subject.id}` : `In ${nameSubject(subject)}`
  if (last === undefined) return `${where} an attempt to set up session ${session.name} failed`
  const when = last.at === undefined ? '' : ` at ${sayInstant(last.at)}`
  const more = setup.attempts.length === 1 ? '' : `, the last of ${setup.attempts.length} attempts`
  return `${where} ${nameActor(last.actor)} ${tellOutcome(last)}${when}${more}`
}

/** Only the code of an error: its text may be long, and is among the evidence. */
function tellOutcome({ outcome, operation, error }: Change): string {
  const code = error?.split(':', 1)[0]
  const because = code === undefined ? '' : ` (${code})`
  return outcome === 'denied' ? `was refused ${operation}${because}` : `tried ${operation}, which failed${because}`
}
