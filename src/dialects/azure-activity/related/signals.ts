/** Operations beside the copies: what blinds the witnesses, and what changes a copy from the side. */
import type { RelatedAct } from '../../_audit-records/audit-facts.ts'
import type { OperationReading } from '../../_audit-records/conclude.ts'
import { asObject, flagOf, type JsonObject, memberOf, textOf } from '../../_audit-records/fields.ts'
import { listOf } from '../../_audit-records/lists.ts'
import { bodyOf } from '../operations/body.ts'
import type { ActivityRecord } from '../record.ts'
import { lastPart, ownerOf } from '../resource-id.ts'

type SignalReader = (record: ActivityRecord) => OperationReading

/** @source Azure RBAC documentation, "Azure permissions": Microsoft.Insights, Microsoft.Network, Microsoft.Compute. */
const SIGNALS: ReadonlyMap<string, SignalReader> = new Map<string, SignalReader>([
  ['microsoft.insights/diagnosticsettings/delete', deleteDiagnosticSetting],
  ['microsoft.insights/diagnosticsettings/write', writeDiagnosticSetting],
  ['microsoft.insights/logprofiles/delete', (record) => trailCut(`log profile ${nameOf(record)} deleted`)],
  ['microsoft.network/networkwatchers/flowlogs/delete', (record) => flowLogsCut(`flow log ${nameOf(record)} deleted`)],
  ['microsoft.network/networkwatchers/flowlogs/write', writeFlowLog],
  ['microsoft.network/networkwatchers/configureflowlog/action', writeFlowLog],
  [
    'microsoft.network/networkwatchers/delete',
    (record) => flowLogsCut(`network watcher ${nameOf(record)} deleted with its flow logs`),
  ],
  ['microsoft.network/loadbalancers/write', changeBalancer],
  ['microsoft.network/loadbalancers/delete', changeBalancer],
  ['microsoft.network/loadbalancers/backendaddresspools/write', changeBalancer],
  ['microsoft.network/loadbalancers/backendaddresspools/delete', changeBalancer],
  ['microsoft.compute/virtualmachines/extensions/write', writeExtension],
  ['microsoft.compute/virtualmachinescalesets/extensions/write', writeExtension],
])

/** Reads a related operation; undefined for every other one. Of records that tell of one act only the last is an act. */
export function readSignal(record: ActivityRecord): OperationReading | undefined {
  const read = SIGNALS.get(record.operation)
  if (read === undefined) return undefined
  if (record.phase === 'begun' || record.phase === 'underway')
    return { is: 'irrelevant', because: 'the operation had begun; how it ended is a record of its own' }
  return read(record)
}

function nameOf({ resource }: ActivityRecord): string {
  return resource.path.at(-1) ?? 'of unknown name'
}

/** The setting of a subscription exports its activity log; one of a resource exports that resource's own logs. */
function deleteDiagnosticSetting(record: ActivityRecord): OperationReading {
  const whole = isOfSubscription(record)
  const whose = whole ? 'the subscription' : whoseLogs(record)
  return act(whole ? 'audit-trail-cut' : 'logging-cut', `diagnostic setting ${nameOf(record)} of ${whose} deleted`)
}

function whoseLogs({ resource }: ActivityRecord): string {
  return resource.id.split('/providers/microsoft.insights/')[0]?.split('/').slice(-2).join('/') ?? 'a resource'
}

function isOfSubscription({ resource }: ActivityRecord): boolean {
  return /^\/subscriptions\/[^/]+\/providers\/microsoft\.insights\//.test(resource.id)
}

/** Administrative events are what tells of copies. @source Azure Monitor documentation, "Categories in the Activity Log". */
function writeDiagnosticSetting(record: ActivityRecord): OperationReading {
  const logs = listOf(memberOf(bodyOf(record), 'logs')).map(asObject)
  const administrative = logs.find((log) => textOf(log, 'category')?.toLowerCase() === 'administrative')
  if (!isOfSubscription(record) || administrative === undefined || flagOf(administrative, 'enabled') !== false)
    return {
      is: 'irrelevant',
      because: 'the setting goes on exporting administrative events, as far as the record shows',
    }
  return trailCut(`diagnostic setting ${nameOf(record)} no longer exports administrative events`)
}

function writeFlowLog(record: ActivityRecord): OperationReading {
  const body: JsonObject = { ...record.request, ...bodyOf(record) }
  if (flagOf(body, 'enabled') !== false)
    return { is: 'irrelevant', because: 'the flow log goes on, as far as the record shows' }
  return flowLogsCut(`flow log ${nameOf(record)} switched off`)
}

/** A load balancer may stand behind a TAP; which one does, is in the TAP's own record. */
function changeBalancer(record: ActivityRecord): OperationReading {
  const part = record.resource.path.length > 2 ? `${lastPart(record.resource)} of ` : ''
  const how = record.operation.endsWith('/delete') ? 'deleted' : 'written'
  return act('load-balancer-changed', `${part}${ownerOf(record.resource)} ${how}`)
}

/** Network Watcher captures on a machine through its agent. @source Azure documentation, "Network Watcher Agent virtual machine extension". */
function writeExtension(record: ActivityRecord): OperationReading {
  const body = bodyOf(record)
  const words = [nameOf(record), textOf(body, 'publisher'), textOf(body, 'type')].join(' ').toLowerCase()
  if (!words.includes('networkwatcher')) return { is: 'irrelevant', because: 'the extension captures no packets' }
  return act('configuration-edited', `packet capture agent installed on ${ownerOf(record.resource)}`)
}

function trailCut(detail: string): OperationReading {
  return act('audit-trail-cut', detail)
}

function flowLogsCut(detail: string): OperationReading {
  return act('flow-logs-cut', detail)
}

function act(signal: RelatedAct['signal'], detail: string): OperationReading {
  return { is: 'act', act: { signal, detail } }
}
