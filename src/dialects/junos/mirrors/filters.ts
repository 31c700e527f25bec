/** Firewall filters: which of them copy what they match, to which session, and where they are bound. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import { activeChildren, linesOf, namesOf, ownLinesOf, pathsBelow } from '../tree/values.ts'
import { type ConfigView, findActive } from '../tree/view.ts'
import { type Names, vlanEnd } from './names.ts'

/** The words after `then` that copy, and what they name. */
export type FilterAction = 'port-mirror' | 'port-mirror-instance' | 'analyzer' | 'sample' | 'l2-mirror'

/** One term that copies. */
export interface CopyingTerm {
  readonly family: string
  readonly filter: string
  readonly term: string
  readonly action: FilterAction
  /** The instance or analyzer; absent where the action names none. */
  readonly target?: string
  readonly lines: readonly number[]
}

/** One place where a filter is bound, as a source. */
export interface FilterBinding {
  readonly family: string
  readonly filter: string
  readonly source: MirrorSource
  readonly lines: readonly number[]
}

/** Filters of one context and their places. */
export interface Filters {
  readonly terms: readonly CopyingTerm[]
  readonly bindings: readonly FilterBinding[]
}

/** @source Junos YANG, firewall/family/filter/term/then: port-mirror, port-mirror-instance, l2-mirror, analyzer, sample */
const ACTIONS: readonly FilterAction[] = ['port-mirror', 'port-mirror-instance', 'analyzer', 'sample', 'l2-mirror']
const DIRECTIONS = [
  ['input', 'rx'],
  ['input-list', 'rx'],
  ['output', 'tx'],
  ['output-list', 'tx'],
] as const
/** What one filter is shown with as a reference: enough to see what it matches. */
const MAX_STATEMENTS = 64

/** Reads the filters of a context. `holders` are the places that bind: the context itself and what stands inside it. */
export function readFilters(view: ConfigView, names: Names, holders: readonly ConfigView[]): Filters {
  const terms = filtersOf(view).flatMap(({ family, filter }) => copyingTerms(family, filter))
  if (terms.length === 0) return { terms, bindings: [] }
  return {
    terms,
    bindings: holders.flatMap((holder) => [...interfaceBindings(holder, names), ...otherBindings(holder, names)]),
  }
}

/** What the terms of a filter say, as far as it is shown: `term 1 from protocol tcp`. */
export function filterReferences(
  view: ConfigView,
  filters: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const wanted = filtersOf(view).filter(({ filter }) => filters.includes(filter.word))
  return Object.fromEntries(
    wanted.map(({ filter }) => [
      `firewall filter ${filter.word}`,
      filter.layers.flatMap(({ node }) => pathsBelow(node, MAX_STATEMENTS)).slice(0, MAX_STATEMENTS),
    ]),
  )
}

/** Every filter with its family; without one it is of family inet. */
export function filtersOf(view: ConfigView): readonly { readonly family: string; readonly filter: ConfigView }[] {
  const plain = activeChildren(view, 'firewall', 'filter').map((filter) => ({ family: 'inet', filter }))
  const families = activeChildren(view, 'firewall', 'family').flatMap((family) =>
    activeChildren(family, 'filter').map((filter) => ({ family: family.word, filter })),
  )
  return [...plain, ...families]
}

function copyingTerms(family: string, filter: ConfigView): readonly CopyingTerm[] {
  const terms = [...activeChildren(filter, 'term'), filter]
  return terms.flatMap((term) => {
    const then = findActive(term, 'then')
    return ACTIONS.flatMap((action): readonly CopyingTerm[] => {
      const at = then && findActive(then, action)
      if (at === undefined) return []
      const base = { family, filter: filter.word, term: term === filter ? '' : term.word, action }
      const targets = action === 'port-mirror-instance' || action === 'analyzer' ? activeChildren(at) : []
      if (targets.length === 0) return [{ ...base, lines: linesOf(at) }]
      return targets.map((target) => ({ ...base, target: target.word, lines: linesOf(target) }))
    })
  })
}

/** @source Junos `interfaces I unit U family F filter {input|output|input-list|output-list} X`, and without a family */
function interfaceBindings(view: ConfigView, { ranges }: Names): readonly FilterBinding[] {
  return activeChildren(view, 'interfaces').flatMap((entry) => {
    const holders = entry.word === 'interface-range' ? activeChildren(entry) : [entry]
    return holders.flatMap((holder) => {
      const ports = ranges.get(holder.word) ?? [holder.word]
      return activeChildren(holder, 'unit').flatMap((unit) => unitBindings(unit, ports))
    })
  })
}

function unitBindings(unit: ConfigView, ports: readonly string[]): readonly FilterBinding[] {
  const families = [
    { family: 'any', at: findActive(unit, 'filter') },
    ...activeChildren(unit, 'family').map((family) => ({ family: family.word, at: findActive(family, 'filter') })),
  ]
  return families.flatMap(({ family, at }) =>
    boundFilters(at).flatMap(({ filter, direction, lines }) =>
      ports.map((port) => ({ family, filter, source: { interface: `${port}.${unit.word}`, direction }, lines })),
    ),
  )
}

/** @source Junos `vlans V {forwarding-options} filter input X`, `bridge-domains B forwarding-options filter input X`, `forwarding-options family F filter input X` */
function otherBindings(view: ConfigView, names: Names): readonly FilterBinding[] {
  const inVlans = activeChildren(view, 'vlans').flatMap((vlan) =>
    [findActive(vlan, 'filter'), findActive(vlan, 'forwarding-options', 'filter')].flatMap((at) =>
      boundFilters(at).map(({ filter, direction, lines }) => ({
        family: 'ethernet-switching',
        filter,
        source: { ...vlanEnd(vlan.word, names), direction },
        lines,
      })),
    ),
  )
  const inDomains = activeChildren(view, 'bridge-domains').flatMap((domain) =>
    boundFilters(findActive(domain, 'forwarding-options', 'filter')).map(({ filter, direction, lines }) => ({
      family: 'bridge',
      filter,
      source: { resource: `bridge-domain ${domain.word}`, direction },
      lines,
    })),
  )
  const table = view.path.length === 0 ? 'forwarding-table' : `${view.path.slice(-2).join(' ')} forwarding-table`
  const inTables = activeChildren(view, 'forwarding-options', 'family').flatMap((family) =>
    boundFilters(findActive(family, 'filter')).map(({ filter, direction, lines }) => ({
      family: family.word,
      filter,
      source: { resource: table, direction },
      lines,
    })),
  )
  return [...inVlans, ...inDomains, ...inTables]
}

function boundFilters(
  at: ConfigView | undefined,
): readonly { readonly filter: string; readonly direction: 'rx' | 'tx'; readonly lines: readonly number[] }[] {
  if (at === undefined) return []
  return DIRECTIONS.flatMap(([word, direction]) => {
    const bound = activeChildren(at, word)
    const named = bound.some(({ word: name }) => name === 'filter-name')
      ? activeChildren(at, word, 'filter-name')
      : bound
    return named.map((filter) => ({ filter: filter.word, direction, lines: ownLinesOf(filter) }))
  })
}

/** `family inet sampling input`: packets of the interface are sampled without a filter. */
export function samplingBindings(view: ConfigView): readonly Pick<FilterBinding, 'source' | 'lines'>[] {
  return activeChildren(view, 'interfaces').flatMap((port) =>
    activeChildren(port, 'unit').flatMap((unit) =>
      activeChildren(unit, 'family').flatMap((family) => {
        const at = findActive(family, 'sampling')
        const name = `${port.word}.${unit.word}`
        return namesOf(at).flatMap((word) => {
          if (word !== 'input' && word !== 'output') return []
          const direction = word === 'input' ? 'rx' : 'tx'
          return [{ source: { interface: name, direction } as const, lines: linesOf(at) }]
        })
      }),
    ),
  )
}
