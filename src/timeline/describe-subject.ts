/** What subjects and people are called in a sentence. */
import type { Actor } from '../facts/schema-parts.ts'
import type { Subject } from '../inventory/subject.ts'

/** A device by its name, a cloud account as `AWS account 111122223333`, `Azure subscription …`, `GCP project …`. */
export function nameSubject(subject: Subject): string {
  const number = accountNumber(subject)
  if (number === undefined) return subject.id
  const provider = subject.id.slice(subject.id.lastIndexOf('/') + 1, -number.length - 1)
  return `${OWNER_WORDS[provider] ?? `${provider.toUpperCase()} account`} ${number}`
}

/** What each cloud calls whose network it is. */
const OWNER_WORDS: Readonly<Record<string, string>> = {
  aws: 'AWS account',
  azure: 'Azure subscription',
  gcp: 'GCP project',
}

/** The number of the account whose timeline it is, as records write it; undefined for devices. */
export function accountNumber({ id, kind }: Subject): string | undefined {
  return kind === 'account' ? id.slice(id.lastIndexOf(':') + 1) : undefined
}

/** `account netops-3 from 203.0.113.9`; a role names its session, an automatic call the service it came through. */
export function nameActor({ account, session, from, invokedBy }: Actor): string {
  const name = account === undefined ? 'an unnamed account' : `account ${account}`
  const who = session === undefined ? name : `${name} (session ${session})`
  const where = from === undefined ? '' : ` from ${from}`
  return who + where + (invokedBy === undefined ? '' : ` through ${invokedBy}`)
}
