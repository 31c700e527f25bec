/** The store a run works on: memory, or a file that keeps facts between runs. */
import type { Store } from '../../store/contract.ts'
import { storeAdapters } from '../../store/registry.generated.ts'
import { unknownStore } from './errors.ts'

/** Opens SQLite for a file name, memory for none. Throws `TW_STORE_…`. */
export async function openStore(location: string | undefined): Promise<Store> {
  const load = storeAdapters[location === undefined ? 'memory' : 'sqlite']
  if (load === undefined) throw unknownStore(location ?? 'memory')
  const adapter = await load()
  return adapter.open(location ?? '')
}
