/** Methods that take from the record of what happens: sinks, exclusions, logs, audit configurations and flow logs. */
import type { OperationReading } from '../../_audit-records/conclude.ts'
import { objectIn } from '../../_audit-records/embedded-json.ts'
import { asObject, flagOf, textOf } from '../../_audit-records/fields.ts'
import { listOf } from '../../_audit-records/lists.ts'
import { nameSome } from '../../_audit-records/name-some.ts'
import type { MethodKey } from '../method-name.ts'
import type { AuditRecord } from '../record.ts'

/** Method → what it means for the witnesses. @source Cloud Logging API reference, ConfigServiceV2 and LoggingServiceV2. */
export const WITNESS_METHODS: readonly (readonly [MethodKey, (record: AuditRecord) => OperationReading])[] = [
  ['logging deletesink', (record) => trailCut(`log sink ${nameOf(record)} deleted`)],
  ['logging updatesink', updateSink],
  ['logging createexclusion', (record) => trailCut(`log exclusion ${exclusionOf(record)} created`)],
  ['logging updateexclusion', updateExclusion],
  ['logging deletelog', (record) => trailCut(`log ${nameOf(record)} deleted`)],
  ['logging deletebucket', (record) => trailCut(`log bucket ${nameOf(record)} deleted`)],
  ['cloudresourcemanager setiampolicy', narrowAudit],
  ['compute subnetworks.patch', patchSubnetwork],
  ['networkmanagement deletevpcflowlogsconfig', (record) => flowLogsCut(`flow log ${nameOf(record)} deleted`)],
  ['networkmanagement updatevpcflowlogsconfig', updateFlowLog],
]

function nameOf({ resource, request }: AuditRecord): string {
  return resource?.name ?? textOf(request, 'sinkName') ?? textOf(request, 'name') ?? 'of unknown name'
}

function exclusionOf(record: AuditRecord): string {
  return textOf(asObject(record.request['exclusion']), 'name') ?? nameOf(record)
}

/** Where a sink leads and what it takes may be changed for good reasons; switched off or with holes it tells less. */
function updateSink(record: AuditRecord): OperationReading {
  const sink = asObject(record.request['sink'])
  if (flagOf(sink, 'disabled') === true) return trailCut(`log sink ${nameOf(record)} switched off`)
  const holes = listOf(sink['exclusions']).map(asObject)
  const open = holes.filter((hole) => flagOf(hole, 'disabled') !== true)
  if (open.length === 0) return { is: 'irrelevant', because: 'the sink goes on, as far as the entry shows' }
  const names = open.map((hole) => textOf(hole, 'name') ?? 'of unknown name')
  return trailCut(`log sink ${nameOf(record)} leaves out ${nameSome(names)}`)
}

function updateExclusion(record: AuditRecord): OperationReading {
  if (flagOf(asObject(record.request['exclusion']), 'disabled') === true)
    return { is: 'irrelevant', because: 'the exclusion is switched off: more is recorded' }
  return trailCut(`log exclusion ${nameOf(record)} changed`)
}

/** @source Cloud Audit Logs documentation, "Audit configuration changes": `serviceData.policyDelta.auditConfigDeltas`. */
function narrowAudit({ members }: AuditRecord): OperationReading {
  const delta = asObject(objectIn(members.audit['serviceData'])['policyDelta'])
  const removed = listOf(delta['auditConfigDeltas'])
    .map(asObject)
    .filter((change) => textOf(change, 'action')?.toUpperCase() === 'REMOVE')
  if (removed.length === 0) return { is: 'irrelevant', because: 'no audit configuration is taken away' }
  const lost = removed.map((change) => [textOf(change, 'logType'), textOf(change, 'service')].join(' of ').trim())
  return trailCut(`audit logs no longer record ${nameSome(lost)}`)
}

function patchSubnetwork(record: AuditRecord): OperationReading {
  const { request } = record
  const isOff =
    flagOf(request, 'enableFlowLogs') === false || flagOf(asObject(request['logConfig']), 'enable') === false
  if (!isOff) return { is: 'irrelevant', because: 'flow logs of the subnetwork go on, as far as the entry shows' }
  return flowLogsCut(`flow logs of subnetwork ${nameOf(record)} switched off`)
}

function updateFlowLog(record: AuditRecord): OperationReading {
  const config = asObject(record.request['vpcFlowLogsConfig'])
  if (textOf(config, 'state')?.toUpperCase() !== 'DISABLED')
    return { is: 'irrelevant', because: 'the flow log goes on, as far as the entry shows' }
  return flowLogsCut(`flow log ${nameOf(record)} switched off`)
}

function trailCut(detail: string): OperationReading {
  return { is: 'act', act: { signal: 'audit-trail-cut', detail } }
}

function flowLogsCut(detail: string): OperationReading {
  return { is: 'act', act: { signal: 'flow-logs-cut', detail } }
}
