/** What an NX-OS configuration shows beside its sessions, and what their names stand for there. */
import type { ObservedFeature, ObservedSession } from '../../../facts/fact.ts'
import type { ConfiguredMirrors } from '../../_cisco-configuration/document/collect-mirrors.ts'
import type { DeviceFacts } from '../../_cisco-configuration/document/device.ts'
import { readFeatures } from '../../_cisco-configuration/related/features.ts'
import { withReferences } from '../../_cisco-configuration/related/references.ts'
import type { ConfigLine } from '../../_cisco-configuration/text/config-text.ts'
import { filterLists } from '../grammar/filter.ts'
import { portName } from '../grammar/ports.ts'
import { redact } from '../redact.ts'

/** Features of the switch, and its sessions with the meaning of their names. */
export function readRelated(
  commands: readonly ConfigLine[],
  { bundles }: Pick<DeviceFacts, 'bundles'>,
  { sessions }: Pick<ConfiguredMirrors, 'sessions'>,
): { readonly sessions: readonly ObservedSession[]; readonly features: readonly ObservedFeature[] } {
  return {
    sessions: withReferences(sessions, { commands, bundles, portName, filterNames: filterLists }),
    features: readFeatures(commands, { portName, redact }),
  }
}
