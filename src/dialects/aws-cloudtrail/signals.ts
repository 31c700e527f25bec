/** Acts that blind the witnesses: a trail that stops, narrows or goes away, and flow logs that are deleted. */
import type { SignalKind } from '../../facts/fact.ts'
import { asObject, flagOf, isObject, type JsonObject, memberOf, textOf } from './fields.ts'
import { listOf, textsOf } from './lists.ts'
import type { TrailRecord } from './record.ts'

/** What an act on a witness means: a signal; nothing that matters; or a record that lost what would tell. */
export type SignalReading =
  | { readonly is: 'signal'; readonly signal: SignalKind; readonly detail: string; readonly failed?: true }
  | { readonly is: 'irrelevant'; readonly because: string }
  | { readonly is: 'unrecognised'; readonly because: string }

/** A detail is one clause: it names so many flow logs and counts the rest. */
const MAX_NAMED_LOGS = 5

type SignalReader = (record: TrailRecord) => SignalReading

const SIGNALS: ReadonlyMap<string, SignalReader> = new Map<string, SignalReader>([
  ['cloudtrail.amazonaws.com StopLogging', (record) => trailCut(`trail ${trailName(record)} stopped logging`)],
  ['cloudtrail.amazonaws.com DeleteTrail', (record) => trailCut(`trail ${trailName(record)} deleted`)],
  ['cloudtrail.amazonaws.com UpdateTrail', updateTrail],
  ['cloudtrail.amazonaws.com PutEventSelectors', putEventSelectors],
  ['ec2.amazonaws.com DeleteFlowLogs', deleteFlowLogs],
])

/** Reads an act on a witness; undefined for every other call. */
export function readSignal(record: TrailRecord): SignalReading | undefined {
  return SIGNALS.get(`${record.eventSource} ${record.eventName}`)?.(record)
}

function trailCut(detail: string): SignalReading {
  return { is: 'signal', signal: 'audit-trail-cut', detail }
}

function trailName({ request }: TrailRecord): string {
  return textOf(request, 'name') ?? textOf(request, 'trailName') ?? 'of unknown name'
}

/** What an update may switch off, and what is not recorded from then on. @source AWS CloudTrail API reference, UpdateTrail. */
const NARROWING_FLAGS = [
  ['isMultiRegionTrail', 'other regions'],
  ['includeGlobalServiceEvents', 'global services'],
  ['isOrganizationTrail', 'other accounts of the organisation'],
  ['enableLogging', 'anything'],
] as const

function updateTrail(record: TrailRecord): SignalReading {
  const lost = NARROWING_FLAGS.filter(([flag]) => flagOf(record.request, flag) === false).map(([, what]) => what)
  if (lost.length === 0) return { is: 'irrelevant', because: 'the trail is updated, and goes on recording' }
  return trailCut(`trail ${trailName(record)} no longer records ${lost.join(', ')}`)
}

function putEventSelectors(record: TrailRecord): SignalReading {
  const basic = listOf(memberOf(record.request, 'eventSelectors')).filter(isObject)
  const advanced = listOf(memberOf(record.request, 'advancedEventSelectors')).filter(isObject)
  if (basic.length + advanced.length === 0) {
    return { is: 'unrecognised', because: 'PutEventSelectors without the selectors it puts' }
  }
  if (basic.some(keepsWrites) || advanced.some(keepsWritesAdvanced)) {
    return { is: 'irrelevant', because: 'the trail goes on recording what changes the account' }
  }
  return trailCut(`trail ${trailName(record)} no longer records management events that write`)
}

/** Management events are recorded, read and write, unless a selector says otherwise. @source AWS CloudTrail API reference, EventSelector. */
function keepsWrites(selector: JsonObject): boolean {
  return flagOf(selector, 'includeManagementEvents') !== false && textOf(selector, 'readWriteType') !== 'ReadOnly'
}

/** @source AWS CloudTrail API reference, AdvancedFieldSelector: `eventCategory` equals Management, `readOnly` equals true or false. */
function keepsWritesAdvanced(selector: JsonObject): boolean {
  const fields = listOf(memberOf(selector, 'fieldSelectors')).map(asObject)
  const equals = (name: string) =>
    fields.filter((field) => textOf(field, 'field') === name).flatMap((field) => textsOf(memberOf(field, 'equals')))
  return equals('eventCategory').includes('Management') && !equals('readOnly').includes('true')
}

/** An accepted call may still have deleted nothing: the answer lists the logs it did not delete. */
function deleteFlowLogs({ request, response }: TrailRecord): SignalReading {
  const ids = [memberOf(request, 'flowLogId'), memberOf(request, 'flowLogIds')].flatMap(textsOf)
  const kept = listOf(memberOf(response, 'unsuccessful')).filter(isObject).length
  const which = ids.length === 0 ? 'of unknown id' : ids.slice(0, MAX_NAMED_LOGS).join(', ')
  const more = ids.length > MAX_NAMED_LOGS ? ` and ${ids.length - MAX_NAMED_LOGS} more` : ''
  return {
    is: 'signal',
    signal: 'flow-logs-cut',
    detail: `flow logs ${which}${more} deleted`,
    ...(kept > 0 && kept >= ids.length ? { failed: true } : {}),
  }
}
