/** What set-ups, subjects and people are called in a sentence. */
import type { Actor } from '../../facts/schema-parts.ts'
import type { Subject } from '../../inventory/subject.ts'
import type { Change, Setup } from '../../timeline/setup.ts'
import type { DetectionContext } from '../contract.ts'

/** `session 4 of edge-rtr-07`, `RSPAN VLAN 900 of core-sw-2`, `traffic mirror target tmt-0c of AWS account 111122223333`. */
export function nameSetup(setup: Setup, { timeline, session }: DetectionContext): string {
  const { address, setupClass } = setup.key
  const owner = `of ${nameSubject(timeline.subject)}`
  if (setupClass === 'object') return `${sayNamespace(address.namespace)} ${address.id} ${owner}`
  if (session.role === 'transit') return `RSPAN VLAN ${session.name} ${owner}`
  const context = timeline.subject.kind === 'device' && address.scope !== '' ? ` in ${address.scope}` : ''
  return `session ${session.name}${context} ${owner}`
}

/** A device by its name, a cloud account as `AWS account 111122223333`. */
export function nameSubject(subject: Subject): string {
  const number = accountNumber(subject)
  if (number === undefined) return subject.id
  const provider = subject.id.slice(subject.id.lastIndexOf('/') + 1, -number.length - 1)
  return `${provider.toUpperCase()} account ${number}`
}

/** The number of the account whose timeline it is, as records write it; undefined for devices. */
export function accountNumber({ id, kind }: Subject): string | undefined {
  return kind === 'account' ? id.slice(id.lastIndexOf(':') + 1) : undefined
}

/** `by account netops-3 from 203.0.113.9`, with what other records of the same act say instead. */
export function sayActor({ actor, actorConflicts }: Pick<Change, 'actor' | 'actorConflicts'>): string {
  const conflict = actorConflicts.length === 0 ? '' : ` (records disagree: ${actorConflicts.join('; ')})`
  return `by ${nameActor(actor)}${conflict}`
}

/** `account netops-3 from 203.0.113.9`; an automatic call names the service it came through. */
export function nameActor({ account, from, invokedBy }: Actor): string {
  const who = account === undefined ? 'an unnamed account' : `account ${account}`
  const where = from === undefined ? '' : ` from ${from}`
  return who + where + (invokedBy === undefined ? '' : ` through ${invokedBy}`)
}

/** `traffic-mirror-target` → `traffic mirror target`. */
export function sayNamespace(namespace: string): string {
  return namespace.replaceAll('-', ' ')
}

/** The first letter of a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
