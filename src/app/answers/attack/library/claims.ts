/** Hashes that a source names: kept beside ours as claims, and never compared with ours. */
import type { ClaimedHash } from '../../../../attack/releases/release-index.ts'
import { badClaim } from './errors.ts'

/** A claim about the one file of an import, or about an object in it. */
export interface Claim extends ClaimedHash {
  readonly text: string
  /** Id of ATT&CK or of STIX; absent: the file. */
  readonly of?: string
}

const CLAIM = /^(?:([^=]{1,300})=)?([0-9a-f]{8,128})$/i

/** `AN1132=0e0b6f11260a1b43` → a claim about AN1132. Throws `TW_ATTACK_CLAIM`. */
export function parseClaim(text: string, source: string | undefined): Claim {
  const [, of, hash] = CLAIM.exec(text) ?? []
  if (hash === undefined) throw badClaim(text, 'is no hash in hexadecimal digits')
  const by = source ?? 'a source that was not named'
  return {
    text,
    hash: hash.toLowerCase(),
    by,
    ...(of === undefined ? {} : { of: of.includes('--') ? of.toLowerCase() : of.toUpperCase() }),
  }
}
