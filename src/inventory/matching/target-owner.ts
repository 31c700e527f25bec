/** Whose the cloud target of a session is, as the inventory sees it. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { Inventory } from '../inventory.ts'
import { withProvider } from '../resolving/name-keys.ts'
import type { CloudAccount } from '../schema.ts'
import type { Subject } from '../subject.ts'
import { localId } from './scope.ts'

/** The account as the record writes it. `{ account: '555566667777', ownership: 'partner' }`. */
export interface TargetOwner {
  readonly account: string
  readonly ownership: CloudAccount['ownership']
}

/**
 * The owner of the session's target: undefined where no record names one. The account whose session it is counts as own, an
 * account that the inventory does not list as unknown.
 */
export function ownerOf({ details }: MirrorSession, subject: Subject, inventory: Inventory): TargetOwner | undefined {
  const account = details?.targetOwner
  if (account === undefined) return undefined
  const id = withProvider(account)
  if (id === localId(subject)) return { account, ownership: 'own' }
  const listed = inventory.accounts.find((known) => withProvider(known.id) === id)
  return { account, ownership: listed?.ownership ?? 'unknown' }
}

/** `; whether account 444455556666 is own or partner is not decided`; nothing where it is. */
export function sayUndecided(session: MirrorSession, subject: Subject, inventory: Inventory): string {
  const owner = ownerOf(session, subject, inventory)
  if (owner?.ownership !== 'unknown') return ''
  return `; whether account ${owner.account} is own or partner is not decided`
}
