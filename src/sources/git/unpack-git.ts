/** A repository as inputs: its configurations commit by commit, and the rest of its work tree as it lies. */
import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { openInput } from '../_files/open-input.ts'
import { walkTree } from '../_files/walk.ts'
import { shownName, spoolInput } from '../_unpacking/member.ts'
import { type Asking, type Input, InputError, type InputFailure } from '../contract.ts'
import { NodeNames } from './history/node-name.ts'
import { type FiledVersion, type History, readHistory } from './history/read-history.ts'
import { openBundle } from './objects/bundle.ts'
import { MAX_RESULT_BYTES } from './objects/delta.ts'
import { openFolder } from './objects/folder.ts'
import { objectId } from './objects/git-object.ts'
import type { ObjectStore } from './objects/object-store.ts'

type Report = (failure: InputFailure) => void

/** Digits of a commit's id in paths. */
const SHORT_ID = 10

/** Contents looked at, newest first, to know a file as a configuration: a collector may have filed an error in its place. */
const LOOKED_AT = 3

const HEAD_BYTES = 64 * 1024

/**
 * One input for each commit that changed a configuration, then the files of the work tree that history does not hold. Which files are
 * configurations is asked for; of all others only what lies in the work tree is read. Reports `TW_INPUT_DAMAGED` and `TW_INPUT_CUT_OFF`.
 */
export async function* unpackGit(input: Input, report: Report, asking: Asking): AsyncIterable<Input> {
  if (input.folder === undefined) yield* unpackBundle(input, report, asking)
  else yield* unpackFolder(input, input.folder, { report, asking })
}

async function* unpackBundle(input: Input, report: Report, asking: Asking): AsyncIterable<Input> {
  const { spool, failure } = await spoolInput(input)
  try {
    const store = openBundle(spool)
    if (store === undefined) report(damaged(input.path, 'a bundle that cannot be read (SHA-256, or cut off)'))
    else yield* new Repository(store, input.path, asking).versions(report)
    if (failure !== undefined) report(failure)
  } finally {
    spool.close()
  }
}

async function* unpackFolder(
  { path }: Input,
  folder: string,
  { report, asking }: { report: Report; asking: Asking },
): AsyncIterable<Input> {
  const store = openStore(path, folder, report)
  const repository = store === undefined ? undefined : new Repository(store, path, asking)
  try {
    if (repository !== undefined) yield* repository.versions(report)
    if (folder === path) return
    for (const file of walkTree(path, report)) {
      if (repository?.holds(file.path, file.sizeBytes) === true) continue
      const plain = openInput(file, report)
      if (plain !== undefined) yield plain
    }
  } finally {
    store?.close()
  }
}

function openStore(path: string, folder: string, report: Report): ObjectStore | undefined {
  try {
    const store = openFolder(folder)
    if (store === undefined) report(damaged(path, 'a repository whose objects are not read (SHA-256)'))
    return store
  } catch (cause) {
    report(damaged(path, `a repository that cannot be opened (${cause instanceof Error ? cause.message : cause})`))
    return undefined
  }
}

class Repository {
  readonly #store: ObjectStore
  readonly #path: string
  readonly #asking: Asking
  readonly #history: History
  /** Contents that were given as versions. */
  readonly #given = new Set<string>()

  constructor(store: ObjectStore, path: string, asking: Asking) {
    this.#store = store
    this.#path = path
    this.#asking = asking
    this.#history = readHistory(store)
  }

  /** By path, then by time. Contents are read when an input is opened. */
  *versions(report: Report): Generator<Input> {
    const { files, present, gap } = this.#history
    const names = new NodeNames(present)
    const paths = [...files.keys()].sort()
    const configurations = paths.filter((path) => this.#isConfiguration(files.get(path) ?? []))
    for (const path of configurations) {
      for (const version of files.get(path) ?? []) yield this.#toInput(path, version, names.of(path))
    }
    if (gap !== undefined) report(damaged(this.#path, `a repository of which ${gap}`))
  }

  /** Whether a file of the work tree is a version that was given; changed and new files are not. */
  holds(path: string, sizeBytes: number | undefined): boolean {
    const known = relative(this.#path, path).split(sep).join('/')
    if (!this.#history.files.has(known) || (sizeBytes ?? Number.POSITIVE_INFINITY) > MAX_RESULT_BYTES) return false
    try {
      return this.#given.has(objectId({ kind: 'blob', bytes: readFileSync(path) }))
    } catch {
      return false
    }
  }

  #isConfiguration(versions: readonly FiledVersion[]): boolean {
    return versions.slice(-LOOKED_AT).some(({ blob }) => {
      const object = this.#store.object(blob)
      return object?.kind === 'blob' && this.#asking.isConfiguration(object.bytes.subarray(0, HEAD_BYTES))
    })
  }

  #toInput(path: string, { blob, commit, isFirstKnown }: FiledVersion, deviceName: string | undefined): Input {
    const shown = `${this.#path}@${commit.id.slice(0, SHORT_ID)}:${shownName(path)}`
    const filedAt = isFirstKnown ? undefined : commit.filedAt
    this.#given.add(blob)
    return {
      path: shown,
      filedAt,
      filedBy: { author: commit.author, comment: commit.comment },
      deviceName,
      fingerprint: `git:${blob}@${filedAt ?? ''}`,
      open: () => contentOf(this.#store, blob, shown),
    }
  }
}

async function* contentOf(store: ObjectStore, blob: string, path: string): AsyncIterable<Uint8Array> {
  const object = store.object(blob)
  if (object === undefined || objectId(object) !== blob)
    throw new InputError(damaged(path, `a file whose content ${blob} is missing or broken`))
  yield object.bytes
}

function damaged(path: string, what: string): InputFailure {
  return { path, code: 'TW_INPUT_DAMAGED', message: `${path}: is ${what}` }
}
