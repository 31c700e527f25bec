/** Asks whether somebody tried to copy traffic and was refused. */
import { describeDestinations, describeSources } from '../../timeline/describe-session.ts'
import { accountNumber, nameSubject } from '../../timeline/describe-subject.ts'
import type { Change } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import { nameSetup, sayActor, sayNamespace } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext } from '../contract.ts'
import { content } from './content.ts'

export const detection: Detection = {
  id: 'attempt-denied',
  version: 1,
  title: 'Refused attempt to copy traffic',
  question: 'Did somebody try to set up or change a copy and was refused, or failed?',
  attack: ['T1020.001', 'DET0403', 'AN1131', 'AN1132'],
  needs: ['fragment', 'change'],
  tuning: [],
  content,
  evaluate(setup, context) {
    const [first] = setup.attempts
    if (first === undefined) return []
    const aim = setup.key.setupClass === 'attempt' ? sayAim(setup, context) : `change ${nameSetup(setup, context)}`
    const statement = `${sayCount(setup.attempts)} to ${aim} ${sayEnd(setup.attempts)}, ${sayHands(setup.attempts)} (${sayCalls(setup.attempts)}).`
    const evidence = [...new Set(setup.attempts.flatMap(({ facts }) => facts))].sort()
    return [
      setup.key.setupClass === 'attempt' ? { statement, evidence, verdict: 'attempted' } : { statement, evidence },
    ]
  },
}

/** What the copy would have been, as far as the refused acts say. */
function sayAim({ key }: Setup, { session, timeline, approval }: DetectionContext): string {
  const subject = nameSubject(timeline.subject)
  if (session.incomplete === true) return `set up a ${sayNamespace(key.address.namespace)} on ${subject}`
  const where = describeDestinations(session, {
    collectors: approval.collectors,
    account: accountNumber(timeline.subject),
  })
  return `copy ${describeSources(session)} to ${where} on ${subject}`
}

function sayCount(attempts: readonly Change[]): string {
  return attempts.length === 1 ? 'An attempt' : `${attempts.length} attempts`
}

function sayEnd(attempts: readonly Change[]): string {
  const outcomes = new Set(attempts.map(({ outcome }) => outcome))
  const [first, last] = [sayTime(attempts.at(0)?.at), sayTime(attempts.at(-1)?.at)]
  const were = attempts.length === 1 ? 'was' : 'were'
  const how = !outcomes.has('failed')
    ? `${were} refused`
    : outcomes.has('denied')
      ? `${were} refused or failed`
      : 'failed'
  return first === last ? `${how} at ${first}` : `${how} between ${first} and ${last}`
}

function sayHands(attempts: readonly Change[]): string {
  return [...new Set(attempts.map(sayActor))].sort().join(' and ')
}

/** The calls or commands with the errors they got, each once. */
function sayCalls(attempts: readonly Change[]): string {
  const calls = attempts.map(({ operation, error }) => (error === undefined ? operation : `${operation}: ${error}`))
  return [...new Set(calls)].sort().join('; ')
}
