/**
 * Identity of facts: from what the device or API wrote, so that the same record seen twice, through another relay or in
 * another file is one fact. Never from path, offset, receive time, dialect version or interpretation; from a
 * relay's header only where the device itself wrote no absolute time (decision 0002).
 */
import { sha256Hex } from '../kit/hash.ts'
import type { FactKind } from './fact.ts'

/** What identifies a record: its native id, or the part that the device wrote with its time as written. */
export type RecordIdentity = { readonly native: string } | { readonly written: string; readonly writtenTime: string }

/**
 * The id of the `ordinal`-th fact of a kind that one record gives (0 for the first). 64 hex digits.
 *
 * `factId('change', { native: 'a3c6297b-…' }, 0)`
 */
export function factId(kind: FactKind, identity: RecordIdentity, ordinal: number): string {
  const parts = 'native' in identity ? ['native', identity.native] : ['written', identity.writtenTime, identity.written]
  return sha256Hex([kind, ...parts, String(ordinal)].join('\u0000'))
}

/**
 * The same id inside a realm: two tenants whose devices write the very same words are told of two things. The default realm's
 * ids are as {@link factId} makes them.
 */
export function factIdInRealm(id: string, realm: string): string {
  return realm === 'default' ? id : sha256Hex(['realm', realm, id].join('\u0000'))
}
