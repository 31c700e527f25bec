/**
 * The one model for SPAN, RSPAN, ERSPAN, analyzers, port mirroring, captures and cloud mirrors.
 * What a session *is*, never how a vendor spells it.
 */
import { z } from 'zod'

/** Seen from the mirrored port: what it receives, what it sends, or both. */
export const Direction = z.enum(['rx', 'tx', 'both'])
export type Direction = z.infer<typeof Direction>

/** What is copied: exactly one of `interface` (canonical display name), `vlan`, `resource` (cloud id). */
export const MirrorSource = z
  .object({
    interface: z.string().optional(),
    vlan: z.int().optional(),
    resource: z.string().optional(),
    direction: Direction,
  })
  .readonly()
export type MirrorSource = z.infer<typeof MirrorSource>

/** Where the copy goes: exactly one of `interface`, `vlan`, `ip`, `resource`, `file`. `{ ip: '198.51.100.9', encapsulation: 'erspan' }`. */
export const MirrorDestination = z
  .object({
    interface: z.string().optional(),
    vlan: z.int().optional(),
    ip: z.string().optional(),
    resource: z.string().optional(),
    file: z.string().optional(),
    encapsulation: z.string().optional(),
  })
  .readonly()
export type MirrorDestination = z.infer<typeof MirrorDestination>

/** Where the copy ends: on this device, in an RSPAN VLAN, in a tunnel or at a remote address, in a file or buffer. */
export const MirrorKind = z.enum(['local', 'remote-vlan', 'encapsulated', 'capture'])
export type MirrorKind = z.infer<typeof MirrorKind>

/** Which part of a copy that crosses devices this one plays; `destination` is the far end that receives it. */
export const MirrorRole = z.enum(['source', 'destination', 'transit'])
export type MirrorRole = z.infer<typeof MirrorRole>

/** What a session says beside its ends. Text values as the platform prints them. */
export const MirrorDetails = z
  .object({
    description: z.string().optional(),
    erspanId: z.int().optional(),
    originIp: z.string().optional(),
    /** The address on this device where a copy from elsewhere ends (destination role); never an outside target. */
    terminatesAt: z.string().optional(),
    vrf: z.string().optional(),
    mtu: z.int().optional(),
    /** The destination port also accepts frames from the sniffer. */
    ingress: z.string().optional(),
    reflectorPort: z.string().optional(),
    /** The station that frames of the copy are addressed to, where the platform rewrites them. `0000.5e00.5301` */
    destinationMac: z.string().optional(),
    headerType: z.string().optional(),
    /** Bytes kept of each packet. */
    truncateBytes: z.int().optional(),
    virtualNetworkId: z.string().optional(),
    sessionNumber: z.string().optional(),
    filterId: z.string().optional(),
    targetId: z.string().optional(),
    /** The account that owns the cloud target, where a record says so. */
    targetOwner: z.string().optional(),
    targetType: z.string().optional(),
    /** The interface, load balancer or endpoint behind a cloud target. */
    targetResource: z.string().optional(),
    /** What is copied where it is no port, VLAN or resource: `packets of congested queues`. */
    impliedSource: z.string().optional(),
    /** What runs the commands that make this session: `event manager applet TAP`. */
    script: z.string().optional(),
  })
  .readonly()
export type MirrorDetails = z.infer<typeof MirrorDetails>

/**
 * One mirror session.
 *
 * `{ name: '4', kind: 'encapsulated', sources: [{ interface: 'GigabitEthernet1/0/5', direction: 'tx' }],
 *    destinations: [{ ip: '198.51.100.9', encapsulation: 'erspan' }], enabled: true }`
 *
 * `enabled` is `'unknown'` where the state cannot be known from what was seen. `role` is absent for the source side.
 */
export const MirrorSession = z
  .object({
    name: z.string(),
    kind: MirrorKind,
    role: MirrorRole.optional(),
    sources: z.array(MirrorSource).readonly(),
    destinations: z.array(MirrorDestination).readonly(),
    enabled: z.union([z.boolean(), z.literal('unknown')]),
    enabledReason: z.enum(['explicit', 'default', 'unbound', 'inactive']).optional(),
    /** No source or no destination yet: one more command makes it a copy. */
    incomplete: z.literal(true).optional(),
    filter: z.string().optional(),
    details: MirrorDetails.optional(),
    /**
     * What the names in this session stood for when it was seen: `{ 'access-list TAP': ['permit tcp any any eq 443'] }`. The same
     * words may mean more later. Only for names that the same configuration resolves.
     */
    references: z.record(z.string(), z.array(z.string()).readonly()).optional(),
  })
  .readonly()
export type MirrorSession = z.infer<typeof MirrorSession>

/**
 * Where a session lives on its subject: what makes it the same set-up tomorrow. Never its sources, destination or filter.
 * `{ scope: '', namespace: 'monitor-session', id: '4' }`; `scope` is a context, VDC, vsys or cloud region.
 */
export const SessionAddress = z.object({ scope: z.string(), namespace: z.string(), id: z.string() }).readonly()
export type SessionAddress = z.infer<typeof SessionAddress>

/** Kind decision, first hit wins: file → capture; remote address or tunnel → encapsulated; VLAN → remote-vlan; else local. */
export function decideMirrorKind(ends: {
  readonly destinations: readonly MirrorDestination[]
  readonly remoteVlanSource?: boolean
  readonly tunnelled?: boolean
}): MirrorKind {
  const { destinations } = ends
  if (destinations.some((end) => end.file !== undefined)) return 'capture'
  if (ends.tunnelled === true || destinations.some((end) => end.ip !== undefined || end.resource !== undefined))
    return 'encapsulated'
  if (ends.remoteVlanSource === true || destinations.some((end) => end.vlan !== undefined)) return 'remote-vlan'
  return 'local'
}
