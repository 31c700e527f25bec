/** Writes the entries of the examples: what every audit log entry has, with what makes one different. */

/** What differs. `at` is the time on 14 November 2026; `method` has its version; the service is that of the method. */
export interface EntryExample {
  readonly at: string
  readonly service: string
  readonly method: string
  /** Path below the project, unless it begins with `organizations/`. */
  readonly resource: string
  readonly request?: Readonly<Record<string, unknown>>
  /** Members of the audit record in place of, or beside, the usual ones. */
  readonly members?: Readonly<Record<string, unknown>>
  /** First or last entry of a long operation; absent where one entry tells the whole. */
  readonly operation?: { readonly id: string; readonly first?: true; readonly last?: true }
}

/** The JSON of one entry. */
export function auditEntry(example: EntryExample): string {
  const { at, service, method, resource, request, members, operation } = example
  return JSON.stringify({
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      serviceName: `${service}.googleapis.com`,
      methodName: method,
      resourceName: /^organizations\//.test(resource) ? resource : `projects/acme-prod/${resource}`,
      authenticationInfo: {
        principalEmail: 'netops-1@example.com',
        principalSubject: 'user:netops-1@example.com',
      },
      requestMetadata: { callerIp: '203.0.113.9', callerSuppliedUserAgent: 'google-cloud-sdk gcloud/470.0.0' },
      ...(request === undefined ? {} : { request: { '@type': `type.googleapis.com/${method}`, ...request } }),
      ...members,
    },
    insertId: `-ins${at.replaceAll(':', '')}`,
    resource: { type: 'audited_resource', labels: { project_id: 'acme-prod' } },
    timestamp: `2026-11-14T${at}.123456Z`,
    severity: 'NOTICE',
    logName: 'projects/acme-prod/logs/cloudaudit.googleapis.com%2Factivity',
    ...(operation === undefined ? {} : { operation: { producer: `${service}.googleapis.com`, ...operation } }),
  })
}
