/**
 * Members of records that are lists. Kusto steps into a list by number only, so what a condition asks of any element is asked of the list's
 * JSON text.
 * @source AWS CloudTrail API reference, PutEventSelectors; AWS RAM, CreateResourceShare; Elastic Load Balancing, RegisterTargets;
 * Amazon EC2, DeleteTags; Google Cloud, AuditLog, PolicyDelta and LogSink; Azure Monitor, "Diagnostic Settings - Create Or Update"
 */
export const LIST_MEMBERS: ReadonlySet<string> = new Set([
  'advancedEventSelectors',
  'auditConfigDeltas',
  'authorizationInfo',
  'bindingDeltas',
  'equals',
  'errors',
  'eventSelectors',
  'exclusions',
  'fieldSelectors',
  'items',
  'logs',
  'principals',
  'resourceArns',
  'targets',
])
