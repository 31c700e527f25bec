/**
 * A configuration with its groups, looked at lazily: what a node inherits is found when somebody goes there, so that a group is
 * never copied. What is written counts before what is inherited; groups named nearer count before those named above; of a list of
 * groups the first counts.
 *
 * @source Junos CLI User Guide, "Understanding Junos OS configuration groups"
 */
import { isWildcard, matchesGlob } from './glob.ts'
import type { ConfigNode } from './node.ts'

interface Layer {
  readonly node: ConfigNode
  /** The group it is inherited from; absent for what is written in place. */
  readonly group?: string
}

/** One place of the configuration as it takes effect. */
export interface ConfigView {
  readonly word: string
  readonly path: readonly string[]
  /** This word itself is deactivated. */
  readonly inactiveHere: boolean
  /** It, or something above it, is. */
  readonly inactive: boolean
  readonly layers: readonly Layer[]
  readonly root: ConfigNode
  /** Groups that are applied here or above. */
  readonly applied: readonly string[]
}

/** Bounds what groups that name each other can make us look at. */
const MAX_LAYERS = 64
/** Statements that say what is inherited, and are none themselves. */
export const CONTROL_WORDS: ReadonlySet<string> = new Set(['apply-groups', 'apply-groups-except', 'apply-macro'])

/** The whole configuration. */
export function viewConfig(root: ConfigNode): ConfigView {
  return withGroups({
    word: '',
    path: [],
    inactiveHere: false,
    inactive: false,
    layers: [{ node: root }],
    root,
    applied: [],
  })
}

/** The place one word further down, deactivated or not; undefined where nothing is. */
export function childOf(view: ConfigView, word: string): ConfigView | undefined {
  const all = view.layers.flatMap((layer) => matchingChildren(layer, word))
  const [first] = all
  if (first === undefined) return undefined
  const active = all.filter(({ node }) => !node.inactive)
  const written = all.find(({ group }) => group === undefined)
  // A deactivated statement hides what it would inherit, a deactivated one in a group only itself.
  const inactiveHere = written?.node.inactive ?? active.length === 0
  return withGroups({
    word,
    path: [...view.path, word],
    inactiveHere,
    inactive: view.inactive || inactiveHere,
    layers: inactiveHere ? all : active,
    root: view.root,
    applied: view.applied,
  })
}

/** The place of a path below a view, deactivated or not. */
export function find(view: ConfigView, ...path: readonly string[]): ConfigView | undefined {
  let at: ConfigView | undefined = view
  for (const word of path) at = at && childOf(at, word)
  return at
}

/** The place of a path if every step to it is active. */
export function findActive(view: ConfigView | undefined, ...path: readonly string[]): ConfigView | undefined {
  let at = view
  for (const word of path) {
    at = at && childOf(at, word)
    if (at?.inactiveHere === true) return undefined
  }
  return at
}

/** Everything one word further down, in the order written, deactivated or not. Patterns of groups are nobody's name. */
export function childrenOf(view: ConfigView | undefined): readonly ConfigView[] {
  if (view === undefined) return []
  const words = new Set(view.layers.flatMap(({ node }) => [...node.children.keys()]))
  return [...words].flatMap((word) => (CONTROL_WORDS.has(word) || isWildcard(word) ? [] : (childOf(view, word) ?? [])))
}

function matchingChildren({ node, group }: Layer, word: string): readonly Layer[] {
  const exact = node.children.get(word)
  const found = exact === undefined ? [] : [exact]
  if (group !== undefined) {
    for (const child of node.children.values())
      if (isWildcard(child.word) && matchesGlob(word, child.word)) found.push(child)
  }
  return found.map((child) => (group === undefined ? { node: child } : { node: child, group }))
}

/** Adds what the groups named at this place hold for it, and takes away what `apply-groups-except` names. */
function withGroups(view: ConfigView): ConfigView {
  const excepted = new Set(namedGroups(view, 'apply-groups-except'))
  const kept = view.layers.filter(({ group }) => group === undefined || !excepted.has(group))
  const named = namedGroups(view, 'apply-groups').filter(
    (group) => !excepted.has(group) && !view.applied.includes(group),
  )
  if (named.length === 0) return excepted.size === 0 ? view : { ...view, layers: kept }
  const added = named.flatMap((group) => groupLayers(view, group))
  const written = kept.filter(({ group }) => group === undefined)
  const inherited = kept.filter(({ group }) => group !== undefined)
  const layers = [...written, ...added, ...inherited].slice(0, MAX_LAYERS)
  return withNested({ ...view, layers, applied: [...view.applied, ...named] }, added.length)
}

/** A group may name further groups: each is applied once. */
function withNested(view: ConfigView, added: number): ConfigView {
  return added === 0 || view.applied.length >= MAX_LAYERS ? view : withGroups(view)
}

function namedGroups(view: ConfigView, statement: string): readonly string[] {
  const nodes = view.layers
    .flatMap(({ node }) => node.children.get(statement) ?? [])
    .filter(({ inactive }) => !inactive)
  const words = nodes.flatMap(({ children }) => [...children.values()].filter(({ inactive }) => !inactive))
  return [...new Set(words.flatMap(({ word }) => expandNodeGroup(word, view.root)))]
}

/** `"${node}"` stands for the group of whichever node reads it. @source Junos "Chassis cluster configuration groups" */
function expandNodeGroup(word: string, root: ConfigNode): readonly string[] {
  if (!/^\$\{node\}$/.test(word)) return [word]
  return [...(root.children.get('groups')?.children.keys() ?? [])].filter((group) => /^node\d$/.test(group))
}

/** The parts of a group that lie where the view is: groups of the device first, then those of the logical system around it. */
function groupLayers({ root, path }: ConfigView, group: string): readonly Layer[] {
  const inSystem = path[0] === 'logical-systems' || path[0] === 'tenants'
  const system = inSystem ? root.children.get(path[0] ?? '')?.children.get(path[1] ?? '') : undefined
  return [...partsOf(root, group, path), ...(system === undefined ? [] : partsOf(system, group, path.slice(2)))]
}

function partsOf(holder: ConfigNode, name: string, path: readonly string[]): readonly Layer[] {
  const group = holder.children.get('groups')?.children.get(name)
  if (group === undefined || group.inactive) return []
  let layers: readonly Layer[] = [{ node: group, group: name }]
  for (const word of path) layers = layers.flatMap((layer) => matchingChildren(layer, word)).slice(0, MAX_LAYERS)
  return layers.filter(({ node }) => !node.inactive)
}
