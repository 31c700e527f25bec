/** What the configuration commands of Junos do to a tree: `set`, `delete`, `deactivate`, `activate`, `rename`, `wildcard delete`. */
import { matchesGlob } from './glob.ts'
import { type ConfigNode, findPath, insertPath, removePath } from './node.ts'

/** The commands that change a tree. Others (`protect`, `annotate`, `insert`) leave the meaning of every statement as it is. */
export type TreeAction = 'set' | 'delete' | 'deactivate' | 'activate' | 'rename' | 'wildcard-delete'

/** One command on its way into a tree. `to` is the new last word of a `rename`. */
export interface TreeEdit {
  readonly action: TreeAction
  readonly path: readonly string[]
  readonly to?: string | undefined
  readonly line: number
}

/** Statements with one value: a new one takes the place of the old. */
const SINGLE_VALUED: ReadonlySet<string> = new Set([
  'host-name',
  'domain-name',
  'ip-address',
  'ipv6-address',
  'next-hop-group',
  'filename',
  'maximum-packet-length',
  'vlan-id',
  'destination-mac',
])

/** Applies one command. What it names and is not there is no error: a log may begin in the middle. */
export function editTree(root: ConfigNode, { action, path, to, line }: TreeEdit): void {
  if (path.length === 0) return
  switch (action) {
    case 'set':
      dropReplaced(root, path)
      insertPath(root, path, line)
      return
    case 'delete':
      return removePath(root, path)
    case 'wildcard-delete':
      for (const { word } of matchingPaths(root, path)) removePath(root, [...path.slice(0, -1), word])
      return
    case 'deactivate':
    case 'activate':
      return switchNode(root, path, { inactive: action === 'deactivate', line })
    case 'rename':
      return renameNode(root, path, to)
  }
}

/** An analyzer has one output, whichever kind: naming another drops what was there. */
function dropReplaced(root: ConfigNode, path: readonly string[]): void {
  const analyzer = path.lastIndexOf('analyzer')
  const output = analyzer + 2
  if (analyzer !== -1 && path[output] === 'output' && path.length > output + 2) {
    keepOnly(findPath(root, path.slice(0, output + 1)), path[output + 1])
    keepOnly(findPath(root, path.slice(0, output + 2)), path[output + 2])
  }
  if (SINGLE_VALUED.has(path.at(-2) ?? '')) keepOnly(findPath(root, path.slice(0, -1)), path.at(-1))
}

function keepOnly(node: ConfigNode | undefined, word: string | undefined): void {
  for (const other of [...(node?.children.keys() ?? [])]) if (other !== word) node?.children.delete(other)
}

/** What a `wildcard delete` takes away: its last word is a pattern. @source Junos CLI User Guide, "wildcard delete" */
export function matchingPaths(root: ConfigNode, path: readonly string[]): readonly ConfigNode[] {
  const siblings = findPath(root, path.slice(0, -1))?.children.values() ?? []
  const pattern = path.at(-1) ?? ''
  return [...siblings].filter(({ word }) => word === pattern || matchesGlob(word, pattern))
}

function switchNode(
  root: ConfigNode,
  path: readonly string[],
  { inactive, line }: { readonly inactive: boolean; readonly line: number },
): void {
  const node = findPath(root, path)
  if (node === undefined) return
  node.inactive = inactive
  node.lines.push(line)
}

function renameNode(root: ConfigNode, path: readonly string[], to: string | undefined): void {
  const parent = findPath(root, path.slice(0, -1))
  const node = findPath(root, path)
  if (parent === undefined || node === undefined || to === undefined) return
  parent.children.delete(node.word)
  parent.children.set(to, { ...node, word: to })
}
