/** One object of a release as the bytes that MITRE published. */
import { findObject } from '../../../attack/releases/find-object.ts'
import { objectUnknown } from './errors.ts'
import { libraryFolder } from './library/library-folder.ts'
import { openRelease, readObjectBytes } from './library/read-library.ts'

/** Which object of which release, in which library; the newest release and the user's own library unless said. */
export interface AttackQuestion {
  readonly id: string
  readonly release?: string | undefined
  readonly library?: string | undefined
}

/** The bytes, and what they are. */
export interface RawObject {
  readonly stixId: string
  readonly release: string
  readonly sha256: string
  readonly bytes: Buffer
  readonly notice: string
}

/** Throws `TW_ATTACK_UNKNOWN`, and `TW_ATTACK_CHANGED` where the bytes are not those that were imported. */
export function rawAttack({ id, release, library }: AttackQuestion): RawObject {
  const folder = libraryFolder(library)
  const index = openRelease(folder, release)
  const found = findObject(index, id)
  if (found === undefined) throw objectUnknown(id, index.release)
  const { stixId, sha256 } = found.object
  const bytes = readObjectBytes(folder, index, found.object)
  return { stixId, release: index.release, sha256, bytes, notice: index.notice }
}
