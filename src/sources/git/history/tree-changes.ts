/** What a commit changed: files of its tree that stand otherwise in every one of its parents. */
import { parseTree, type TreeEntry } from '../objects/git-object.ts'
import type { ObjectStore } from '../objects/object-store.ts'

/** A file of a commit: `core/edge-1`, and the id of its content. */
export interface FileVersion {
  readonly path: string
  readonly blob: string
}

/** Folders within folders; deeper ones are not looked into. */
const MAX_FOLDERS = 32

/** Parsed trees at hand: those of neighbouring commits are mostly the same. */
const MAX_TREES = 1024

type Tree = ReadonlyMap<string, TreeEntry>
const NO_TREE: Tree = new Map()

/** One file that differs between two trees; `before` or `after` is missing where it was added or deleted. */
interface Difference {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Compares trees of one repository. */
export class TreeChanges {
  readonly #store: ObjectStore
  readonly #trees = new Map<string, Tree>()

  constructor(store: ObjectStore) {
    this.#store = store
  }

  /**
   * The files that this tree has and none of the parents' has like this. A file that was only moved is left out: it was filed when it
   * was collected. A merge changes what its author wrote into it, not what it brought together.
   */
  between(parents: readonly string[], tree: string): readonly FileVersion[] {
    const [first = [], ...others] = (parents.length === 0 ? [undefined] : parents).map((parent) => [
      ...this.#compare(parent, tree, ''),
    ])
    const moved = new Set(
      first.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : [])),
    )
    const changedInAll = others.map((differences) => new Set(differences.map(({ path }) => path)))
    return first.flatMap(({ path, before, after }) => {
      if (after === undefined || changedInAll.some((paths) => !paths.has(path))) return []
      return before === undefined && moved.has(after) ? [] : [{ path, blob: after }]
    })
  }

  *#compare(before: string | undefined, after: string | undefined, prefix: string): Generator<Difference> {
    if (before === after || prefix.split('/').length > MAX_FOLDERS) return
    const [old, now] = [this.#tree(before), this.#tree(after)]
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(name), now.get(name)]
      if (was?.id === is?.id) continue
      const path = `${prefix}${name}`
      yield* this.#compare(folderId(was), folderId(is), `${path}/`)
      if (fileId(was) !== fileId(is)) yield { path, before: fileId(was), after: fileId(is) }
    }
  }

  #tree(id: string | undefined): Tree {
    if (id === undefined) return NO_TREE
    const known = this.#trees.get(id)
    if (known !== undefined) return known
    const object = this.#store.object(id)
    const entries = object?.kind === 'tree' ? parseTree(object.bytes) : []
    const tree = new Map(entries.map((entry) => [entry.name, entry]))
    if (this.#trees.size >= MAX_TREES) this.#trees.clear()
    this.#trees.set(id, tree)
    return tree
  }
}

function folderId(entry: TreeEntry | undefined): string | undefined {
  return entry?.isFolder === true ? entry.id : undefined
}

function fileId(entry: TreeEntry | undefined): string | undefined {
  return entry?.isFolder === false ? entry.id : undefined
}
