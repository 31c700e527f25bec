/** What every OCSF event has: its class, its activity, and who wrote it. */
import { toEpochMs } from '../../kit/instant.ts'
import { ACTIVITIES, type Word } from './words.data.ts'

/** An object of OCSF; members that are undefined are not written. */
export type OcsfObject = Readonly<Record<string, unknown>>

/** @source OCSF 1.8.0: categories.json */
const FINDINGS: Word = [2, 'Findings']

/**
 * The version that events are written in, and the numbers of the classes.
 *
 * @source OCSF 1.8.0: version.json, events/findings/
 */
const SCHEMA_VERSION = '1.8.0'
export const DETECTION_FINDING: Word = [2004, 'Detection Finding']
export const COMPLIANCE_FINDING: Word = [2003, 'Compliance Finding']

/** What tells one event from another. */
export interface EventHead {
  readonly class: Word
  readonly activity: keyof typeof ACTIVITIES
  /** Of the finding that the event is about. */
  readonly uid: string
  /** The moment the report answers for. */
  readonly at: string
  readonly profiles: readonly string[]
  readonly tenant?: string | undefined
  /** Of tapwarden. */
  readonly version: string
}

/**
 * The classification and the metadata of an event.
 *
 * @source OCSF 1.8.0: events/base_event.json: `type_uid = class_uid * 100 + activity_id`
 */
export function eventHead(head: EventHead): OcsfObject {
  const [classId, className] = head.class
  const [activityId, activityName] = ACTIVITIES[head.activity]
  return {
    activity_id: activityId,
    activity_name: activityName,
    category_uid: FINDINGS[0],
    category_name: FINDINGS[1],
    class_uid: classId,
    class_name: className,
    type_uid: classId * 100 + activityId,
    type_name: `${className}: ${activityName}`,
    time: toEpochMs(head.at),
    metadata: {
      version: SCHEMA_VERSION,
      uid: `${head.uid}@${head.at}`,
      original_time: head.at,
      tenant_uid: head.tenant,
      profiles: head.profiles,
      product: { name: 'tapwarden', vendor_name: 'tapwarden', version: head.version },
    },
  }
}

/** A number and its caption as two members. `('severity', [4, 'High'])` → `{ severity_id: 4, severity: 'High' }`. */
export function numbered(name: string, [id, caption]: Word): OcsfObject {
  return { [`${name}_id`]: id, [name]: caption }
}

/** An instant as OCSF writes it: milliseconds since 1970. */
export function timestamp(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : toEpochMs(instant)
}

/** The list, or undefined where it has nothing: an empty member says nothing either. */
export function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}
