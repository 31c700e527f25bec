/** A feature and the place of the configuration that says it. */
import type { FeatureKind } from '../../../facts/fact.ts'
import type { ConfigView } from '../tree/view.ts'

/** `{ feature: 'static-route', name: '0.0.0.0/0', values: { nextHop: '192.0.2.1' }, at }`; values that are undefined are left out. */
export interface FoundFeature {
  readonly feature: FeatureKind
  readonly name: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly at: ConfigView | undefined
}
