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
  /** By what is copied, so that a line that names thousands costs thousands of steps and no more. */
  sources: Map<string, MirrorSource>
  destinations: Map<string, MirrorDestination>
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
  return { name, enabled: 'unknown', sources: new Map(), destinations: new Map(), details: {} }
}

function toDraft({ session, declaredKind }: EditedSession): Draft {
  return {
    name: session.name,
    declaredKind,
    role: session.role,
    enabled: session.enabled,
    enabledReason: session.enabledReason,
    filter: session.filter,
    sources: toSources(session.sources),
    destinations: toDestinations(session.destinations),
    details: { ...session.details },
  }
}

function applyOne(draft: Draft, edit: Exclude<MirrorEdit, { do: 'remove' }>): void {
  switch (edit.do) {
    case 'define':
      return define(draft, edit)
    case 'replace':
      draft.sources = toSources(edit.sources)
      draft.destinations = toDestinations(edit.destinations)
      return
    case 'add-sources':
      return addSources(draft.sources, edit.sources)
    case 'drop-sources':
      return dropSources(draft.sources, edit.sources)
    case 'add-destinations':
      return addDestinations(draft, edit)
    case 'drop-destinations':
      return dropDestinations(draft.destinations, edit.destinations)
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
  if (direction !== undefined)
    for (const [key, source] of draft.sources) draft.sources.set(key, { ...source, direction })
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

function toSources(sources: readonly MirrorSource[]): Draft['sources'] {
  const byKey: Draft['sources'] = new Map()
  addSources(byKey, sources)
  return byKey
}

/** The same port or VLAN named twice is one source; rx in one line and tx in the next make both. */
function addSources(sources: Draft['sources'], added: readonly MirrorSource[]): void {
  for (const source of added) {
    const key = sourceKey(source)
    const known = sources.get(key)
    if (known === undefined) sources.set(key, source)
    else if (known.direction !== source.direction) sources.set(key, { ...known, direction: 'both' })
  }
}

/** A resource is of the collection that its path names: `projects/p/regions/r/subnetworks/web`. */
function swapResources(draft: Draft, edit: Extract<MirrorEdit, { do: 'swap-resources' }>): void {
  const [first] = draft.sources.values()
  const direction = first?.direction ?? 'both'
  for (const [key, { resource = '' }] of draft.sources)
    if (`/${resource}`.includes(`/${edit.collection}/`)) draft.sources.delete(key)
  addSources(
    draft.sources,
    edit.resources.map((resource) => ({ resource, direction })),
  )
}

/** `no … rx` on a source seen both ways leaves its tx. No source named: all go. */
function dropSources(sources: Draft['sources'], gone: readonly MirrorSource[]): void {
  if (gone.length === 0) sources.clear()
  for (const drop of gone) {
    const key = sourceKey(drop)
    const known = sources.get(key)
    if (known === undefined) continue
    const dropped = oneWay(drop.direction)
    const [left, other] = oneWay(known.direction).filter((direction) => !dropped.includes(direction))
    if (left === undefined) sources.delete(key)
    else if (other === undefined) sources.set(key, { ...known, direction: left })
  }
}

function oneWay(direction: Direction): readonly Direction[] {
  return direction === 'both' ? ['rx', 'tx'] : [direction]
}

function toDestinations(ends: readonly MirrorDestination[]): Draft['destinations'] {
  return new Map(ends.map((end) => [endKey(end), end]))
}

/** A destination given again is one, in its old place and as last given. */
function addDestinations(draft: Draft, edit: Extract<MirrorEdit, { do: 'add-destinations' }>): void {
  const { destinations } = draft
  if (edit.single === true)
    for (const [key, end] of destinations) if (end.interface === undefined) destinations.delete(key)
  for (const end of edit.destinations) destinations.set(endKey(end), end)
}

/** No destination named: all go. */
function dropDestinations(ends: Draft['destinations'], gone: readonly MirrorDestination[]): void {
  if (gone.length === 0) ends.clear()
  for (const end of gone) ends.delete(endKey(end))
}

function sourceKey({ interface: port, vlan, resource }: MirrorSource): string {
  return JSON.stringify([port, vlan, resource])
}

function endKey({ interface: port, vlan, ip, resource, file }: MirrorDestination): string {
  return JSON.stringify([port, vlan, ip, resource, file])
}

function fromDraft(draft: Draft): EditedSession {
  const { terminatesAt, impliedSource } = draft.details
  const sources = [...draft.sources.values()]
  const destinations = [...draft.destinations.values()]
  const hasSource = sources.length > 0 || terminatesAt !== undefined || impliedSource !== undefined
  const hasEnds = destinations.length > 0 && hasSource
  const kind = draft.declaredKind ?? decideMirrorKind({ destinations, remoteVlanSource: draft.role === 'destination' })
  const session: MirrorSession = {
    name: draft.name,
    kind,
    ...(draft.role === undefined || draft.role === 'source' ? {} : { role: draft.role }),
    sources,
    destinations,
    enabled: draft.enabled,
    ...(draft.enabledReason === undefined ? {} : { enabledReason: draft.enabledReason }),
    ...(hasEnds ? {} : { incomplete: true as const }),
    ...(draft.filter === undefined ? {} : { filter: draft.filter }),
    ...(Object.keys(draft.details).length === 0 ? {} : { details: draft.details }),
  }
  return { session, declaredKind: draft.declaredKind }
}
