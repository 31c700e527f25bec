/**
 * What a change does to a session, as data: the language between a platform's grammar and the timeline.
 * A configuration is a run of edits onto nothing; a typed command is one or a few edits onto what was there.
 */
import { z } from 'zod'
import { Direction, MirrorDestination, MirrorDetails, MirrorKind, MirrorRole, MirrorSource } from './mirror-session.ts'

/**
 * One edit:
 * - `define`: the session exists from here, with what its head line says. Keeps what an existing session has.
 * - `replace`: the session is exactly this from here (cloud APIs that return the whole object).
 * - `add-sources`, `drop-sources`, `add-destinations`, `drop-destinations`: dropping with an empty list drops all.
 *   A source that is already there merges directions (rx + tx → both), and dropping one direction of both leaves the other.
 *   Where `single` is true, what is added replaces the destinations that are not interfaces.
 * - `swap-resources`: of the cloud resources of one collection (`subnetworks`) exactly these are sources from here, in the
 *   direction that the session has; a partial update that names one collection leaves the others alone.
 * - `set`: members to put, `direction` to every source there is; `clear`: members to take away.
 * - `filter-rule`: of a filter object, the rule named `key` (one word) reads `text` from here, or is gone where there is no text.
 * - `remove`: the session is gone.
 */
export const MirrorEdit = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('define'),
    name: z.string(),
    kind: MirrorKind.optional(),
    role: MirrorRole.optional(),
    enabled: z.union([z.boolean(), z.literal('unknown')]).optional(),
    enabledReason: z.enum(['explicit', 'default', 'unbound', 'inactive']).optional(),
  }),
  z.object({ do: z.literal('replace'), sources: z.array(MirrorSource), destinations: z.array(MirrorDestination) }),
  z.object({ do: z.literal('add-sources'), sources: z.array(MirrorSource) }),
  z.object({ do: z.literal('drop-sources'), sources: z.array(MirrorSource) }),
  z.object({
    do: z.literal('add-destinations'),
    destinations: z.array(MirrorDestination),
    single: z.boolean().optional(),
  }),
  z.object({ do: z.literal('drop-destinations'), destinations: z.array(MirrorDestination) }),
  z.object({ do: z.literal('swap-resources'), collection: z.string(), resources: z.array(z.string()) }),
  z.object({
    do: z.literal('set'),
    enabled: z.union([z.boolean(), z.literal('unknown')]).optional(),
    enabledReason: z.enum(['explicit', 'default', 'unbound', 'inactive']).optional(),
    role: MirrorRole.optional(),
    kind: MirrorKind.optional(),
    direction: Direction.optional(),
    filter: z.string().optional(),
    details: MirrorDetails.optional(),
  }),
  z.object({ do: z.literal('clear'), members: z.array(z.string()) }),
  z.object({ do: z.literal('filter-rule'), key: z.string(), text: z.string().optional() }),
  z.object({ do: z.literal('remove') }),
])
export type MirrorEdit = z.infer<typeof MirrorEdit>
