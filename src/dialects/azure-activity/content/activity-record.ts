/** Writes the records of the examples, as diagnostic settings export them and as the REST API answers. */

const SUBSCRIPTION = '7f3a09c1-d2e4-4586-9000-000000000001'
const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'

/** What differs. `at` is the time on 14 November 2026; `resource` follows the resource group unless it begins with a slash. */
export interface ActivityExample {
  readonly at: string
  readonly operation: string
  readonly resource: string
  /** `Start`, `Accept`, `Success` or `Failure`; of the REST API `Started`, `Accepted`, `Succeeded` or `Failed`. */
  readonly status?: string
  /** What was asked for. */
  readonly body?: Readonly<Record<string, unknown>>
  readonly properties?: Readonly<Record<string, unknown>>
  /** Records of one act share it. */
  readonly act?: string
}

/** `/subscriptions/…/resourceGroups/rg-net/providers/Microsoft.Network/…`. */
export function networkResource(path: string): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network/${path}`
}

/** `/subscriptions/…/providers/…`: what belongs to a subscription as a whole. */
export function subscriptionResource(path: string): string {
  return `/subscriptions/${SUBSCRIPTION}/providers/${path}`
}

/** As diagnostic settings write it: names in capitals, the body as text. */
export function exported({ at, operation, resource, status = 'Success', body, properties, act = at }: ActivityExample) {
  return JSON.stringify({
    time: `2026-11-14T${at}.1000000Z`,
    resourceId: resource.toUpperCase(),
    operationName: operation.toUpperCase(),
    category: 'Administrative',
    resultType: status,
    resultSignature: `${status}.`,
    durationMs: 0,
    callerIpAddress: '203.0.113.9',
    correlationId: correlation(act),
    identity: {
      authorization: { action: operation, scope: resource, evidence: { role: 'Network Contributor' } },
      claims: { [UPN]: 'netops-1@example.com' },
    },
    level: 'Information',
    location: 'westeurope',
    properties: { ...(body === undefined ? {} : { requestbody: JSON.stringify(body) }), ...properties },
  })
}

/** As the REST API answers: every word with its translation, the body as text. */
export function answered(example: ActivityExample): string {
  const { at, operation, resource, status = 'Succeeded', body, properties, act = at } = example
  return JSON.stringify({
    authorization: { action: operation, scope: resource },
    caller: 'netops-1@example.com',
    claims: { ipaddr: '203.0.113.9' },
    correlationId: correlation(act),
    eventDataId: `00000000-0000-4000-8003-${at.replaceAll(':', '').padStart(12, '0')}`,
    eventTimestamp: `2026-11-14T${at}.100Z`,
    httpRequest: { clientIpAddress: '203.0.113.9', method: 'PUT' },
    operationName: { value: operation, localizedValue: operation },
    resourceGroupName: 'rg-net',
    resourceId: resource,
    status: { value: status, localizedValue: status },
    subscriptionId: SUBSCRIPTION,
    properties: { ...(body === undefined ? {} : { requestbody: JSON.stringify(body) }), ...properties },
  })
}

function correlation(act: string): string {
  return `00000000-0000-4000-8004-${act.replaceAll(':', '').padStart(12, '0')}`
}
