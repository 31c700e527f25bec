/** What set-ups, subjects and people are called in a sentence. */
import { shortResourceName } from '../../timeline/describe-session.ts'
import { nameActor, nameSubject } from '../../timeline/describe-subject.ts'
import type { Change } from '../../timeline/episode.ts'
import type { Setup } from '../../timeline/setup.ts'
import type { DetectionContext } from '../contract.ts'

/** `session 4 of edge-rtr-07`, `RSPAN VLAN 900 of core-sw-2`, `traffic mirror target tmt-0c of AWS account 111122223333`. */
export function nameSetup(setup: Setup, { timeline, session }: DetectionContext): string {
  const { address, setupClass } = setup.key
  const owner = `of ${nameSubject(timeline.subject)}`
  if (setupClass === 'object') return `${sayNamespace(address.namespace)} ${shortResourceName(address.id)} ${owner}`
  if (session.role === 'transit') return `RSPAN VLAN ${session.name} ${owner}`
  const context = timeline.subject.kind === 'device' && address.scope !== '' ? ` in ${address.scope}` : ''
  return `session ${session.name}${context} ${owner}`
}

/** `by account netops-3 from 203.0.113.9`, with what other records of the same act say instead. */
export function sayActor({ actor, actorConflicts }: Pick<Change, 'actor' | 'actorConflicts'>): string {
  const conflict = actorConflicts.length === 0 ? '' : ` (records disagree: ${actorConflicts.join('; ')})`
  return `by ${nameActor(actor)}${conflict}`
}

/** `traffic-mirror-target` → `traffic mirror target`. */
export function sayNamespace(namespace: string): string {
  return namespace.replaceAll('-', ' ')
}

/** The first letter of a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
