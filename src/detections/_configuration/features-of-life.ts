/** The configurations that were seen while a set-up lived, with what they show beside mirrors. */
import type { ObservedFeature } from '../../facts/fact.ts'
import type { Instant } from '../../kit/instant.ts'
import type { ObservedConfiguration } from '../../timeline/subject-timeline.ts'
import type { DetectionContext } from '../contract.ts'

/** A dated configuration with features. */
export type DatedConfiguration = ObservedConfiguration & { readonly at: Instant }

/** Dated configurations from the one that was in force when the last life began to its end, in time order. */
export function configurationsOfLife({ timeline, episode }: DetectionContext): readonly DatedConfiguration[] {
  const dated = timeline.configurations.filter((one): one is DatedConfiguration => one.at !== undefined)
  const { from, until } = episode
  const begin =
    from === undefined
      ? 0
      : Math.max(
          0,
          dated.findLastIndex(({ at }) => at <= from),
        )
  return dated.slice(begin).filter(({ at }) => until === undefined || at <= until)
}

/** The newest configuration of the last life; an undated one where no other was seen. */
export function newestConfiguration(context: DetectionContext): ObservedConfiguration | undefined {
  return configurationsOfLife(context).at(-1) ?? context.timeline.configurations.at(-1)
}

/** The features of one kind. */
export function featuresIn(
  { features }: Pick<ObservedConfiguration, 'features'>,
  kind: ObservedFeature['feature'],
): readonly ObservedFeature[] {
  return features.filter(({ feature }) => feature === kind)
}
