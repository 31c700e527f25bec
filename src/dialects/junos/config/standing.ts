/** What a configuration text is worth as proof: which configuration it is, and how much of it is there. */
import type { SnapshotScope } from '../../../facts/fact.ts'
import type { FactTime } from '../../../facts/schema-parts.ts'
import type { DocumentRecord } from '../../contract.ts'
import type { MirrorNamespace } from '../mirrors/draft.ts'
import type { ScannedConfig } from '../text/scan-config.ts'

/** `full`: all of it is there. `truncated`: it was to be more, but the end is missing. `partial`: a piece, as such. */
export type Extent = 'full' | 'truncated' | 'partial'

/** What a whole configuration always shows; captures that a command starts are never in one. */
const NAMESPACES: readonly MirrorNamespace[] = [
  'analyzer',
  'ethernet-switching-analyzer',
  'port-mirroring',
  'port-mirroring-instance',
  'sampling-port-mirroring',
  'packet-capture',
  'datapath-debug',
  'mirror-filter',
  'mirror-decrypt-traffic',
  'flow-tap',
  'scripted-mirror',
]

/** How much of a configuration a text holds: a whole one names its release, or was asked for whole; an open block has no end. */
export function readExtent(config: ScannedConfig, cutOff: boolean): Extent {
  if (cutOff || config.open !== undefined) return 'truncated'
  const asked = config.headings.filter(({ path }) => path !== undefined)
  if (asked.length > 0) return asked.some(({ whole }) => whole === true) ? 'full' : 'partial'
  return config.root.children.has('version') ? 'full' : 'partial'
}

/** The scope of a snapshot: absence counts only where the whole text is there. */
export function readScope({ headings }: ScannedConfig, extent: Extent): SnapshotScope {
  const stored = headings.some((heading) => heading.stored === true)
  const candidate = headings.some((heading) => heading.candidate === true)
  const state = stored ? 'startup' : candidate ? 'candidate' : 'running'
  return { state, complete: extent === 'full', namespaces: NAMESPACES, scope: '', everyContext: true }
}

/** When the text was collected: from its path or commit. The time of the last commit, at its head, is not it. */
export function readCollectionTime({ time }: DocumentRecord): FactTime {
  return time === undefined ? { basis: 'none' } : { at: time.at, basis: time.basis }
}
