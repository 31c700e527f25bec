/** What a library keeps: its releases, their objects, and the exact bytes of each. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type IndexedObject, ReleaseIndex } from '../../../../attack/releases/release-index.ts'
import { sha256Hex } from '../../../../kit/hash.ts'
import { badLibrary, bytesChanged, nothingImported, releaseUnknown } from './errors.ts'
import { indexPath, packPath } from './library-folder.ts'

const INDEX = /^(\d{1,3}\.\d{1,3})\.json$/

/** `['18.0', '18.1', '19.1']`: in the order of their numbers; empty where nothing was imported. */
export function listReleases(library: string): readonly string[] {
  return indexNames(library)
    .flatMap((name) => INDEX.exec(name)?.[1] ?? [])
    .sort(byNumber)
}

/** The index of a release, of the newest one where none is named. Throws `TW_ATTACK_RELEASE_UNKNOWN`, `TW_ATTACK_NOTHING_IMPORTED`, `TW_ATTACK_LIBRARY`. */
export function openRelease(library: string, release?: string): ReleaseIndex {
  const known = listReleases(library)
  const wanted = release ?? known.at(-1)
  if (wanted === undefined) throw nothingImported(library)
  if (!known.includes(wanted)) throw releaseUnknown(wanted, known)
  const path = indexPath(library, wanted)
  try {
    return ReleaseIndex.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw badLibrary(path, error)
  }
}

/** The bytes as published, checked against the hash that was taken when they came. Throws `TW_ATTACK_CHANGED`. */
export function readObjectBytes(library: string, index: ReleaseIndex, object: IndexedObject): Buffer {
  const file = index.files[object.file]
  if (file === undefined) throw badLibrary(indexPath(library, index.release), undefined)
  const bytes = readSlice(packPath(library, file.pack), file.offset + object.offset, object.bytes)
  const found = sha256Hex(bytes)
  if (found !== object.sha256)
    throw bytesChanged(`${object.attackId ?? object.stixId} of release ${index.release}`, object.sha256, found)
  return bytes
}

function readSlice(path: string, offset: number, sizeBytes: number): Buffer {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(sizeBytes)
      return bytes.subarray(0, readSync(file, bytes, 0, sizeBytes, offset))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw badLibrary(path, error)
  }
}

function indexNames(library: string): readonly string[] {
  try {
    return readdirSync(join(library, 'releases'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw badLibrary(library, error)
  }
}

function byNumber(a: string, b: string): number {
  const [x = 0, y = 0] = a.split('.').map(Number)
  const [u = 0, v = 0] = b.split('.').map(Number)
  return x - u || y - v
}
