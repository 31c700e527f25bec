/** Turns a run of edits into a session. Pure; the same edits always give the same session. */
import type { MirrorEdit } from './mirror-edit.ts'
import {
  type Direction,
  decideMirrorKind,
  type MirrorDestination,
  type MirrorDetails,
  type MirrorKind,
  type MirrorRole,
  type MirrorSession,
  type MirrorSource,
} from './mirror-session.ts'

/** A session while edits are applied: every member may still change. */
interface Draft {
  name: string
  declaredKind?: MirrorKind | undefined
  role?: MirrorRole | undefined
  enabled: MirrorSession['enabled']
  enabledReason?: MirrorSession['enabledReason']
  filter?: string | undefined
  sources: MirrorSource[]
  destinations: MirrorDestination[]
  details: MirrorDetails
}

/** A session and the kind its head line declared, which survives between runs of edits. */
export interface EditedSession {
  readonly session: MirrorSession
  readonly declaredKind?: MirrorKind | undefined
}

/**
 * Applies edits in order onto a session (or nothing) and returns what is left; undefined when it was removed or never defined.
 * Edits other than `define` on nothing start an empty session named `name`: a log may begin in the middle.
 */
export function applyEdits(
  before: EditedSession | undefined,
  edits: readonly MirrorEdit[],
  name: string,
): EditedSession | undefined {
  let draft = before === undefined ? undefined : toDraft(before)
  for (const edit of edits) {
    if (edit.do === 'remove') {
      draft = undefined
    } else {
      draft ??= emptyDraft(name)
      applyOne(draft, edit)
    }
  }
  return draft === undefined ? undefined : fromDraft(draft)
}

function emptyDraft(name: string): Draft {
  return { name, enabled: 'unknown', sources: [], destinations: [], details: {} }
}

function toDraft({ session, declaredKind }: EditedSession): Draft {
  return {
    name: session.name,
    declaredKind,
    role: session.role,
    enabled: session.enabled,
    enabledReason: session.enabledReason,
    filter: session.filter,
    sources: [...session.sources],
    destinations: [...session.destinations],
    details: { ...session.details },
  }
}

function applyOne(draft: Draft, edit: Exclude<MirrorEdit, { do: 'remove' }>): void {
  switch (edit.do) {
    case 'define':
      return define(draft, edit)
    case 'replace':
      draft.sources = [...edit.sources]
      draft.destinations = [...edit.destinations]
      return
    case 'add-sources':
      return addSources(draft, edit.sources)
    case 'drop-sources':
      draft.sources = dropSources(draft.sources, edit.sources)
      return
    case 'add-destinations':
      return addDestinations(draft, edit)
    case 'drop-destinations':
      draft.destinations = dropDestinations(draft.destinations, edit.destinations)
      return
    case 'swap-resources':
      return swapResources(draft, edit)
    case 'set':
      return put(draft, edit)
    case 'clear':
      return clear(draft, edit.members)
    case 'filter-rule':
      draft.filter = withRule(draft.filter, edit)
      return
  }
}

function define(draft: Draft, edit: Extract<MirrorEdit, { do: 'define' }>): void {
  draft.name = edit.name
  draft.declaredKind = edit.kind ?? draft.declaredKind
  draft.role = edit.role ?? draft.role
  // A head line typed again re-enters a block: it does not reset what the block already says.
  if (draft.enabled === 'unknown' && edit.enabled !== undefined) {
    draft.enabled = edit.enabled
    draft.enabledReason = edit.enabledReason
  }
}

function put(draft: Draft, edit: Extract<MirrorEdit, { do: 'set' }>): void {
  if (edit.enabled !== undefined) {
    draft.enabled = edit.enabled
    draft.enabledReason = edit.enabledReason
  }
  draft.role = edit.role ?? draft.role
  draft.declaredKind = edit.kind ?? draft.declaredKind
  draft.filter = edit.filter ?? draft.filter
  const { direction } = edit
  if (direction !== undefined) draft.sources = draft.sources.map((source) => ({ ...source, direction }))
  draft.details = { ...draft.details, ...edit.details }
}

function clear(draft: Draft, members: readonly string[]): void {
  for (const member of members) {
    if (member === 'filter') draft.filter = undefined
    else draft.details = Object.fromEntries(Object.entries(draft.details).filter(([key]) => key !== member))
  }
}

/** A filter object reads as its rules, `key text` each, in key order and joined by `; `. */
function withRule(filter: string | undefined, rule: Extract<MirrorEdit, { do: 'filter-rule' }>): string | undefined {
  const others = filter === undefined ? [] : filter.split('; ').filter((text) => !text.startsWith(`${rule.key} `))
  const rules = rule.text === undefined ? others : [...others, `${rule.key} ${rule.text}`]
  return rules.length === 0 ? undefined : rules.sort().join('; ')
}

/** The same port or VLAN named twice is one source; rx in one line and tx in the next make both. */
function addSources({ sources }: Draft, added: readonly MirrorSource[]): void {
  for (const source of added) {
    const at = sources.findIndex((known) => sameSource(known, source))
    const known = sources[at]
    if (known === undefined) sources.push(source)
    else if (known.direction !== source.direction) sources[at] = { ...known, direction: 'both' }
  }
}

/** A resource is of the collection that its path names: `projects/p/regions/r/subnetworks/web`. */
function swapResources(draft: Draft, edit: Extract<MirrorEdit, { do: 'swap-resources' }>): void {
  const direction = draft.sources[0]?.direction ?? 'both'
  const isOfCollection = ({ resource = '' }: MirrorSource): boolean => `/${resource}`.includes(`/${edit.collection}/`)
  draft.sources = draft.sources.filter((source) => !isOfCollection(source))
  addSources(
    draft,
    edit.resources.map((resource) => ({ resource, direction })),
  )
}

/** `no … rx` on a source seen both ways leaves its tx. */
function dropSources(sources: readonly MirrorSource[], gone: readonly MirrorSource[]): MirrorSource[] {
  if (gone.length === 0) return []
  return sources.flatMap((source) => {
    const dropped = gone.filter((drop) => sameSource(drop, source)).flatMap(({ direction }) => oneWay(direction))
    const left = oneWay(source.direction).filter((direction) => !dropped.includes(direction))
    return left.length === 2 ? [source] : left.map((direction) => ({ ...source, direction }))
  })
}

function oneWay(direction: Direction): readonly Direction[] {
  return direction === 'both' ? ['rx', 'tx'] : [direction]
}

function addDestinations(draft: Draft, edit: Extract<MirrorEdit, { do: 'add-destinations' }>): void {
  if (edit.single === true) draft.destinations = draft.destinations.filter((end) => end.interface !== undefined)
  for (const end of edit.destinations) {
    const at = draft.destinations.findIndex((known) => sameEnd(known, end))
    if (at === -1) draft.destinations.push(end)
    else draft.destinations[at] = end
  }
}

function dropDestinations(ends: readonly MirrorDestination[], gone: readonly MirrorDestination[]): MirrorDestination[] {
  return gone.length === 0 ? [] : ends.filter((end) => !gone.some((one) => sameEnd(one, end)))
}

function sameSource(a: MirrorSource, b: MirrorSource): boolean {
  return a.interface === b.interface && a.vlan === b.vlan && a.resource === b.resource
}

function sameEnd(a: MirrorDestination, b: MirrorDestination): boolean {
  return (
    a.interface === b.interface && a.vlan === b.vlan && a.ip === b.ip && a.resource === b.resource && a.file === b.file
  )
}

function fromDraft(draft: Draft): EditedSession {
  const { terminatesAt, impliedSource } = draft.details
  const hasSource = draft.sources.length > 0 || terminatesAt !== undefined || impliedSource !== undefined
  const hasEnds = draft.destinations.length > 0 && hasSource
  const kind =
    draft.declaredKind ??
    decideMirrorKind({ destinations: draft.destinations, remoteVlanSource: draft.role === 'destination' })
  const session: MirrorSession = {
    name: draft.name,
    kind,
    ...(draft.role === undefined || draft.role === 'source' ? {} : { role: draft.role }),
    sources: draft.sources,
    destinations: draft.destinations,
    enabled: draft.enabled,
    ...(draft.enabledReason === undefined ? {} : { enabledReason: draft.enabledReason }),
    ...(hasEnds ? {} : { incomplete: true as const }),
    ...(draft.filter === undefined ? {} : { filter: draft.filter }),
    ...(Object.keys(draft.details).length === 0 ? {} : { details: draft.details }),
  }
  return { session, declaredKind: draft.declaredKind }
}
