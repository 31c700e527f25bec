/** What is covered here → a layer of the ATT&CK Navigator. */
import { type IdGeneration, idsIn } from '../ids/moved-ids.ts'
import { mitreNotice } from '../notice.ts'
import { type LayerTechnique, NavigatorLayer } from './layer.ts'

/** One technique as it is covered; `id` is that of release 18. */
export interface TechniqueCoverage {
  readonly id: string
  /** `named`: detections name it as context, and nothing measures how much of it they answer. */
  readonly state: 'implemented' | 'partly' | 'not implemented' | 'named'
  readonly detections: readonly string[]
  readonly legs: readonly string[]
  /** Its analytics that are answered, and platforms of it that nobody here looks at. */
  readonly analytics: readonly string[]
  readonly beyond: readonly string[]
}

const SCORES = { implemented: 100, partly: 50, 'not implemented': 0, named: undefined } as const
const COLORS = { none: '#ffffff', partly: '#f6c667', full: '#4c9f70' } as const

/** Short names of tactics of what has only one; a technique of several is marked under all of them. */
const TACTICS: Readonly<Record<IdGeneration, Readonly<Record<string, string>>>> = {
  '18': { 'T1020.001': 'exfiltration', T1562: 'defense-evasion' },
  '19': { 'T1020.001': 'exfiltration', T1685: 'defense-impairment' },
}

/**
 * The layer for one generation of ids. Each technique is scored by its state (100, 50, 0) and says which detections ask and on which
 * legs; what detections only name has no score. Measured techniques come before named ones. Deterministic: the same coverage gives the same layer.
 */
export function buildLayer(coverage: readonly TechniqueCoverage[], generation: IdGeneration): NavigatorLayer {
  const techniques = byId(
    coverage.flatMap((each) => idsIn(generation, each.id).map((id) => technique(id, each, generation))),
  )
  const parents = new Set(techniques.flatMap(({ techniqueID }) => /^(T\d{4})\./.exec(techniqueID)?.[1] ?? []))
  for (const { techniqueID } of techniques) parents.delete(techniqueID)
  return NavigatorLayer.parse({
    name: 'tapwarden: traffic duplication',
    versions: { attack: generation, navigator: '4.9.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: `What the installed detections and readers of tapwarden answer of each technique. It says what is asked, not what your evidence lets them see: that is what tapwarden coverage shows. ${mitreNotice()}`,
    sorting: 3,
    layout: { layout: 'side', showID: true, showName: true, expandedSubtechniques: 'annotated' },
    hideDisabled: false,
    techniques: [...techniques, ...[...parents].sort().map(opened)],
    gradient: { colors: [COLORS.none, COLORS.partly, COLORS.full], minValue: 0, maxValue: 100 },
    legendItems: [
      { label: 'implemented: asked by a detection, and every log source of its analytics is read', color: COLORS.full },
      { label: 'partly: some analytics, platforms or log sources', color: COLORS.partly },
    ],
    metadata: [{ name: 'ATT&CK ids', value: `of release ${generation}` }],
  })
}

/** Several ids of 18 may be one of 19: what was listed first counts, since measured techniques come before named ones. */
function byId(techniques: readonly LayerTechnique[]): readonly LayerTechnique[] {
  const first = new Map<string, LayerTechnique>()
  for (const each of techniques) if (!first.has(each.techniqueID)) first.set(each.techniqueID, each)
  return [...first.values()]
}

function technique(id: string, coverage: TechniqueCoverage, generation: IdGeneration): LayerTechnique {
  const tactic = TACTICS[generation][id]
  const score = SCORES[coverage.state]
  return {
    techniqueID: id,
    ...(tactic === undefined ? {} : { tactic }),
    ...(score === undefined ? {} : { score }),
    comment: comment(coverage),
    metadata: [
      { name: 'state', value: coverage.state },
      ...coverage.detections.map((value) => ({ name: 'detection', value })),
      ...coverage.legs.map((value) => ({ name: 'leg', value })),
      ...(id === coverage.id ? [] : [{ name: 'id of release 18', value: coverage.id }]),
    ],
    links: [{ label: `${id} at MITRE`, url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/` }],
  }
}

function comment({ state, detections, legs, analytics, beyond }: TechniqueCoverage): string {
  return [
    state === 'named' ? 'Named as context, not measured.' : `${state[0]?.toUpperCase()}${state.slice(1)}.`,
    `Detections: ${detections.join(', ') || 'none'}.`,
    `Legs: ${legs.join(', ') || 'none'}.`,
    ...(analytics.length === 0 ? [] : [`Analytics: ${analytics.join(', ')}.`]),
    ...(beyond.length === 0 ? [] : [`Not looked at: ${beyond.join(', ')}.`]),
  ].join(' ')
}

/** A parent is opened so that its sub-techniques show. */
function opened(techniqueID: string): LayerTechnique {
  return { techniqueID, showSubtechniques: true }
}
