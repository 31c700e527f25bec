/** Brings a record that other systems wrapped or rewrote into rows back to the names CloudTrail gives its members. Never throws. */
import { memberAt, objectIn, valueIn } from '../_audit-records/embedded-json.ts'
import { definedOnly, isObject, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'

/** Under these names other systems deliver the record: rule tests (`event`) and EventBridge (`detail`). */
const WRAPPERS = ['event', 'detail']

/** The members of a CloudTrail record, whatever it came in. What is no record comes back as it is. */
export function toTrailMembers(value: JsonObject): JsonObject {
  const members = unwrap(value)
  return fromElastic(members) ?? fromSentinel(members) ?? members
}

function unwrap(value: JsonObject): JsonObject {
  if (isRecord(value)) return value
  for (const name of WRAPPERS) {
    const inner = value[name]
    if (isObject(inner)) return isRecord(inner) ? inner : unwrapOnce(value, inner)
  }
  return value
}

/** A rule test may hold an EventBridge event: two wrappers, never more. */
function unwrapOnce(value: JsonObject, outer: JsonObject): JsonObject {
  const inner = WRAPPERS.map((name) => outer[name]).find(isObject)
  return inner !== undefined && isRecord(inner) ? inner : value
}

function isRecord(value: JsonObject): boolean {
  return memberOf(value, 'eventSource') !== undefined
}

/**
 * Elastic's integration: the record as it was where that is kept, else its fields under their ECS names, nested or dotted.
 *
 * @source Elastic AWS integration, CloudTrail data stream, exported fields.
 */
function fromElastic(value: JsonObject): JsonObject | undefined {
  const field = (path: string) => memberAt(value, path)
  const trail = (path: string) => field(`aws.cloudtrail.${path}`)
  if (field('event.provider') === undefined || trail('event_version') === undefined) return undefined
  const original = objectIn(field('event.original'))
  if (isRecord(original)) return original
  const type = trail('user_identity.type')
  return definedOnly({
    eventSource: field('event.provider'),
    eventName: field('event.action'),
    eventID: field('event.id'),
    eventTime: field('@timestamp'),
    awsRegion: field('cloud.region'),
    recipientAccountId: trail('recipient_account_id') ?? field('cloud.account.id'),
    sourceIPAddress: field('source.address') ?? field('source.ip'),
    userAgent: field('user_agent.original'),
    errorCode: trail('error_code'),
    errorMessage: trail('error_message'),
    requestID: trail('request_id'),
    sessionCredentialFromConsole: trail('session_credential_from_console'),
    requestParameters: trail('flattened.request_parameters') ?? valueIn(trail('request_parameters')),
    responseElements: trail('flattened.response_elements') ?? valueIn(trail('response_elements')),
    userIdentity: {
      type,
      arn: trail('user_identity.arn'),
      principalId: field('user.id'),
      invokedBy: trail('user_identity.invoked_by'),
      ...(type === 'IAMUser' ? { userName: field('user.name') } : {}),
      sessionContext: {
        attributes: {
          mfaAuthenticated: trail('user_identity.session_context.mfa_authenticated'),
          creationDate: trail('user_identity.session_context.creation_date'),
        },
        sessionIssuer: { arn: trail('user_identity.session_context.session_issuer.arn') },
      },
    },
  })
}

/** Columns of the table that have another name than CloudTrail's member. @source Azure Monitor Logs reference, AWSCloudTrail. */
const COLUMNS = {
  eventID: 'AwsEventId',
  requestID: 'AwsRequestId',
  eventTime: 'TimeGenerated',
  eventSource: 'EventSource',
  eventName: 'EventName',
  awsRegion: 'AWSRegion',
  recipientAccountId: 'RecipientAccountId',
  sourceIPAddress: 'SourceIpAddress',
  userAgent: 'UserAgent',
  errorCode: 'ErrorCode',
  errorMessage: 'ErrorMessage',
} as const

/** A row of Sentinel's table: identities are spread over columns, request and answer are text. */
function fromSentinel(row: JsonObject): JsonObject | undefined {
  if (textOf(row, 'AwsEventId') === undefined && textOf(row, 'UserIdentityType') === undefined) return undefined
  return definedOnly({
    ...Object.fromEntries(Object.entries(COLUMNS).map(([member, column]) => [member, row[column]])),
    requestParameters: valueIn(row['RequestParameters']),
    responseElements: valueIn(row['ResponseElements']),
    userIdentity: {
      type: row['UserIdentityType'],
      principalId: row['UserIdentityPrincipalid'],
      arn: row['UserIdentityArn'],
      accountId: row['UserIdentityAccountId'],
      userName: row['UserIdentityUserName'],
      invokedBy: row['UserIdentityInvokedBy'],
      sessionContext: {
        attributes: { mfaAuthenticated: row['SessionMfaAuthenticated'], creationDate: row['SessionCreationDate'] },
        sessionIssuer: { arn: row['SessionIssuerArn'], userName: row['SessionIssuerUserName'] },
      },
    },
  })
}
