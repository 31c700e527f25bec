/** One record of an Azure flow log: an hour or a minute of one interface, with all its flows. */
import { asList, asObject, isObject, type JsonObject, textOf } from '../_records/members.ts'
import type { FlowSink, RecordEnding } from '../contract.ts'
import { type TupleLayout, takeTuple } from './take-tuple.ts'

/** A text in a list of tuples, and how it is laid out. */
interface Tuple {
  readonly text: unknown
  readonly layout: TupleLayout
}

/**
 * Takes the rows of all tuples of a record.
 *
 * @source Microsoft Learn, "Virtual network flow logs" (`flowRecords.flows[].flowGroups[].flowTuples`) and "Flow logging for
 * network security groups" (`properties.flows[].flows[].flowTuples`)
 */
export function readRecord(record: string | JsonObject, sink: FlowSink): RecordEnding {
  if (!isObject(record)) return 'unrecognised'
  const groups = isObject(record['flowRecords']) ? virtualNetwork(record['flowRecords']) : securityGroup(record)
  if (groups === undefined) return 'unrecognised'
  sink.observer('account', subscriptionOf(record))
  let taken = 0
  let damaged = 0
  for (const { text, layout } of groups) {
    const end = takeTuple(text, layout, sink)
    if (end === 'row') taken += 1
    if (end === 'damaged') damaged += 1
  }
  if (damaged > 0) sink.count('malformed', damaged)
  if (taken > 0) return 'rows'
  return damaged > 0 ? 'unrecognised' : 'irrelevant'
}

function* virtualNetwork({ flows }: JsonObject): Generator<Tuple> {
  for (const flow of asList(flows))
    for (const group of asList(asObject(flow)['flowGroups'])) yield* tuplesOf(group, 'virtual-network')
}

function securityGroup(record: JsonObject): Generator<Tuple> | undefined {
  const { flows } = asObject(record['properties'])
  return Array.isArray(flows) ? securityRules(flows) : undefined
}

function* securityRules(rules: readonly unknown[]): Generator<Tuple> {
  for (const rule of rules) for (const flow of asList(asObject(rule)['flows'])) yield* tuplesOf(flow, 'security-group')
}

function* tuplesOf(group: unknown, layout: TupleLayout): Generator<Tuple> {
  for (const text of asList(asObject(group)['flowTuples'])) yield { text, layout }
}

/** `azure:7f3a09c1-…`: the subscription of what is logged. */
function subscriptionOf(record: JsonObject): string {
  const id = textOf(record['targetResourceID'] ?? record['resourceId'] ?? record['flowLogResourceID'])
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]
  return subscription === undefined ? '' : `azure:${subscription.toLowerCase()}`
}
