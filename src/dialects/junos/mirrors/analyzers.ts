/** `analyzer NAME` of switches and routers, in both places where Junos keeps it. */
import type { MirrorSource } from '../../../facts/mirror-session.ts'
import { activeChildren, linesOf, namesOf, readValue, withoutRivals } from '../tree/values.ts'
import { type ConfigView, childrenOf, find, findActive } from '../tree/view.ts'
import { type MirrorDraft, stateOf } from './draft.ts'
import type { Filters } from './filters.ts'
import { filterReferences } from './filters.ts'
import { type Names, resolveEnds, vlanEnd } from './names.ts'
import { readOutput } from './outputs.ts'
import { sourcesThrough } from './through-filters.ts'

const PLACES = [
  ['analyzer', ['forwarding-options', 'analyzer']],
  ['ethernet-switching-analyzer', ['ethernet-switching-options', 'analyzer']],
] as const
const DIRECTIONS = [
  ['ingress', 'rx'],
  ['egress', 'tx'],
] as const

/**
 * Every analyzer of a context. Ports are named in its input, or bring a filter with `then analyzer NAME`.
 *
 * @source Junos YANG 24.4R1, forwarding-options/analyzer; EX configurations, ethernet-switching-options/analyzer
 */
export function readAnalyzers(
  view: ConfigView,
  { names, filters }: { readonly names: Names; readonly filters: Filters },
): readonly MirrorDraft[] {
  return PLACES.flatMap(([namespace, path]) =>
    childrenOf(find(view, ...path)).map((analyzer): MirrorDraft => {
      const filtered = sourcesThrough(
        filters,
        ({ action, target }) => action === 'analyzer' && target === analyzer.word,
      )
      const at = findActive(analyzer, 'output')
      const output = readOutput(at && withoutRivals(at), { view, names })
      const input = findActive(analyzer, 'input')
      const own = DIRECTIONS.flatMap(([word, direction]) => inputSources(findActive(input, word), direction, names))
      const sources = [...own, ...filtered.sources]
      const length = readValue(input, 'maximum-packet-length')
      return {
        namespace,
        id: analyzer.word,
        name: analyzer.word,
        sources,
        destinations: output.destinations,
        state: stateOf({ inactive: analyzer.inactive, disabled: findActive(analyzer, 'disable') !== undefined }),
        filters: filtered.filters,
        details: { ...output.details, ...(/^\d{1,5}$/.test(length ?? '') ? { truncateBytes: Number(length) } : {}) },
        references: {
          ...output.references,
          ...rangeReferences(input, names),
          ...resolveEnds([...sources, ...output.destinations], names),
          ...filterReferences(view, filtered.filters),
        },
        lines: [...linesOf(analyzer), ...filtered.lines],
        defined: true,
      }
    }),
  )
}

function inputSources(
  input: ConfigView | undefined,
  direction: MirrorSource['direction'],
  names: Names,
): readonly MirrorSource[] {
  if (input === undefined) return []
  const ports = namesOf(input, 'interface').flatMap((name) => names.ranges.get(name) ?? [name])
  return [
    ...ports.map((port) => ({ interface: port, direction })),
    ...namesOf(input, 'vlan').map((name) => ({ ...vlanEnd(name, names), direction })),
    ...namesOf(input, 'bridge-domain').map((name) => ({ resource: `bridge-domain ${name}`, direction })),
    ...activeChildren(input, 'routing-instance').flatMap((instance) =>
      activeChildren(instance).flatMap((kind) =>
        namesOf(kind).map((name) => ({
          resource: `routing-instance ${instance.word} ${kind.word} ${name}`,
          direction,
        })),
      ),
    ),
  ]
}

function rangeReferences(
  input: ConfigView | undefined,
  { ranges }: Names,
): Readonly<Record<string, readonly string[]>> {
  const named = DIRECTIONS.flatMap(([word]) => namesOf(input, word, 'interface'))
  return Object.fromEntries(
    named.flatMap((name) => (ranges.has(name) ? [[`interface-range ${name}`, ranges.get(name) ?? []]] : [])),
  )
}
