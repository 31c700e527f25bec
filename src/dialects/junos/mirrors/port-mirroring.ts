/** `forwarding-options port-mirroring`: the global session and its instances, fed by firewall filters. */
import { activeChildren, linesOf, ownLinesOf, readValue } from '../tree/values.ts'
import { type ConfigView, childrenOf, find, findActive } from '../tree/view.ts'
import { type MirrorDraft, type ReadingRules, stateOf } from './draft.ts'
import { type CopyingTerm, type FilterBinding, type Filters, filterReferences } from './filters.ts'
import { type Names, resolveEnds } from './names.ts'
import { type MirrorOutput, readOutput } from './outputs.ts'
import { type FilteredSources, sourcesThrough } from './through-filters.ts'

/** What port mirroring is read with. */
export interface MirroringContext {
  readonly names: Names
  readonly filters: Filters
  readonly rules: ReadingRules
}

/** The id of the session that has no name of its own. */
export const GLOBAL = 'global'
/** Statements beside which there may be no global session. */
const NO_SESSION: ReadonlySet<string> = new Set(['instance', 'traceoptions', 'disable-all-instances', 'mirror-once'])

/**
 * The global session and every instance. Copies flow only where a filter with the action is bound; an instance also takes the
 * plain action on cards it is bound to.
 *
 * @source Junos YANG 24.4R1, forwarding-options/port-mirroring; chassis/fpc/port-mirror-instance
 */
export function readPortMirroring(view: ConfigView, context: MirroringContext): readonly MirrorDraft[] {
  const holder = find(view, 'forwarding-options', 'port-mirroring')
  const cards = readCards(view)
  const instances = instanceNames(holder, context.filters).map((name) =>
    readInstance(view, name, { ...context, cards }),
  )
  const global = readGlobal(view, { ...context, cards })
  return [...(global === undefined ? [] : [global]), ...instances]
}

/** Configured ones, and those that only a filter names. */
function instanceNames(holder: ConfigView | undefined, { terms }: Filters): readonly string[] {
  const configured = childrenOf(holder && find(holder, 'instance')).map(({ word }) => word)
  const named = terms.flatMap(({ action, target }) =>
    action === 'port-mirror-instance' && target !== undefined ? [target] : [],
  )
  return [...new Set([...configured, ...named])]
}

interface Card {
  readonly instance: string
  readonly fpc: string
  readonly lines: readonly number[]
}

function readCards(view: ConfigView): readonly Card[] {
  return activeChildren(view, 'chassis', 'fpc').flatMap((fpc) =>
    [fpc, ...activeChildren(fpc, 'pic')].flatMap((place) =>
      activeChildren(place, 'port-mirror-instance').map((instance) => ({
        instance: instance.word,
        fpc: fpc.word,
        lines: ownLinesOf(instance),
      })),
    ),
  )
}

type CardContext = MirroringContext & { readonly cards: readonly Card[] }

function readInstance(view: ConfigView, name: string, context: CardContext): MirrorDraft {
  const holder = find(view, 'forwarding-options', 'port-mirroring')
  const instance = holder && find(holder, 'instance', name)
  const cards = context.cards.filter((card) => card.instance === name)
  const named = sourcesThrough(
    context.filters,
    ({ action, target }) => action === 'port-mirror-instance' && target === name,
  )
  const onCards =
    cards.length === 0
      ? { sources: [], filters: [], lines: [] }
      : sourcesThrough(context.filters, isPlainAction, (place: FilterBinding) => isOnCard(place, cards))
  const disabled = [instance && findActive(instance, 'disable'), holder && findActive(holder, 'disable-all-instances')]
  return toDraft(view, {
    namespace: 'port-mirroring-instance',
    name,
    at: instance,
    isDisabled: disabled.some((statement) => statement !== undefined),
    through: joined(named, onCards),
    lines: cards.flatMap(({ lines }) => lines),
    context,
  })
}

function readGlobal(view: ConfigView, context: CardContext): MirrorDraft | undefined {
  const at = find(view, 'forwarding-options', 'port-mirroring')
  const isConfigured = childrenOf(at).some(({ word }) => !NO_SESSION.has(word))
  const through = sourcesThrough(
    context.filters,
    isPlainAction,
    (place: FilterBinding) => !isOnCard(place, context.cards),
  )
  const all = sourcesThrough(context.filters, isPlainAction)
  const onCardsOnly = through.sources.length === 0 && all.sources.length > 0
  if (!isConfigured && (all.filters.length === 0 || onCardsOnly)) return undefined
  return toDraft(view, {
    namespace: 'port-mirroring',
    name: GLOBAL,
    at: isConfigured ? at : undefined,
    isDisabled: findActive(at, 'disable') !== undefined,
    through: all.sources.length === 0 ? all : through,
    lines: [],
    context,
  })
}

function isPlainAction({ action }: CopyingTerm): boolean {
  return action === 'port-mirror' || action === 'l2-mirror'
}

/** `xe-2/0/1.0` is on card 2; an aggregated interface is on none by its name. */
function isOnCard({ source }: FilterBinding, cards: readonly Card[]): boolean {
  const fpc = /^[a-z]{2,4}-(\d{1,3})\//.exec(source.interface ?? '')?.[1]
  return fpc !== undefined && cards.some((card) => card.fpc === fpc)
}

function joined(a: FilteredSources, b: FilteredSources): FilteredSources {
  return {
    sources: [...a.sources, ...b.sources],
    filters: [...a.filters, ...b.filters],
    lines: [...a.lines, ...b.lines],
  }
}

interface Parts {
  readonly namespace: 'port-mirroring' | 'port-mirroring-instance'
  readonly name: string
  readonly at: ConfigView | undefined
  readonly isDisabled: boolean
  readonly through: FilteredSources
  readonly lines: readonly number[]
  readonly context: MirroringContext
}

function toDraft(view: ConfigView, { namespace, name, at, isDisabled, through, lines, context }: Parts): MirrorDraft {
  const { names } = context
  const outputs = outputsOf(at).map((output) => readOutput(output, { view, names }))
  const destinations = outputs.flatMap((output) => output.destinations)
  const length = readValue(at, 'input', 'maximum-packet-length') ?? readValue(at, 'maximum-packet-length')
  return {
    namespace,
    id: name,
    name,
    sources: through.sources,
    destinations,
    state: stateThrough(stateOf({ inactive: at?.inactive === true, disabled: isDisabled }), through, context.rules),
    filters: through.filters,
    details: { ...detailsOf(outputs), ...(/^\d{1,5}$/.test(length ?? '') ? { truncateBytes: Number(length) } : {}) },
    references: {
      ...Object.assign({}, ...outputs.map((output) => output.references)),
      ...resolveEnds([...through.sources, ...destinations], names),
      ...filterReferences(view, through.filters),
    },
    lines: [...ownStatements(at), ...through.lines, ...lines],
    defined: at !== undefined,
  }
}

function detailsOf(outputs: readonly MirrorOutput[]): MirrorDraft['details'] {
  return Object.assign({}, ...outputs.map(({ details }) => details))
}

/** Per family, and in the older form without one. */
function outputsOf(at: ConfigView | undefined): readonly (ConfigView | undefined)[] {
  return [...activeChildren(at, 'family').map((family) => findActive(family, 'output')), findActive(at, 'output')]
}

/** Statements of the global session are not those of the instances beside it. */
function ownStatements(at: ConfigView | undefined): readonly number[] {
  if (at === undefined || at.path.at(-1) !== 'port-mirroring') return linesOf(at)
  const own = childrenOf(at).filter(({ word }) => !NO_SESSION.has(word))
  return [...ownLinesOf(at), ...own.flatMap((statement) => linesOf(statement))]
}

/** Nothing flows without a bound filter; where only commands are known, there may be one that nobody saw. */
export function stateThrough(
  state: MirrorDraft['state'],
  { sources }: Pick<FilteredSources, 'sources'>,
  { snapshot }: ReadingRules,
): MirrorDraft['state'] {
  if (state.enabled !== true || sources.length > 0) return state
  return snapshot ? { enabled: false, enabledReason: 'unbound' } : { enabled: 'unknown' }
}
