/**
 * The narrow waist: ten kinds of fact. Whatever a vendor, cloud or collector says becomes one of these, and everything
 * after this room knows nothing else.
 */
import { z } from 'zod'
import { MirrorEdit } from './mirror-edit.ts'
import { MirrorSession, SessionAddress } from './mirror-session.ts'
import { Actor, factBase } from './schema-parts.ts'
import { TrafficFact } from './traffic.ts'

/** One session as a snapshot shows it, with the lines that say so, counted from the snapshot's own first line (1). */
export const ObservedSession = z
  .object({
    address: SessionAddress,
    session: MirrorSession,
    lines: z.array(z.object({ line: z.int().positive(), text: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type ObservedSession = z.infer<typeof ObservedSession>

/** What a snapshot can prove absent. `complete: false` (truncated, paged, partial) proves presence only. */
export const SnapshotScope = z
  .object({
    state: z.enum(['running', 'startup', 'candidate', 'plan']),
    complete: z.boolean(),
    /** Session namespaces that a complete snapshot of this kind always shows. EXEC captures are never in a configuration. */
    namespaces: z.array(z.string()).readonly(),
    scope: z.string(),
    /** It holds the whole device: what is absent from it is absent in every context, not in `scope` alone. */
    everyContext: z.literal(true).optional(),
  })
  .readonly()
export type SnapshotScope = z.infer<typeof SnapshotScope>

/** What a device's own configuration says of the channels it feeds. */
export const DeclaredLegs = z.object({ log: z.boolean(), commandLog: z.boolean(), accounting: z.boolean() }).readonly()
export type DeclaredLegs = z.infer<typeof DeclaredLegs>

/** What a configuration shows beside mirrors that decides what a mirror means, or where its copy travels. */
export const FeatureKind = z.enum([
  'address',
  'tunnel',
  'policy-route',
  'static-route',
  'translation',
  'carried-port',
  'aaa-server',
  'boot-image',
  'overlay',
  'flow-exporter',
])
export type FeatureKind = z.infer<typeof FeatureKind>

/**
 * One such line or block. `name` is the interface, route map or prefix it belongs to. `values` by kind: address `{ ip }` with its prefix length (`192.0.2.1/30`); tunnel
 * `{ source, destination, mode }`; policy-route `{ interface, nextHop, through }` (`through` an interface); static-route
 * `{ nextHop, through, vrf }`; translation `{ from, to }`; carried-port `{ by }` (`xconnect 192.0.2.9 100`); aaa-server
 * `{ address, protocol }`; boot-image `{ image }`; overlay (a VXLAN, GENEVE or NVGRE end of its own fabric) `{ source, encapsulation, peer }`;
 * flow-exporter `{ destination, port }`. Lines count from 1 in the snapshot.
 */
export const ObservedFeature = z
  .object({
    feature: FeatureKind,
    name: z.string(),
    values: z.record(z.string(), z.string()),
    line: z.int().positive(),
    text: z.string(),
  })
  .readonly()
export type ObservedFeature = z.infer<typeof ObservedFeature>

/** Who put a configuration where it was found, and why: the author and message of its commit. */
export const FiledBy = z.object({ author: z.string().optional(), comment: z.string().optional() }).readonly()
export type FiledBy = z.infer<typeof FiledBy>

/** The mirror sessions of a subject at a time, within a declared scope. */
export const SnapshotFact = z
  .object({
    kind: z.literal('snapshot'),
    ...factBase,
    platform: z.string(),
    scope: SnapshotScope,
    sessions: z.array(ObservedSession).readonly(),
    declares: DeclaredLegs.optional(),
    /** Port-channel → members, where the configuration shows them. */
    bundles: z.record(z.string(), z.array(z.string()).readonly()).optional(),
    features: z.array(ObservedFeature).readonly().optional(),
    filedBy: FiledBy.optional(),
  })
  .readonly()
export type SnapshotFact = z.infer<typeof SnapshotFact>

/** One typed command as a log or accounting server recorded it, redacted, its block not yet known. */
export const FragmentFact = z
  .object({
    kind: z.literal('fragment'),
    ...factBase,
    command: z.string(),
    actor: Actor,
    /** The device's own message counter, where the record has one; orders commands within one second. */
    sequence: z.int().optional(),
    /**
     * `command-log` (device message), `accounting` (AAA server: what was done) or `authorisation` (AAA server: what was asked for and
     * allowed or refused); commands of one channel are assembled together, and the same command of two channels is one act.
     */
    recordedBy: z.enum(['command-log', 'accounting', 'authorisation']),
    outcome: z.enum(['accepted', 'denied', 'failed']),
    /** What the actor wrote beside it, where a ticket number may stand: the comment of a commit. */
    comment: z.string().optional(),
    /** The platform, where the record itself betrays it. */
    platform: z.string().optional(),
  })
  .readonly()
export type FragmentFact = z.infer<typeof FragmentFact>

/** Other names and addresses of one subject: `ref` is who says it, `names` what it adds. */
export const IdentityFact = z
  .object({
    kind: z.literal('identity'),
    ...factBase,
    platform: z.string().optional(),
    names: z
      .array(z.object({ by: z.enum(['hostname', 'address', 'serial', 'account']), value: z.string() }).readonly())
      .readonly(),
    /** Its ports by the numbers that flow records call them. */
    interfaces: z
      .array(z.object({ index: z.int(), name: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly()
export type IdentityFact = z.infer<typeof IdentityFact>

/**
 * One act that its platform records several times. Records with one `id` about one address are one change, in the order of their
 * phases: what was asked when it had begun, and how it went when it had ended.
 */
export const ActPhase = z.object({ id: z.string(), phase: z.enum(['begun', 'underway', 'ended']) }).readonly()
export type ActPhase = z.infer<typeof ActPhase>

/** Someone changed, or tried to change, one session. Fragments become changes when a timeline is read; API records are changes already. */
export const ChangeFact = z
  .object({
    kind: z.literal('change'),
    ...factBase,
    platform: z.string(),
    address: SessionAddress,
    /** `object` for what sessions share (a mirror target, a filter); a session where absent. */
    of: z.enum(['session', 'object']).optional(),
    name: z.string(),
    edits: z.array(MirrorEdit).readonly(),
    /** What was done, in the platform's word: `CreateTrafficMirrorSession`. */
    operation: z.string(),
    actor: Actor,
    outcome: z.enum(['accepted', 'denied', 'failed']),
    error: z.string().optional(),
    comment: z.string().optional(),
    via: z.enum(['cli', 'netconf', 'snmp', 'api', 'console', 'copy', 'unknown']),
    /** Shared objects the change names, so that a change to one reaches the sessions that use it. */
    uses: z.array(SessionAddress).readonly().optional(),
    act: ActPhase.optional(),
  })
  .readonly()
export type ChangeFact = z.infer<typeof ChangeFact>

/** The platform says that a session runs or stopped running. */
export const StateFact = z
  .object({
    kind: z.literal('state'),
    ...factBase,
    platform: z.string(),
    address: SessionAddress.optional(),
    running: z.boolean(),
    message: z.string(),
  })
  .readonly()
export type StateFact = z.infer<typeof StateFact>

/** Related acts that are not a session: what was done to the witnesses, and what came before or after. */
export const SignalKind = z.enum([
  'logging-cut',
  'command-logging-cut',
  'accounting-cut',
  'audit-trail-cut',
  'flow-logs-cut',
  'configuration-edited',
  'configuration-copied-in',
  'capture-exported',
  'scripted-mirror',
  'logged-in',
  'login-refused',
  'privilege-gained',
  'privilege-refused',
  'aaa-fallback-local',
  'aaa-server-changed',
  'route-changed',
  'tunnel-changed',
  'translation-changed',
  'filter-changed',
  'image-changed',
  'shell-entered',
  'resource-shared',
  'load-balancer-changed',
  'tag-changed',
])
export type SignalKind = z.infer<typeof SignalKind>

/** Someone did, or tried to do, a related act on a subject. */
export const SignalFact = z
  .object({
    kind: z.literal('signal'),
    ...factBase,
    /** The platform, where the record itself betrays it: an AAA server's does not. */
    platform: z.string().optional(),
    signal: SignalKind,
    actor: Actor,
    outcome: z.enum(['accepted', 'denied', 'failed']),
    /** One clause in words, redacted: `logging to host 192.0.2.50 stopped`. */
    detail: z.string(),
  })
  .readonly()
export type SignalFact = z.infer<typeof SignalFact>

/** A channel of a subject was heard in this hour. `commands` where the record carried a typed command or API call. */
export const SeenFact = z
  .object({ kind: z.literal('seen'), ...factBase, hour: z.string(), commands: z.boolean() })
  .readonly()
export type SeenFact = z.infer<typeof SeenFact>

/** A change ticket as its system exports it. */
export const TicketFact = z
  .object({
    kind: z.literal('ticket'),
    ...factBase,
    number: z.string(),
    state: z.string(),
    approved: z.boolean(),
    from: z.string().optional(),
    until: z.string().optional(),
    /** Names of devices or accounts as the ticket has them. */
    subjects: z.array(z.string()).readonly(),
    summary: z.string(),
    /** When it was first written down, and when somebody last changed it. */
    createdAt: z.string().optional(),
    updatedAt: z.string().optional(),
    requestedBy: z.string().optional(),
    implementedBy: z.string().optional(),
    approvedBy: z.array(z.string()).readonly().optional(),
  })
  .readonly()
export type TicketFact = z.infer<typeof TicketFact>

/** Who is able to create mirrors on a subject. */
export const AccessFact = z
  .object({ kind: z.literal('access'), ...factBase, principal: z.string(), grants: z.string(), via: z.string() })
  .readonly()
export type AccessFact = z.infer<typeof AccessFact>

export { TrafficFact } from './traffic.ts'

/** Everything tapwarden knows is a set of these. */
export const Fact = z.discriminatedUnion('kind', [
  SnapshotFact,
  FragmentFact,
  IdentityFact,
  ChangeFact,
  StateFact,
  SignalFact,
  SeenFact,
  TrafficFact,
  TicketFact,
  AccessFact,
])
export type Fact = z.infer<typeof Fact>
/** `snapshot`, `fragment` … one of ten. */
export type FactKind = Fact['kind']
