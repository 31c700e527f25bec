/** What the operator must mend before a source can be imported. */
import { TapwardenError } from '../../kit/errors.ts'

/** `TW_IMPORT_SYNTAX`: a source that is not what its format says. */
export function badSource(path: string, format: string, why: string): TapwardenError {
  return new TapwardenError(
    'TW_IMPORT_SYNTAX',
    `${path} is no ${format}: ${why}`,
    'Mend the file, or say what it is: --format csv, netbox, ansible or oxidized.',
  )
}

/** `TW_IMPORT_COLUMN`: a column that is not there, or none that names the devices. */
export function missingColumn(path: string, wanted: string, there: readonly string[]): TapwardenError {
  return new TapwardenError(
    'TW_IMPORT_COLUMN',
    `${path} has no ${wanted}.`,
    `Its columns are ${there.slice(0, 40).join(', ') || 'none'}. Say which holds what: --column name=Host --column address="Mgmt IP"`,
  )
}

/** `TW_IMPORT_FORMAT`: nobody can tell what a source is. */
export function unknownFormat(path: string): TapwardenError {
  return new TapwardenError(
    'TW_IMPORT_FORMAT',
    `${path} is not recognised as CSV, NetBox JSON, Ansible inventory or router.db.`,
    'Say what it is with --format csv, netbox, ansible or oxidized.',
  )
}
