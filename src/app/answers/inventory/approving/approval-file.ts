/** Where a new approval goes. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { writeNewFile } from '../write-new-file.ts'
import { needsOutput } from './refusals.ts'

/** The file asked for, or the folder of the inventory and the id of the (first) approval. */
export interface ApprovalFile {
  readonly output?: string | undefined
  readonly inventory: string
  readonly id: string
}

/**
 * Writes a new file and returns its path. Throws `TW_APPROVE_OUTPUT` where no file was named and the inventory is no folder, and
 * `TW_INVENTORY_EXISTS` rather than overwriting.
 */
export function writeApprovalFile(yaml: string, { output, inventory, id }: ApprovalFile): string {
  const path = output ?? fileInside(inventory, id)
  writeNewFile(path, yaml)
  return path
}

function fileInside(inventory: string, id: string): string {
  if (!statSync(inventory).isDirectory()) throw needsOutput(inventory)
  return join(inventory, `approval-${id.replace(/[^\w.-]/g, '_')}.yaml`)
}
