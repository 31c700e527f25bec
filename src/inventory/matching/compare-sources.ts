/** What is copied, against what may be copied. */
import type { MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'
import { expandInterfaceList, interfaceKey } from '../../kit/interface-name.ts'
import type { ApprovalDifference } from '../approval-match.ts'
import type { Approval } from '../schema.ts'
import { readVlanList } from './vlan-list.ts'

/** Every source must be allowed by one of the approved; the difference names those that are not. */
export function compareSources(
  { sources: approved }: Approval,
  { sources }: MirrorSession,
): readonly ApprovalDifference[] {
  if (approved === undefined) return []
  const allowed = allowedSources(approved, sources)
  const beyond = sources.filter((source) => !allowed.includes(source))
  if (beyond.length === 0) return []
  return [{ dimension: 'sources', approved: approved.join(', ') || 'none', found: beyond.map(showSource).join(', ') }]
}

/** The sources that one of the approved allows. */
export function allowedSources(approved: readonly string[], sources: readonly MirrorSource[]): readonly MirrorSource[] {
  const patterns = approved.map(toSourcePattern)
  return sources.filter((source) => patterns.some((allows) => allows(source)))
}

/** Approved `both` allows either; approved `rx` allows neither `tx` nor `both`. */
export function compareDirection({ direction }: Approval, { sources }: MirrorSession): readonly ApprovalDifference[] {
  if (direction === undefined || direction === 'both') return []
  const others = new Set(sources.map((source) => source.direction).filter((found) => found !== direction))
  return others.size === 0
    ? []
    : [{ dimension: 'direction', approved: direction, found: [...others].sort().join(', ') }]
}

/** `GigabitEthernet1/0/5`, `VLAN 31`, `eni-0123`. */
export function showSource(source: MirrorSource): string {
  return source.interface ?? (source.vlan === undefined ? (source.resource ?? 'unknown') : `VLAN ${source.vlan}`)
}

type SourcePattern = (source: MirrorSource) => boolean

/** Reads one approved source: `Gi1/0/1 - 4`, `vlan 10-20`, `eni-0123`, `Gi1/0/*`. */
function toSourcePattern(text: string): SourcePattern {
  const vlans = readVlanList(text)
  if (vlans !== undefined) return vlanPattern(new Set(vlans))
  return text.endsWith('*') ? prefixPattern(text.slice(0, -1)) : exactPattern(text)
}

function vlanPattern(vlans: ReadonlySet<number>): SourcePattern {
  return ({ vlan }) => vlan !== undefined && vlans.has(vlan)
}

function prefixPattern(prefix: string): SourcePattern {
  const keyPrefix = interfaceKey(prefix)
  return (source) =>
    source.interface === undefined
      ? source.resource?.toLowerCase().startsWith(prefix.toLowerCase()) === true
      : interfaceKey(source.interface).startsWith(keyPrefix)
}

function exactPattern(text: string): SourcePattern {
  const { names } = expandInterfaceList(text)
  const keys = new Set((names.length === 0 ? [text] : names).map(interfaceKey))
  return (source) =>
    source.interface === undefined
      ? source.resource?.toLowerCase() === text.toLowerCase()
      : keys.has(interfaceKey(source.interface))
}
