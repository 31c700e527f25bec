/** The inventory's schema as a JSON Schema document, for editors that complete and check YAML while it is written. */
import { z } from 'zod'
import { InventoryFile } from '../../src/inventory/schema.ts'

/** The content of `docs/reference/inventory.schema.json`: what files may hold, before defaults are filled in. */
export function renderInventorySchema(): object {
  const schema = z.toJSONSchema(InventoryFile, {
    io: 'input',
    // Whether our own code may change a list says nothing to who writes one.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return {
    ...schema,
    title: 'tapwarden inventory',
    description: 'One file of an inventory; all files of a folder are one.',
  }
}
