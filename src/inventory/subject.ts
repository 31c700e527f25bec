/** Whose timeline it is: a device or a cloud account. */
import type { CloudAccount, Device } from './schema.ts'

/**
 * A device or cloud account that evidence speaks of. `id` is the name people use (`edge-rtr-07`, `aws:111122223333`), with the
 * realm in front when that is not the default (`customer-b/edge-rtr-07`).
 */
export interface Subject {
  readonly id: string
  readonly realm: string
  readonly kind: 'device' | 'account'
  readonly device?: Device | undefined
  readonly account?: CloudAccount | undefined
}

/** What could not be settled while names were resolved: two candidates for one name. Nothing is joined, and it is shown. */
export interface NameConflict {
  readonly realm: string
  readonly name: string
  readonly candidates: readonly string[]
}
