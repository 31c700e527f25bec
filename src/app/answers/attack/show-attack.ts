/** One object of ATT&CK: where it is from, what MITRE says, what it is tied to, and what tapwarden makes of it. */
import { kindOfId, kindOfType, parseAttackId } from '../../../attack/ids/attack-id.ts'
import type { MovedId } from '../../../attack/ids/moved-ids.data.ts'
import { movesOf } from '../../../attack/ids/moved-ids.ts'
import { mitreNotice } from '../../../attack/notice.ts'
import { type FoundObject, findObject } from '../../../attack/releases/find-object.ts'
import { listRelations, type Relation } from '../../../attack/releases/list-relations.ts'
import type { ClaimedHash, ImportedFile, IndexedObject, ReleaseIndex } from '../../../attack/releases/release-index.ts'
import { objectUnknown } from './errors.ts'
import { libraryFolder } from './library/library-folder.ts'
import { listReleases, openRelease, readObjectBytes } from './library/read-library.ts'
import { type MitreWords, mitreWords } from './mitre-words.ts'
import { analyseObject, type OwnAnalysis } from './own-analysis.ts'
import type { AttackQuestion } from './raw-attack.ts'

export type { Relation }

/** Where an object is from, and the hash of its exact bytes. */
export interface ObjectRecord
  extends Pick<
    IndexedObject,
    'stixId' | 'attackId' | 'version' | 'specVersion' | 'created' | 'modified' | 'status' | 'sha256' | 'bytes'
  > {
  readonly kind: string
  readonly release: string
  /** What a source claims of the object; its algorithm is not stated, so it is not compared with ours. */
  readonly claimed?: ClaimedHash
  readonly file: Pick<ImportedFile, 'path' | 'sha256' | 'bytes' | 'stixVersion' | 'source' | 'importedAt' | 'claimed'>
}

/** The answer. Without an imported release there is only our own part, and how to import. */
export interface AttackPage {
  readonly asked: string
  readonly kind: string
  readonly notice: string
  /** Other ids for what was asked: `T1562` of release 18 is `T1685` of release 19. */
  readonly moved: readonly MovedId[]
  readonly object?: ObjectRecord
  readonly mitre?: MitreWords
  /** Absent where nothing was imported; empty where the release has none. */
  readonly relations?: readonly Relation[]
  readonly analysis: OwnAnalysis
  readonly help?: string
}

/** Throws `TW_ATTACK_ID`, `TW_ATTACK_UNKNOWN`, `TW_ATTACK_RELEASE_UNKNOWN` and `TW_ATTACK_CHANGED`. */
export function showAttack({ id, release, library }: AttackQuestion): AttackPage {
  const folder = libraryFolder(library)
  const asked = parseAttackId(id).id
  if (release === undefined && listReleases(folder).length === 0) return ownPage(asked)
  const index = openRelease(folder, release)
  const found = findObject(index, asked)
  if (found === undefined) throw objectUnknown(asked, index.release)
  return wholePage(asked, { folder, index, found })
}

function ownPage(asked: string): AttackPage {
  return {
    asked,
    kind: kindOfId(asked) ?? kindOfType(asked.split('--')[0] ?? asked),
    notice: mitreNotice(),
    moved: movesOf(asked),
    analysis: analyseObject(asked),
    help: `No release of ATT&CK was imported, so only what tapwarden itself knows is shown. tapwarden attack import FILE --release 18.1 adds MITRE's words, versions, hashes and relations.`,
  }
}

interface Found {
  readonly folder: string
  readonly index: ReleaseIndex
  readonly found: FoundObject
}

function wholePage(asked: string, { folder, index, found }: Found): AttackPage {
  const { object } = found
  const called = object.attackId ?? asked
  return {
    asked,
    kind: kindOfType(object.type),
    notice: index.notice,
    moved: movesOf(asked),
    object: recordOf(index, object),
    mitre: mitreWords(JSON.parse(readObjectBytes(folder, index, object).toString('utf8'))),
    relations: listRelations(index, object.stixId),
    analysis: analyseObject(called),
  }
}

function recordOf({ release, files }: ReleaseIndex, object: IndexedObject): ObjectRecord {
  const { stixId, type, attackId, version, specVersion, created, modified, status, sha256, bytes, claimed } = object
  const { path = '', importedAt = '', ...file } = files[object.file] ?? { sha256: '', bytes: 0 }
  return {
    stixId,
    ...(attackId === undefined ? {} : { attackId }),
    kind: kindOfType(type),
    release,
    ...(version === undefined ? {} : { version }),
    ...(specVersion === undefined ? {} : { specVersion }),
    ...(created === undefined ? {} : { created }),
    ...(modified === undefined ? {} : { modified }),
    status,
    sha256,
    bytes,
    ...(claimed === undefined ? {} : { claimed }),
    file: { path, importedAt, ...file },
  }
}
