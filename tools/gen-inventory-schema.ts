/** Writes `docs/reference/inventory.schema.json` from the schema in the code. A test fails while the file is stale. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { renderInventorySchema } from './gen-inventory-schema/render.ts'

const root = join(import.meta.dirname, '..')
const published = join(root, 'docs', 'reference', 'inventory.schema.json')

mkdirSync(dirname(published), { recursive: true })
writeFileSync(published, JSON.stringify(renderInventorySchema()))
const formatter = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
execFileSync(process.execPath, [formatter, 'format', '--write', published], { cwd: root, stdio: 'inherit' })
