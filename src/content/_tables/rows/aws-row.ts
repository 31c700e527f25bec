/** A CloudTrail record → its row of AWSCloudTrail. @source Azure Monitor Logs reference, "AWSCloudTrail" */
import type { JsonRow } from '../../_kusto/run-query.ts'
import { at, jsonText, textAt } from './members.ts'

/** Request and answer become JSON text; the identity is spread over columns. */
export function toAwsRow(record: unknown): JsonRow {
  const identity = at(record, 'userIdentity')
  const session = at(identity, 'sessionContext')
  const issuer = at(session, 'sessionIssuer')
  return {
    TimeGenerated: textAt(record, 'eventTime'),
    AwsEventId: textAt(record, 'eventID'),
    AwsRequestId_: textAt(record, 'requestID'),
    AWSRegion: textAt(record, 'awsRegion'),
    Category: textAt(record, 'eventCategory'),
    ErrorCode: textAt(record, 'errorCode'),
    ErrorMessage: textAt(record, 'errorMessage'),
    EventName: textAt(record, 'eventName'),
    EventSource: textAt(record, 'eventSource'),
    EventTypeName: textAt(record, 'eventType'),
    EventVersion: textAt(record, 'eventVersion'),
    ManagementEvent: at(record, 'managementEvent'),
    OperationName: 'CloudTrail',
    ReadOnly: at(record, 'readOnly'),
    RecipientAccountId: textAt(record, 'recipientAccountId'),
    RequestParameters: jsonText(at(record, 'requestParameters')),
    ResponseElements: jsonText(at(record, 'responseElements')),
    Resources: jsonText(at(record, 'resources')),
    SessionCreationDate: textAt(session, 'attributes', 'creationDate'),
    SessionMfaAuthenticated: textAt(session, 'attributes', 'mfaAuthenticated'),
    SessionIssuerAccountId: textAt(issuer, 'accountId'),
    SessionIssuerArn: textAt(issuer, 'arn'),
    SessionIssuerPrincipalId: textAt(issuer, 'principalId'),
    SessionIssuerType: textAt(issuer, 'type'),
    SessionIssuerUserName: textAt(issuer, 'userName'),
    SourceIpAddress: textAt(record, 'sourceIPAddress'),
    Type: 'AWSCloudTrail',
    UserAgent: textAt(record, 'userAgent'),
    UserIdentityAccessKeyId: textAt(identity, 'accessKeyId'),
    UserIdentityAccountId: textAt(identity, 'accountId'),
    UserIdentityArn: textAt(identity, 'arn'),
    UserIdentityInvokedBy: textAt(identity, 'invokedBy'),
    UserIdentityPrincipalid: textAt(identity, 'principalId'),
    UserIdentityType: textAt(identity, 'type'),
    UserIdentityUserName: textAt(identity, 'userName'),
  }
}
