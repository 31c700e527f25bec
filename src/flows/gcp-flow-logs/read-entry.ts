/** One entry of Cloud Logging with a flow in it. */
import { fillRow } from '../_records/fill-row.ts'
import { asObject, isObject, type JsonObject, textOf } from '../_records/members.ts'
import { momentOf, SECONDS } from '../_records/moments.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'

/** The log of subnets, and that of the newer configurations (networks, VLAN attachments, VPN tunnels). */
const LOG_NAME = /\/logs\/(?:compute|networkmanagement)\.googleapis\.com(?:%2F|\/)vpc_flows$/i

/** Whether an entry is one of a VPC flow log: by its log, and by the connection in it. */
export function isFlowEntry(entry: JsonObject): boolean {
  return LOG_NAME.test(textOf(entry['logName'])) && isObject(asObject(entry['jsonPayload'])['connection'])
}

/**
 * Takes the row of an entry. Amounts are what the source sent.
 *
 * @source Google Cloud documentation, "About VPC Flow Logs records": `connection` (IpConnection), `bytes_sent`, `packets_sent`,
 * `start_time`, `end_time`
 */
export function readEntry(entry: string | JsonObject, sink: FlowSink): RecordEnding {
  if (!isObject(entry) || !isFlowEntry(entry)) return 'unrecognised'
  const payload = asObject(entry['jsonPayload'])
  const connection = asObject(payload['connection'])
  const { row } = sink
  const hasEnds = fillRow(row, {
    source: connection['src_ip'],
    destination: connection['dest_ip'],
    protocol: connection['protocol'],
    sourcePort: connection['src_port'],
    destinationPort: connection['dest_port'],
    bytes: payload['bytes_sent'],
    packets: payload['packets_sent'],
  })
  if (!hasEnds) return 'unrecognised'
  row.startMs = momentOf(payload['start_time'], SECONDS) || momentOf(entry['timestamp'], SECONDS)
  row.endMs = momentOf(payload['end_time'], SECONDS) || row.startMs
  sink.observer('account', projectOf(entry))
  sink.take('record')
  return 'rows'
}

/** `gcp:acme-prod`: the project whose log it is. */
function projectOf(entry: JsonObject): string {
  const labelled = textOf(asObject(asObject(entry['resource'])['labels'])['project_id'])
  const project = labelled === '' ? /^projects\/([^/]+)/.exec(textOf(entry['logName']))?.[1] : labelled
  return project === undefined ? '' : `gcp:${project}`
}
