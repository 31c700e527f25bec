/** Who called: a user, a service account, or somebody who acts as one. */
import type { Actor } from '../../facts/schema-parts.ts'
import { asObject, definedOnly, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import { listOf } from '../_audit-records/lists.ts'
import { redactForms } from '../_audit-records/redact.ts'

/** A federated caller: `principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/subject/…`. */
const FEDERATED = /^principal(?:Set)?:\/\/([^\s]{1,512}?)\/(?:subject|attribute|group)/i

/**
 * Reads the actor: `{ account: 'netops-1@example.com', from: '203.0.113.9', role: 'user', agent: 'google-cloud-sdk gcloud/…' }`. A service account that somebody acts as names
 * him in `session`.
 *
 * @source Cloud Audit Logs reference, AuthenticationInfo (`principalSubject`, `serviceAccountDelegationInfo`), RequestMetadata.
 */
export function readActor(audit: JsonObject): Actor {
  const authentication = asObject(audit['authenticationInfo'])
  const metadata = asObject(audit['requestMetadata'])
  const email = textOf(authentication, 'principalEmail')
  const subject = textOf(authentication, 'principalSubject')
  const agent = textOf(metadata, 'callerSuppliedUserAgent')
  const delegate = delegateOf(authentication)
  return definedOnly({
    account: email ?? subject,
    from: textOf(metadata, 'callerIp'),
    role: kindOf(email, subject),
    session: delegate,
    issuer: FEDERATED.exec(subject ?? '')?.[1] ?? FEDERATED.exec(delegate ?? '')?.[1],
    agent: agent === undefined ? undefined : redactForms(agent),
  })
}

/** Whether a person clicked in the console: its calls carry a browser's name. */
export function isFromConsole({ agent }: Actor): boolean {
  return agent?.startsWith('Mozilla/') === true
}

/** `user:…`, `serviceAccount:…` of the subject; service accounts are known by their address, too. */
function kindOf(email = '', subject = ''): string | undefined {
  const kind = /^([a-z]{1,32}):(?!\/)/i.exec(subject)?.[1]
  if (kind !== undefined) return kind
  if (FEDERATED.test(subject)) return 'principal'
  if (email.endsWith('gserviceaccount.com')) return 'serviceAccount'
  return email === '' ? undefined : 'user'
}

/** The first of those who acted for each other. */
function delegateOf(authentication: JsonObject): string | undefined {
  const chain = listOf(memberOf(authentication, 'serviceAccountDelegationInfo')).map(asObject)
  return chain
    .flatMap(
      (link) =>
        textOf(asObject(link['firstPartyPrincipal']), 'principalEmail') ?? textOf(link, 'principalSubject') ?? [],
    )
    .at(0)
}
