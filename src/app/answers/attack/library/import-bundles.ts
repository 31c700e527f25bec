/** Bundles → a release in the library: their exact bytes in one pack, and an index of every object. All of it or nothing. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type ReadBundle, readBundle } from '../../../../attack/bundles/read-bundle.ts'
import { badRelease } from '../../../../attack/errors.ts'
import { mitreNotice } from '../../../../attack/notice.ts'
import { type MergedObjects, mergeObjects } from '../../../../attack/releases/merge-objects.ts'
import { type ImportedFile, type IndexedObject, ReleaseIndex } from '../../../../attack/releases/release-index.ts'
import { TapwardenError } from '../../../../kit/errors.ts'
import { sha256Hex } from '../../../../kit/hash.ts'
import { bundleFiles } from './bundle-files.ts'
import { type Claim, parseClaim } from './claims.ts'
import { badClaim, badLibrary, releaseDiffers, releaseMissing } from './errors.ts'
import { indexPath, packPath, UnfinishedFile, writeWhole } from './library-folder.ts'
import { listReleases, openRelease } from './read-library.ts'

/** What is to be imported. */
export interface BundleImport {
  readonly paths: readonly string[]
  readonly library: string
  readonly release?: string | undefined
  /** Where the files were obtained, in the operator's words. */
  readonly source?: string | undefined
  /** `HEX` or `ID=HEX`. */
  readonly claimedHashes?: readonly string[] | undefined
  readonly at: string
}

/** What an import came to. */
export interface ImportReport extends Omit<MergedObjects, 'objects'> {
  readonly release: string
  readonly library: string
  readonly files: number
  readonly bytes: number
  /** SHA-256 of the pack; of one file, that of the file. */
  readonly sha256: string
  /** Objects of the release now. */
  readonly objects: number
  readonly claims: readonly { readonly of: string; readonly hash: string; readonly by: string }[]
  readonly notice: string
}

interface Gathered {
  readonly files: readonly Omit<ImportedFile, 'pack'>[]
  /** `file` counts from the first file of this import. */
  readonly objects: readonly IndexedObject[]
  readonly release?: string
  readonly statement?: string
}

const RELEASE = /^\d{1,3}\.\d{1,3}$/

/** Importing the same again changes nothing. Throws the `TW_ATTACK_…` errors; then the library is as it was. */
export function importBundles(request: BundleImport): ImportReport {
  if (request.release !== undefined && !RELEASE.test(request.release)) throw badRelease(request.release)
  const claims = (request.claimedHashes ?? []).map((text) => parseClaim(text, request.source))
  try {
    return importClaimed(request, claims)
  } catch (error) {
    throw error instanceof TapwardenError ? error : badLibrary(request.library, error)
  }
}

function importClaimed(request: BundleImport, claims: readonly Claim[]): ImportReport {
  const { library } = request
  const pack = new UnfinishedFile(join(library, 'packs'))
  const hash = createHash('sha256')
  let gathered: Gathered
  let release: string
  try {
    gathered = withClaims(
      gather(request, (bytes) => {
        pack.write(bytes)
        hash.update(bytes)
      }),
      claims,
    )
    release = releaseOf(gathered, request.release)
  } catch (error) {
    pack.abandon()
    throw error
  }
  const sha256 = hash.digest('hex')
  pack.finish(packPath(library, sha256))
  const before = listReleases(library).includes(release) ? openRelease(library, release) : undefined
  const { index, ...counts } = addTo(before, { gathered, release, sha256 })
  writeWhole(join(library, 'NOTICE.txt'), `${index.notice}\n`)
  // Parsing puts members into the order of the schema, so that the same index is the same text.
  writeWhole(indexPath(library, release), JSON.stringify(ReleaseIndex.parse(index)))
  return {
    release,
    library,
    files: gathered.files.length,
    bytes: gathered.files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256,
    ...counts,
    objects: index.objects.length,
    claims: claims.map(({ of = 'the file', hash: claimed, by }) => ({ of, hash: claimed, by })),
    notice: index.notice,
  }
}

function gather({ paths, source, at, release }: BundleImport, keep: (bytes: Buffer) => void): Gathered {
  const files: Omit<ImportedFile, 'pack'>[] = []
  const objects: IndexedObject[] = []
  const said: { release?: string; statement?: string } = {}
  let offset = 0
  for (const { path, bytes } of bundleFiles(paths)) {
    const read = readBundle(bytes, path)
    keep(bytes)
    for (const row of indexed(read, files.length)) objects.push(row)
    const { stixVersion, statement } = read
    files.push({
      path,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
      offset,
      ...(stixVersion === undefined ? {} : { stixVersion }),
      ...(source === undefined ? {} : { source }),
      importedAt: at,
    })
    offset += bytes.length
    if (read.release !== undefined) said.release = agreed(read.release, release ?? said.release)
    if (statement !== undefined) said.statement ??= statement
  }
  return { files, objects, ...said }
}

function indexed({ objects }: ReadBundle, file: number): readonly IndexedObject[] {
  return objects.map(({ object, offset, sizeBytes, sha256 }) => ({ ...object, file, offset, bytes: sizeBytes, sha256 }))
}

function agreed(found: string, said: string | undefined): string {
  if (!RELEASE.test(found)) throw badRelease(found)
  if (said !== undefined && said !== found) throw releaseDiffers(said, found)
  return found
}

function releaseOf({ release }: Gathered, said: string | undefined): string {
  const known = release ?? said
  if (known === undefined) throw releaseMissing()
  return known
}

function withClaims(gathered: Gathered, claims: readonly Claim[]): Gathered {
  let { files, objects } = gathered
  for (const { of, text, hash, by } of claims) {
    const claimed = { hash, by }
    if (of === undefined) {
      if (files.length !== 1) throw badClaim(text, `${files.length} files are imported`)
      files = files.map((file) => ({ ...file, claimed }))
    } else {
      if (!objects.some((object) => isCalled(object, of)))
        throw badClaim(text, `nothing in these files is called ${of}`)
      objects = objects.map((object) => (isCalled(object, of) ? { ...object, claimed } : object))
    }
  }
  return { ...gathered, files, objects }
}

function isCalled({ stixId, attackId }: IndexedObject, id: string): boolean {
  return stixId === id || attackId === id
}

interface Addition {
  readonly gathered: Gathered
  readonly release: string
  readonly sha256: string
}

/** Files of a pack that was imported before keep their numbers; what is said of them may have changed. */
function addTo(
  before: ReleaseIndex | undefined,
  { gathered, release, sha256 }: Addition,
): Omit<MergedObjects, 'objects'> & { readonly index: ReleaseIndex } {
  const earlier = before?.files ?? []
  const known = earlier.findIndex(({ pack }) => pack === sha256)
  const start = known === -1 ? earlier.length : known
  const files = gathered.files.map((file, at) => saidOf(earlier[start + at], { ...file, pack: sha256 }))
  const { objects, ...counts } = mergeObjects(
    before?.objects ?? [],
    gathered.objects.map((object) => ({ ...object, file: object.file + start })),
  )
  const index: ReleaseIndex = {
    tapwardenAttackIndex: 1,
    release,
    notice: gathered.statement === undefined ? (before?.notice ?? mitreNotice()) : mitreNotice(gathered.statement),
    files: earlier.toSpliced(start, known === -1 ? 0 : files.length, ...files),
    objects: [...objects],
  }
  return { index, ...counts }
}

/** The first import's word, and what this one adds to it. */
function saidOf(there: ImportedFile | undefined, file: ImportedFile): ImportedFile {
  if (there === undefined) return file
  const { source, claimed } = file
  return { ...there, ...(source === undefined ? {} : { source }), ...(claimed === undefined ? {} : { claimed }) }
}
