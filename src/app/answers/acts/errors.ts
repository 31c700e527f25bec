/** Acts that cannot be kept as they were asked for. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_ACT_STORE`: an act is kept in a store, and none was named. */
export function actWithoutStore(does: string): TapwardenError {
  return new TapwardenError(
    'TW_ACT_STORE',
    `Nothing can keep what was done (${does}) without a store.`,
    'Name the store that scan uses: --store tapwarden.db',
  )
}

/** `TW_ACT_REASON`: an act without a name or a reason explains itself to nobody. */
export function actWithoutReason(does: string): TapwardenError {
  return new TapwardenError(
    'TW_ACT_REASON',
    `To ${does} a finding needs somebody and a reason.`,
    'Say --by ACCOUNT and --reason "WHY".',
  )
}

/** `TW_ACT_UNTIL`: a suppression that ends before it begins. */
export function actInThePast(until: string, now: string): TapwardenError {
  return new TapwardenError(
    'TW_ACT_UNTIL',
    `--until ${until} is not after ${now}, the moment asked about.`,
    'Give a later time, or leave --at out.',
  )
}
