/** Whether an approval holds at a moment, whatever for. */
import type { Instant } from '../../kit/instant.ts'
import type { Approval } from '../schema.ts'

/** `in-force` is the only one that approves. */
export type Standing = 'in-force' | 'ended' | 'not-begun' | 'unreviewed'

/** By review and bounds alone; a longest duration counts for each session by itself. */
export function standingOf({ reviewed, validFrom = '', validUntil = '~' }: Approval, now: Instant): Standing {
  if (!reviewed) return 'unreviewed'
  if (validUntil <= now) return 'ended'
  return validFrom > now ? 'not-begun' : 'in-force'
}
