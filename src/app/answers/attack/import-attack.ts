/** `attack import`: the only moment at which the clock is read is the moment of the import. */
import { presentInstant } from '../../evidence/moments.ts'
import { type BundleImport, type ImportReport, importBundles } from './library/import-bundles.ts'
import { libraryFolder } from './library/library-folder.ts'

export type { ImportReport }

/** Keeps bundles in the library that is named, or in the user's own. */
export function importAttack(
  request: Omit<BundleImport, 'library' | 'at'> & { readonly library?: string | undefined },
): ImportReport {
  return importBundles({ ...request, library: libraryFolder(request.library), at: presentInstant() })
}
