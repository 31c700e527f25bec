/** Goes over the commits behind the one that is checked out, and gathers which file each of them changed. */
import { type Commit, parseCommit } from '../objects/git-object.ts'
import type { ObjectStore } from '../objects/object-store.ts'
import { TreeChanges } from './tree-changes.ts'

/** Older commits are not looked at. */
const MAX_COMMITS = 500_000

/** One content of a file, and the commit that brought it. */
export interface FiledVersion {
  readonly blob: string
  readonly commit: Commit
  /** History begins here, so that nobody knows when the file came. */
  readonly isFirstKnown: boolean
}

/** The versions of every file by its path, oldest first. */
export interface History {
  readonly files: ReadonlyMap<string, readonly FiledVersion[]>
  /** The paths that are there in the commit that is checked out. */
  readonly present: readonly string[]
  /** Why some of it is missing, in words. */
  readonly gap: string | undefined
}

/** Holds about 200 bytes for each commit and change in memory; contents are read later. */
export function readHistory(store: ObjectStore): History {
  const { commits, isWhole } = readCommits(store)
  const changes = new TreeChanges(store)
  const files = new Map<string, FiledVersion[]>()
  for (const commit of commits.values()) {
    const parents = commit.parents.flatMap((id) => commits.get(id) ?? [])
    const isFirstKnown = parents.length < commit.parents.length
    for (const { path, blob } of changes.between(
      parents.map(({ tree }) => tree),
      commit.tree,
    )) {
      const versions = files.get(path) ?? []
      versions.push({ blob, commit, isFirstKnown })
      files.set(path, versions)
    }
  }
  for (const versions of files.values()) versions.sort(compareVersions)
  const head = commits.get(store.head ?? '')
  const present = head === undefined ? [] : changes.between([], head.tree).map(({ path }) => path)
  return { files, present, gap: gapOf(store, isWhole) }
}

function readCommits(store: ObjectStore): { readonly commits: ReadonlyMap<string, Commit>; readonly isWhole: boolean } {
  const commits = new Map<string, Commit>()
  const asked = new Set<string>()
  const waiting = store.head === undefined ? [] : [store.head]
  for (let id = waiting.pop(); id !== undefined && commits.size < MAX_COMMITS; id = waiting.pop()) {
    if (asked.has(id)) continue
    asked.add(id)
    const object = store.object(id)
    const commit = object?.kind === 'commit' ? parseCommit(id, object.bytes) : undefined
    if (commit === undefined) continue
    commits.set(id, commit)
    waiting.push(...commit.parents)
  }
  return { commits, isWhole: waiting.length === 0 }
}

function gapOf({ head, object, isWhole }: ObjectStore, hasAllCommits: boolean): string | undefined {
  if (!isWhole) return 'a part of its objects cannot be read'
  if (head !== undefined && object(head) === undefined) return 'the commit that is checked out cannot be read'
  return hasAllCommits ? undefined : `only ${MAX_COMMITS} commits of it were looked at`
}

/** By time; commits of one second by their ids, so that the order is always the same. */
function compareVersions(a: FiledVersion, b: FiledVersion): number {
  const [left, right] = [a, b].map(({ commit }) => `${commit.filedAt ?? ''} ${commit.id}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}
