/**
 * Fields of records → columns of tables. `text` is a string column, or an expression that gives one; `json` is a dynamic expression into
 * which the rest of a path leads.
 * @source Azure Monitor Logs reference, pages of the tables
 */
import type { SentinelTable } from '../../../facts/log-content/log-source.ts'

/** Where a field stands. */
export type FieldPlace = { readonly text: string } | { readonly json: string }

/** By the field, or by the beginning of its path; the longest that fits counts. */
export const FIELDS: Readonly<Record<SentinelTable, Readonly<Record<string, FieldPlace>>>> = {
  AWSCloudTrail: {
    awsRegion: { text: 'AWSRegion' },
    errorCode: { text: 'ErrorCode' },
    errorMessage: { text: 'ErrorMessage' },
    eventID: { text: 'AwsEventId' },
    eventName: { text: 'EventName' },
    eventSource: { text: 'EventSource' },
    recipientAccountId: { text: 'RecipientAccountId' },
    requestParameters: { json: 'parse_json(RequestParameters)' },
    responseElements: { json: 'parse_json(ResponseElements)' },
    sourceIPAddress: { text: 'SourceIpAddress' },
    userAgent: { text: 'UserAgent' },
    'userIdentity.accountId': { text: 'UserIdentityAccountId' },
    'userIdentity.arn': { text: 'UserIdentityArn' },
    'userIdentity.invokedBy': { text: 'UserIdentityInvokedBy' },
    'userIdentity.principalId': { text: 'UserIdentityPrincipalid' },
    'userIdentity.sessionContext.sessionIssuer.arn': { text: 'SessionIssuerArn' },
    'userIdentity.type': { text: 'UserIdentityType' },
    'userIdentity.userName': { text: 'UserIdentityUserName' },
  },
  AzureActivity: {
    authorization: { json: 'Authorization_d' },
    caller: { text: 'Caller' },
    callerIpAddress: { text: 'CallerIpAddress' },
    correlationId: { text: 'CorrelationId' },
    'identity.authorization': { json: 'Authorization_d' },
    'identity.claims': { json: 'Claims_d' },
    operationName: { text: 'OperationNameValue' },
    'operationName.value': { text: 'OperationNameValue' },
    properties: { json: 'Properties_d' },
    resourceId: { text: '_ResourceId' },
    resultType: { text: 'ActivityStatusValue' },
    'status.value': { text: 'ActivityStatusValue' },
    subscriptionId: { text: 'SubscriptionId' },
  },
  GCPAuditLogs: {
    insertId: { text: 'InsertId' },
    logName: { text: 'LogName' },
    // The table does not say which entry of a long operation a row is; of its entries the first alone has the request, and most
    // services know no long operations.
    'operation.first': { text: 'iff(isnotempty(tostring(Request)), "true", "")' },
    'operation.id': {
      text: 'iff(isempty(tostring(Request)) and ServiceName in~ ("compute.googleapis.com", "networksecurity.googleapis.com"), "unknown", "")',
    },
    'protoPayload.authenticationInfo': { json: 'AuthenticationInfo' },
    'protoPayload.authenticationInfo.principalEmail': { text: 'PrincipalEmail' },
    'protoPayload.authorizationInfo': { json: 'AuthorizationInfo' },
    'protoPayload.metadata': { json: 'Metadata' },
    'protoPayload.methodName': { text: 'MethodName' },
    'protoPayload.request': { json: 'Request' },
    'protoPayload.requestMetadata': { json: 'RequestMetadata' },
    'protoPayload.resourceName': { text: 'GCPResourceName' },
    'protoPayload.response': { json: 'Response' },
    'protoPayload.serviceData': { json: 'ServiceData' },
    'protoPayload.serviceName': { text: 'ServiceName' },
    'protoPayload.status': { json: 'Status' },
    'resource.labels.project_id': { text: 'ProjectId' },
    'resource.type': { text: 'GCPResourceType' },
  },
  Syslog: { message: { text: 'Line' } },
  CommonSecurityLog: { message: { text: 'Line' } },
}
