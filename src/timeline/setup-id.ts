/** The name of a set-up that never changes: a hash of what identifies it. */

import type { SessionAddress } from '../facts/mirror-session.ts'
import { sha256Hex } from '../kit/hash.ts'
import type { SetupKey } from './setup.ts'

/** How many hex digits an id has: 64 bits are far more than any estate has set-ups. */
const ID_DIGITS = 16

/** The id of a set-up and of its finding: 16 hex digits of SHA-256 over the key. `7f3a09c1d2e4b586`. */
export function setupId(key: SetupKey): string {
  return sha256Hex([key.subject, key.setupClass, addressText(key.address)].join('\u0000')).slice(0, ID_DIGITS)
}

/** One text for one address, for maps and sorting. */
export function addressText(address: SessionAddress): string {
  return [address.scope, address.namespace, address.id].join('\u0000')
}

/** Text order by code units: the same everywhere, unlike a locale's. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
