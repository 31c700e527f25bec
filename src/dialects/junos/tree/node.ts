/**
 * A configuration as a tree of words: the curly and the `set` form of one statement are the same path. `interface ge-0/0/1.0;`
 * below `ingress {` and `set … ingress interface ge-0/0/1.0` both give `ingress → interface → ge-0/0/1.0`.
 */

/** One word of the configuration, with what stands below it. */
export interface ConfigNode {
  readonly word: string
  readonly children: Map<string, ConfigNode>
  /** Lines (or, for typed commands, their numbers) of the statements that end in this word. */
  readonly lines: number[]
  /** `inactive:` or `deactivate`: this word and all below it are as if they were not there. */
  inactive: boolean
}

/** Deeper statements are not Junos: they would only make us walk. */
export const MAX_DEPTH = 64
/** Names are short; what is longer is text, of which only the start is kept. */
const MAX_WORD_LENGTH = 1024

/** A node with nothing below it. */
export function createNode(word = ''): ConfigNode {
  return { word, children: new Map(), lines: [], inactive: false }
}

/** The node of a path, made where it is missing; the line is noted on its last word. Paths are cut at 64 words. */
export function insertPath(root: ConfigNode, path: readonly string[], line: number): ConfigNode {
  let node = root
  for (const raw of path.slice(0, MAX_DEPTH)) {
    const word = raw.slice(0, MAX_WORD_LENGTH)
    let next = node.children.get(word)
    if (next === undefined) {
      next = createNode(word)
      node.children.set(word, next)
    }
    node = next
  }
  if (node.lines.at(-1) !== line) node.lines.push(line)
  return node
}

/** The node of a path, if it is there. */
export function findPath(root: ConfigNode, path: readonly string[]): ConfigNode | undefined {
  let node: ConfigNode | undefined = root
  for (const word of path) node = node?.children.get(word)
  return node
}

/** Takes the node of a path away; what stands above it stays, as an empty list entry does. */
export function removePath(root: ConfigNode, path: readonly string[]): void {
  const last = path.at(-1)
  if (last !== undefined) findPath(root, path.slice(0, -1))?.children.delete(last)
}

/** A copy that can be changed by itself. */
export function cloneNode(node: ConfigNode): ConfigNode {
  const children = new Map([...node.children].map(([word, child]) => [word, cloneNode(child)]))
  return { word: node.word, children, lines: [...node.lines], inactive: node.inactive }
}

/** How many words a tree has. */
export function countNodes(node: ConfigNode): number {
  let count = 1
  for (const child of node.children.values()) count += countNodes(child)
  return count
}
