/** A mirror as it is put together from a configuration's statements. */
import type {
  MirrorDestination,
  MirrorDetails,
  MirrorKind,
  MirrorSession,
  MirrorSource,
  SessionAddress,
} from '../../../facts/mirror-session.ts'

/** Where a session's configuration lives; each name says which statement holds it. */
export type MirrorNamespace =
  | 'analyzer'
  | 'ethernet-switching-analyzer'
  | 'port-mirroring'
  | 'port-mirroring-instance'
  | 'sampling-port-mirroring'
  | 'packet-capture'
  | 'datapath-debug'
  | 'mirror-filter'
  | 'mirror-decrypt-traffic'
  | 'flow-tap'
  | 'scripted-mirror'
  | 'monitor-traffic'

/** One end with the words around it: what outputs and inputs are read into. */
export interface MirrorDraft {
  readonly namespace: MirrorNamespace
  readonly id: string
  readonly name: string
  readonly sources: readonly MirrorSource[]
  readonly destinations: readonly MirrorDestination[]
  readonly state: Pick<MirrorSession, 'enabled' | 'enabledReason'>
  /** Where the ends do not decide it. */
  readonly kind?: MirrorKind
  readonly filters?: readonly string[]
  readonly details?: MirrorDetails
  readonly references?: Readonly<Record<string, readonly string[]>>
  readonly lines: readonly number[]
  /** The session's own statement is there, not only a filter that speaks of it. */
  readonly defined: boolean
}

/** A session found in a configuration. */
export interface FoundMirror {
  readonly address: SessionAddress
  readonly session: MirrorSession
  /** Lines of every statement that makes it what it is, ascending. */
  readonly lines: readonly number[]
  readonly defined: boolean
}

/** How a configuration is read: what a whole one does not show is not there; of typed commands nobody knows what stood before. */
export interface ReadingRules {
  readonly snapshot: boolean
}

/** Puts a session together: directions merged, kind decided, incomplete where an end is missing. */
export function finishMirror(draft: MirrorDraft, scope: string): FoundMirror {
  const { namespace, id, name, destinations, state, details = {}, references = {}, filters = [] } = draft
  const sources = mergeSources(draft.sources)
  const session: MirrorSession = {
    name,
    kind: draft.kind ?? decideKind(destinations),
    sources,
    destinations,
    ...state,
    ...(sources.length > 0 && destinations.length > 0 ? {} : { incomplete: true }),
    ...(filters.length === 0 ? {} : { filter: [...new Set(filters)].sort().join(', ') }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(Object.keys(references).length === 0 ? {} : { references }),
  }
  const lines = [...new Set(draft.lines)].sort((a, b) => a - b)
  return { address: { scope, namespace, id }, session, lines, defined: draft.defined }
}

/**
 * File → capture; tunnel → encapsulated; VLAN or bridge domain → remote-vlan; else local. An address beside an interface without
 * an encapsulation is the neighbour to which frames are rewritten: the copy stays local.
 */
export function decideKind(destinations: readonly MirrorDestination[]): MirrorKind {
  if (destinations.some((end) => end.file !== undefined)) return 'capture'
  if (destinations.some((end) => end.encapsulation !== undefined)) return 'encapsulated'
  const isVlan = destinations.some(
    (end) => end.vlan !== undefined || /^(?:vlan|bridge-domain) /.test(end.resource ?? ''),
  )
  return isVlan ? 'remote-vlan' : 'local'
}

/** Active, unless deactivated or disabled. */
export function stateOf({
  inactive,
  disabled,
}: {
  readonly inactive: boolean
  readonly disabled?: boolean
}): MirrorDraft['state'] {
  if (inactive) return { enabled: false, enabledReason: 'inactive' }
  return disabled === true ? { enabled: false, enabledReason: 'explicit' } : { enabled: true }
}

/** The same port or VLAN named for both ways is one source. */
function mergeSources(sources: readonly MirrorSource[]): readonly MirrorSource[] {
  const merged = new Map<string, MirrorSource>()
  for (const source of sources) {
    const key = source.interface ?? source.resource ?? `vlan ${source.vlan}`
    const known = merged.get(key)
    if (known === undefined) merged.set(key, source)
    else if (known.direction !== source.direction) merged.set(key, { ...known, direction: 'both' })
  }
  return [...merged.values()]
}
