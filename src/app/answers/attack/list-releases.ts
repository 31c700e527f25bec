/** The releases of ATT&CK in a library, and what each was imported from. */
import type { ReleaseIndex } from '../../../attack/releases/release-index.ts'
import { libraryFolder } from './library/library-folder.ts'
import { listReleases, openRelease } from './library/read-library.ts'

/** One release. */
export interface ReleaseRow {
  readonly release: string
  readonly files: number
  readonly bytes: number
  readonly objects: number
  readonly deprecated: number
  readonly revoked: number
  readonly sources: readonly string[]
  /** Of imports of one file the SHA-256 of that file; of others that of all files one after the other. */
  readonly packs: readonly string[]
  readonly importedAt: string
  readonly notice: string
}

/** In the order of their numbers. */
export function listAttackReleases(library?: string): {
  readonly library: string
  readonly releases: readonly ReleaseRow[]
} {
  const folder = libraryFolder(library)
  return { library: folder, releases: listReleases(folder).map((release) => toRow(openRelease(folder, release))) }
}

function toRow({ release, files, objects, notice }: ReleaseIndex): ReleaseRow {
  const count = (status: string): number => objects.filter((object) => object.status === status).length
  return {
    release,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    objects: objects.length,
    deprecated: count('deprecated'),
    revoked: count('revoked'),
    sources: [...new Set(files.flatMap(({ source }) => source ?? []))],
    packs: [...new Set(files.map(({ pack }) => pack))],
    importedAt: files.map(({ importedAt }) => importedAt).sort()[0] ?? '',
    notice,
  }
}
