/** What an IOS configuration is worth as proof: which configuration it is, and how much of it is there. */
import type { SnapshotScope } from '../../../facts/fact.ts'
import { type Extent, readExtentByEnd } from '../../_cisco-configuration/document/standing.ts'
import type { ConfigText } from '../../_cisco-configuration/text/config-text.ts'

const FULL_CONFIG_MARKS =
  /^(?:version \d{1,2}\.\d|Current configuration\s*:|Building configuration\.|Using \d+ out of)/m
const STARTUP_MARKS = /^(?:Using \d+ out of \d+ bytes|[\w.:/-]{1,63}[#>]\s*(?:show|sh)\s+star\S*)/m

/** Sessions that a whole configuration always shows; captures are EXEC commands. */
const CONFIGURED = [
  'monitor-session',
  'rspan-vlan',
  'traffic-export',
  'vlan-access-map',
  'capture-port',
  'event-manager',
  'kron',
  'alias',
]

/** How much of a configuration a text holds: one that is all there ends with `end`. */
export function readExtent(config: ConfigText, cutOff: boolean): Extent {
  return readExtentByEnd(config, cutOff, FULL_CONFIG_MARKS)
}

/** The scope of a snapshot: absence counts only where the whole text is there. */
export function readScope(config: ConfigText, extent: Extent): SnapshotScope {
  const startup = STARTUP_MARKS.test(config.lines.join('\n'))
  return {
    state: startup ? 'startup' : 'running',
    complete: extent === 'full',
    namespaces: CONFIGURED,
    scope: '',
  }
}
