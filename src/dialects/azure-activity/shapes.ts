/**
 * One record of the Activity Log in any of its exports, brought to one set of names: diagnostic settings (Event Hub, storage),
 * the tables of Log Analytics, and the REST API. Never throws.
 */
import { objectIn } from '../_audit-records/embedded-json.ts'
import { asObject, definedOnly, isObject, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'

/** Rule tests deliver the record under this name. */
const WRAPPER = 'event'

/** What the exports call by different names; texts as the export has them. */
export interface ActivityMembers {
  readonly all: JsonObject
  readonly operation: string | undefined
  readonly resourceId: string | undefined
  readonly subscriptionId: string | undefined
  readonly resourceGroup: string | undefined
  /** `Start`, `Succeeded` …, and what says more of it: `Forbidden`, `Succeeded.Created`. */
  readonly status: string | undefined
  readonly substatus: string | undefined
  readonly caller: string | undefined
  readonly callerIp: string | undefined
  readonly correlationId: string | undefined
  readonly eventDataId: string | undefined
  readonly time: string | undefined
  readonly claims: JsonObject
  readonly authorization: JsonObject
  readonly properties: JsonObject
}

/**
 * Reads the members by whatever name they have.
 *
 * @source Azure Monitor documentation, "Azure Activity Log event schema": schema from the REST API, schema from storage account
 * and event hubs. @source Azure Monitor Logs reference, AzureActivity: `OperationName` and `ActivityStatus` are not filled any more.
 */
export function readMembers(value: JsonObject): ActivityMembers {
  const all = unwrap(value)
  const identity = objectIn(memberOf(all, 'identity'))
  const request = objectOf(all, ['httpRequest', 'HTTPRequest', 'httpRequest_d'])
  const authorization = {
    ...objectOf(all, ['authorization', 'authorization_d']),
    ...asObject(identity['authorization']),
  }
  const first = (...names: readonly string[]) =>
    names.map((name) => wordOf(all, name)).find((word) => word !== undefined)
  return {
    all,
    operation: first('operationNameValue', 'operationName') ?? textOf(authorization, 'action'),
    resourceId: first('resourceId', '_ResourceId') ?? textOf(authorization, 'scope'),
    subscriptionId: first('subscriptionId'),
    resourceGroup: first('resourceGroupName', 'resourceGroup'),
    status: first('activityStatusValue', 'status', 'resultType'),
    substatus: first('activitySubstatusValue', 'subStatus', 'resultSignature'),
    caller: first('caller'),
    callerIp: first('callerIpAddress') ?? textOf(request, 'clientIpAddress'),
    correlationId: first('correlationId'),
    eventDataId: first('eventDataId'),
    time: first('eventTimestamp', 'time', 'timeGenerated'),
    claims: { ...objectOf(all, ['claims', 'claims_d']), ...asObject(identity['claims']) },
    authorization,
    properties: objectOf(all, ['properties', 'properties_d']),
  }
}

/**
 * A row of Log Analytics under the names of diagnostic settings; every other export as it is, without its wrapper.
 *
 * @source Azure Monitor Logs reference, AzureActivity. @source Azure Monitor documentation, "Azure Activity Log event schema".
 */
export function toDiagnosticRecord(value: JsonObject): JsonObject {
  const members = readMembers(value)
  if (textOf(members.all, 'operationNameValue') === undefined) return members.all
  const { time, operation, resourceId, status, substatus, caller, callerIp, correlationId } = members
  const { claims, authorization, properties } = members
  return definedOnly({
    time,
    operationName: operation,
    resourceId,
    resultType: status,
    resultSignature: substatus,
    caller,
    callerIpAddress: callerIp,
    correlationId,
    identity: { authorization, claims },
    properties,
  })
}

function unwrap(value: JsonObject): JsonObject {
  const inner = value[WRAPPER]
  return isObject(inner) && memberOf(inner, 'operationName') !== undefined ? inner : value
}

/** The first of several members that holds anything: a table has a column as text and one as an object. */
function objectOf(all: JsonObject, names: readonly string[]): JsonObject {
  return names.map((name) => objectIn(memberOf(all, name))).find((object) => Object.keys(object).length > 0) ?? {}
}

/** A word by itself, or with its translation beside it: `{ value: 'Succeeded', localizedValue: … }`. */
function wordOf(all: JsonObject, name: string): string | undefined {
  const member = memberOf(all, name)
  return isObject(member) ? textOf(member, 'value') : textOf(all, name)
}
