/** Inventory files from disk to one value. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { unreadableInventory } from './errors.ts'

/** The text of one inventory file. */
export interface InventoryText {
  readonly path: string
  readonly text: string
}

/** An inventory with the texts it was made from, so that a store can keep the version. */
export interface LoadedInventory {
  readonly inventory: Inventory
  readonly files: readonly InventoryText[]
}

/** Loads all `.yaml` and `.yml` files of a folder and below, or one file. No location gives the empty inventory. Throws `TW_INVENTORY_…`. */
export function loadInventory(location: string | undefined): LoadedInventory {
  if (location === undefined) return { inventory: EMPTY_INVENTORY, files: [] }
  const files = readTexts(location)
  return { inventory: parseInventory(files), files }
}

function readTexts(location: string): readonly InventoryText[] {
  try {
    const paths = statSync(location).isDirectory() ? yamlFilesBelow(location) : [location]
    return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  } catch (cause) {
    throw unreadableInventory(location, cause)
  }
}

function yamlFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
