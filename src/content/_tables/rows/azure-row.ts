/**
 * A record of the Activity Log → its row of AzureActivity. The connector writes names in capitals today and wrote them mixed before; a row
 * keeps the case of its record, so that rules are tried on both.
 * @source Azure Monitor Logs reference, "AzureActivity"; Azure Monitor, "Azure Activity Log event schema"
 */
import type { JsonRow } from '../../_kusto/run-query.ts'
import { at, jsonText, textAt } from './members.ts'

/** Words of the REST API → words of the table. */
const STATUS: Readonly<Record<string, string>> = {
  Started: 'Start',
  Accepted: 'Accept',
  Succeeded: 'Success',
  Failed: 'Failure',
}

const CLAIM = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/'

/** Either shape: as diagnostic settings export it, or as the REST API answers. */
export function toAzureRow(record: unknown): JsonRow {
  const authorization = at(record, 'authorization') ?? at(record, 'identity', 'authorization')
  const claims = at(record, 'claims') ?? at(record, 'identity', 'claims')
  const properties = at(record, 'properties')
  return {
    ...said(record),
    ...ofResource(record),
    Authorization: jsonText(authorization),
    Authorization_d: authorization,
    Caller: textAt(record, 'caller') ?? callerOf(claims),
    CallerIpAddress: textAt(record, 'callerIpAddress') ?? textAt(record, 'httpRequest', 'clientIpAddress'),
    Claims: jsonText(claims),
    Claims_d: claims,
    HTTPRequest: jsonText(at(record, 'httpRequest')),
    Properties: jsonText(properties),
    Properties_d: properties,
    SourceSystem: 'Azure',
    Type: 'AzureActivity',
  }
}

function said(record: unknown): JsonRow {
  const status = textAt(record, 'resultType') ?? textAt(record, 'status', 'value') ?? ''
  return {
    TimeGenerated: textAt(record, 'time') ?? textAt(record, 'eventTimestamp'),
    ActivityStatusValue: STATUS[status] ?? status,
    ActivitySubstatusValue: textAt(record, 'resultSignature') ?? textAt(record, 'subStatus', 'value'),
    CategoryValue: textAt(record, 'category', 'value') ?? textAt(record, 'category'),
    CorrelationId: textAt(record, 'correlationId'),
    EventDataId: textAt(record, 'eventDataId'),
    Level: textAt(record, 'level'),
    OperationNameValue: textAt(record, 'operationName', 'value') ?? textAt(record, 'operationName'),
  }
}

function ofResource(record: unknown): JsonRow {
  const resourceId = textAt(record, 'resourceId') ?? ''
  return {
    ResourceGroup: partOf(resourceId, 'resourceGroups'),
    ResourceProviderValue: partOf(resourceId, 'providers')?.toUpperCase(),
    SubscriptionId: partOf(resourceId, 'subscriptions') ?? textAt(record, 'subscriptionId'),
    _ResourceId: resourceId.toLowerCase(),
  }
}

function callerOf(claims: unknown): string | undefined {
  return textAt(claims, `${CLAIM}upn`) ?? textAt(claims, `${CLAIM}name`) ?? textAt(claims, 'appid')
}

/** `/subscriptions/S/resourceGroups/G/…`: what follows a word, whatever its case. */
function partOf(resourceId: string, word: string): string | undefined {
  const parts = resourceId.split('/')
  const position = parts.findIndex((part) => part.toLowerCase() === word.toLowerCase())
  return position < 0 ? undefined : parts[position + 1]
}
