/** What an IOS configuration shows beside mirrors: addresses, tunnels, routes, translations, carried ports, AAA servers, images. */
import type { ObservedFeature } from '../../../facts/fact.ts'
import { canonicalInterfaceName } from '../../../kit/interface-name.ts'
import { readFeatures } from '../../_cisco-configuration/related/features.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { redact } from '../redact.ts'
import { readOwnFeature } from './own-features.ts'

/** More than a large router has; bounds what a hostile file can make us keep. */
const MAX_FEATURES = 2000

/** Features, and where there were too many. */
export interface ConfiguredFeatures {
  readonly features: readonly ObservedFeature[]
  /** The first line whose feature was left out. */
  readonly cutAt?: number | undefined
}

/** Reads the features of one configuration, at most 2000. Never throws. */
export function readConfiguredFeatures(commands: readonly ConfigLine[]): ConfiguredFeatures {
  const found = readFeatures(commands, { portName: canonicalInterfaceName, redact, readOwn: readOwnFeature })
  return { features: found.slice(0, MAX_FEATURES), cutAt: found[MAX_FEATURES]?.line }
}
