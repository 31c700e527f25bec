/** A mirror session as rows of a table, and what is different from the one before. */
import { destinationText, sourceText } from '../../../findings/claims/claim.ts'
import type { Finding } from '../../../findings/finding.ts'

type Session = Finding['session']

/** One property of a session now and, where it was another, before. */
export interface SessionRow {
  readonly property: string
  readonly now: string
  readonly before?: string | undefined
}

const NOTHING = 'none'

/** Every property that the session, or the one before it, has. `before` is there only where it differs. */
export function sessionTable({ session, before }: Pick<Finding, 'session' | 'before'>): readonly SessionRow[] {
  const now = properties(session)
  const then = before === undefined ? undefined : properties(before)
  const names = [...new Set([...now.keys(), ...(then?.keys() ?? [])])]
  return names.map((property) => {
    const value = now.get(property) ?? NOTHING
    const earlier = then === undefined ? value : (then.get(property) ?? NOTHING)
    return { property, now: value, ...(earlier === value ? {} : { before: earlier }) }
  })
}

function properties(session: Session): ReadonlyMap<string, string> {
  const { sources, destinations, details, filter, enabled, enabledReason, incomplete } = session
  const carriers = [...new Set(destinations.flatMap(({ encapsulation }) => encapsulation?.toUpperCase() ?? []))]
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Session', session.name],
    ['Kind', session.role === undefined ? session.kind : `${session.kind}, ${session.role} side`],
    [
      'Sources',
      listOr(
        sources.map((source) => `${sourceText(source)} (${source.direction})`),
        details?.impliedSource,
      ),
    ],
    ['Destinations', listOr(destinations.map(destinationText), undefined)],
    ['Carrier', carriers.join(', ') || undefined],
    ['Filter', filter],
    ['Enabled', `${sayEnabled(enabled)}${enabledReason === undefined ? '' : ` (${enabledReason})`}`],
    ['Complete', incomplete === true ? 'no: a source or a destination is missing' : undefined],
    ...Object.entries(details ?? {}).flatMap(([name, value]) =>
      name === 'impliedSource' || value === undefined ? [] : [[DETAIL_NAMES[name] ?? name, String(value)] as const],
    ),
  ]
  return new Map(rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

function listOr(values: readonly string[], other: string | undefined): string {
  return values.length > 0 ? values.join(', ') : (other ?? NOTHING)
}

function sayEnabled(enabled: Session['enabled']): string {
  if (enabled === 'unknown') return 'not known'
  return enabled ? 'yes' : 'no'
}

const DETAIL_NAMES: Readonly<Record<string, string>> = {
  description: 'Description',
  erspanId: 'ERSPAN id',
  originIp: 'Origin address',
  terminatesAt: 'Ends at',
  vrf: 'VRF',
  mtu: 'MTU',
  ingress: 'Destination port accepts',
  reflectorPort: 'Reflector port',
  destinationMac: 'Destination MAC',
  headerType: 'Header type',
  truncateBytes: 'Bytes kept of each packet',
  virtualNetworkId: 'Virtual network id',
  sessionNumber: 'Session number',
  filterId: 'Filter id',
  targetId: 'Target id',
  targetOwner: 'Account of the target',
  targetType: 'Type of the target',
  targetResource: 'Behind the target',
  script: 'Made by',
}
