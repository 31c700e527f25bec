/** What the operator must mend before the inventory can be imported, compared or added to. */
import { TapwardenError } from '../../../kit/errors.ts'

/** `TW_IMPORT_UNREADABLE`: a source that cannot be opened, or is too large to be a list of devices. */
export function unreadableSource(path: string, why: string, cause?: unknown): TapwardenError {
  return new TapwardenError(
    'TW_IMPORT_UNREADABLE',
    `${path} ${why}.`,
    'Name files that this account may read: a table, an answer of NetBox, an Ansible inventory or a router.db.',
    { cause },
  )
}

/** `TW_INVENTORY_EXISTS`: a file that is there is never overwritten. */
export function fileExists(path: string): TapwardenError {
  return new TapwardenError(
    'TW_INVENTORY_EXISTS',
    `${path} is there already.`,
    'Name another file with --output, or move that one away.',
  )
}

/** `TW_INVENTORY_MISSING`: a question about an inventory that was not given. */
export function missingInventory(): TapwardenError {
  return new TapwardenError(
    'TW_INVENTORY_MISSING',
    'No inventory was given.',
    'Name its folder with --inventory. There is none yet: tapwarden baseline propose PATH, or tapwarden inventory import FILE.',
  )
}
