/** Who called: a person by the principal name, a service principal or managed identity by what names it. */
import type { Actor } from '../../facts/schema-parts.ts'
import { asObject, definedOnly, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import type { ActivityMembers } from './shapes.ts'

/**
 * Claims by their long and their short names.
 *
 * @source Microsoft identity platform documentation, "Access token claims reference" (`upn`, `appid`, `oid`, `amr`, `iss`), and
 * "Azure Activity Log event schema", `claims`.
 */
const CLAIMS = {
  principalName: ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn', 'upn'],
  name: ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'unique_name', 'name'],
  objectId: ['http://schemas.microsoft.com/identity/claims/objectidentifier', 'oid', 'objectidentifier'],
  methods: ['http://schemas.microsoft.com/claims/authnmethodsreferences', 'amr'],
  application: ['appid', 'azp'],
  managedIdentity: ['xms_mirid'],
  issuer: ['iss'],
} as const

/** Applications that people use by hand. @source Microsoft Entra documentation, "Application IDs of commonly used Microsoft applications". */
const APPLICATIONS: ReadonlyMap<string, string> = new Map([
  ['04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'Azure CLI'],
  ['1950a258-227b-4e31-a9cf-717495945fc2', 'Azure PowerShell'],
  ['c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'Azure portal'],
])

/**
 * Reads the actor: `{ account: 'netops-1@example.com', from: '203.0.113.9', role: 'Network Contributor', agent: 'Azure CLI', mfa: true }`.
 * `role` is what the call was allowed by; `agent` the application, since the log names no user agent.
 */
export function readActor({ caller, callerIp, claims, authorization }: ActivityMembers): Actor {
  const claim = (names: readonly string[]) => firstText(claims, names)
  const application = claim(CLAIMS.application)
  const evidence = asObject(memberOf(authorization, 'evidence'))
  const identity = claim(CLAIMS.managedIdentity)
  return definedOnly({
    account: caller ?? claim(CLAIMS.principalName) ?? claim(CLAIMS.name) ?? claim(CLAIMS.objectId) ?? application,
    from: callerIp,
    role: textOf(evidence, 'role') ?? textOf(authorization, 'role'),
    session: identity?.slice(identity.lastIndexOf('/') + 1),
    issuer: claim(CLAIMS.issuer),
    agent: application === undefined ? undefined : (APPLICATIONS.get(application) ?? `application ${application}`),
    mfa: secondFactor(claims),
  })
}

/** Whether the call came through the portal, where a person clicks. */
export function isFromPortal({ claims }: ActivityMembers): boolean {
  return APPLICATIONS.get(firstText(claims, CLAIMS.application) ?? '') === 'Azure portal'
}

/** `pwd,mfa` or `["pwd","mfa"]`; undefined where no method is named, as for every application. */
function secondFactor(claims: JsonObject): boolean | undefined {
  const value = CLAIMS.methods.map((name) => memberOf(claims, name)).find((found) => found !== undefined)
  const methods = Array.isArray(value) ? value : typeof value === 'string' ? value.slice(0, 256).split(/[\s,]+/) : []
  return methods.length === 0 ? undefined : methods.some((method) => method === 'mfa' || method === 'ngcmfa')
}

function firstText(claims: JsonObject, names: readonly string[]): string | undefined {
  return names.map((name) => textOf(claims, name)).find((text) => text !== undefined)
}
