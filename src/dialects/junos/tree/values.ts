/** What stands at a place of a configuration: names, values and the lines that say so. */
import { isWildcard } from './glob.ts'
import type { ConfigNode } from './node.ts'
import { CONTROL_WORDS, type ConfigView, childrenOf, findActive } from './view.ts'

/** The active ones of {@link childrenOf}. */
export function activeChildren(view: ConfigView | undefined, ...path: readonly string[]): readonly ConfigView[] {
  const at = view && findActive(view, ...path)
  return childrenOf(at).filter(({ inactiveHere }) => !inactiveHere)
}

/** The names of the active ones: `namesOf(view, 'vlan')` → `['v10', 'v20']`. */
export function namesOf(view: ConfigView | undefined, ...path: readonly string[]): readonly string[] {
  return activeChildren(view, ...path).map(({ word }) => word)
}

/** The value of a statement that has one: what is written before what is inherited, and of several the last. */
export function readValue(view: ConfigView | undefined, ...path: readonly string[]): string | undefined {
  const at = view && findActive(view, ...path)
  for (const { node } of at?.layers ?? []) {
    const words = [...node.children.values()].filter(({ inactive, word }) => !inactive && !CONTROL_WORDS.has(word))
    const last = words.at(-1)
    if (last !== undefined && !isWildcard(last.word)) return last.word
  }
  return undefined
}

/** The place as the first that defines it has it: of a choice, what is written or named first leaves no room for another. */
export function withoutRivals(view: ConfigView): ConfigView {
  const first = view.layers.find(({ node }) => node.children.size > 0)
  return first === undefined ? view : { ...view, layers: [first] }
}

/** Lines of the statements here and below, ascending, at most `limit`. */
export function linesOf(view: ConfigView | undefined, limit = 2000): readonly number[] {
  const lines = new Set<number>()
  const visit = (node: ConfigNode): void => {
    if (lines.size >= limit) return
    for (const line of node.lines) lines.add(line)
    for (const child of node.children.values()) visit(child)
  }
  for (const { node } of view?.layers ?? []) visit(node)
  return [...lines].sort((a, b) => a - b)
}

/** Lines of the statements that end here, not of those below. */
export function ownLinesOf(view: ConfigView | undefined): readonly number[] {
  return (view?.layers ?? []).flatMap(({ node }) => node.lines)
}

/** The statements of a tree in `set` form without the verb, at most `limit`: `from protocol tcp`. */
export function pathsBelow(node: ConfigNode, limit: number): readonly string[] {
  const found: string[] = []
  const visit = (at: ConfigNode, path: string): void => {
    if (found.length >= limit) return
    if (at.children.size === 0 && path !== '') found.push(path)
    for (const child of at.children.values()) visit(child, path === '' ? child.word : `${path} ${child.word}`)
  }
  visit(node, '')
  return found
}
