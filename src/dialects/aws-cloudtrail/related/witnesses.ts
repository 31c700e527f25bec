/** Acts that blind the witnesses: a trail that stops, narrows or goes away, and flow logs that are deleted. */
import { asObject, flagOf, isObject, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import { nameSome } from '../../_audit-records/name-some.ts'
import type { TrailRecord } from '../record.ts'
import type { SignalReader, SignalReading } from './signal-reading.ts'

/** Service and call → what it means for the witnesses. */
export const WITNESS_CALLS: readonly (readonly [string, SignalReader])[] = [
  ['cloudtrail.amazonaws.com StopLogging', (record) => trailCut(`trail ${trailName(record)} stopped logging`)],
  ['cloudtrail.amazonaws.com DeleteTrail', (record) => trailCut(`trail ${trailName(record)} deleted`)],
  ['cloudtrail.amazonaws.com UpdateTrail', updateTrail],
  ['cloudtrail.amazonaws.com PutEventSelectors', putEventSelectors],
  ['ec2.amazonaws.com DeleteFlowLogs', deleteFlowLogs],
]

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
  return {
    is: 'signal',
    signal: 'flow-logs-cut',
    detail: `flow logs ${ids.length === 0 ? 'of unknown id' : nameSome(ids)} deleted`,
    ...(kept > 0 && kept >= ids.length ? { failed: true } : {}),
  }
}
