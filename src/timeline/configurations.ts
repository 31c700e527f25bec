/** What running configurations showed beside mirrors: routes, tunnels and meanings that decide where a copy really travels. */
import type { Fact, ObservedFeature, SnapshotFact } from '../facts/fact.ts'
import { byText } from './setup-id.ts'
import type { ObservedConfiguration } from './subject-timeline.ts'

/** Running configurations with something beside mirrors to tell, undated ones first, then in time order. */
export function collectConfigurations(facts: readonly Fact[]): readonly ObservedConfiguration[] {
  return facts
    .filter((fact): fact is SnapshotFact => fact.kind === 'snapshot' && fact.scope.state === 'running')
    .map(({ id, time, features = [], filedBy }) => ({
      fact: id,
      ...(time.at === undefined ? {} : { at: time.at }),
      features,
      ...(filedBy === undefined ? {} : { filedBy }),
    }))
    .sort((a, b) => byText(a.at ?? '', b.at ?? '') || byText(a.fact, b.fact))
}

/** The features of one kind. `featuresOf(configuration, 'tunnel')`. */
export function featuresOf(
  { features }: Pick<ObservedConfiguration, 'features'>,
  kind: ObservedFeature['feature'],
): readonly ObservedFeature[] {
  return features.filter(({ feature }) => feature === kind)
}
