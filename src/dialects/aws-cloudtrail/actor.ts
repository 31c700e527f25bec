/** Who made a call: the `userIdentity` of a record in all its types. */
import type { Actor } from '../../facts/schema-parts.ts'
import { parseInstant } from '../../kit/instant.ts'
import { asObject, definedOnly, flagOf, type JsonObject, memberOf, textOf } from '../_audit-records/fields.ts'
import { redactForms } from '../_audit-records/redact.ts'
import { accountOf } from './number-fields.ts'

/** @source AWS IAM user guide, "IAM identifiers": ARN of an assumed-role session. */
const ASSUMED_ROLE = /:assumed-role\/[^/]+\/(.+)$/
/** The role of an assumed-role session; a user without the path above the name. `user/ops/netops-2` → `netops-2`. */
const ROLE_OR_USER = /:(?:assumed-role\/|user\/(?:[^/]+\/)*)([^/]+)/
/** Longer than any ARN. */
const MAX_ARN_LENGTH = 2048

/**
 * Reads the actor. An assumed role acts under the role's name and in a session, a user under his own, the owner of the
 * account as `root`. An identity of another account than the recipient's names it in `issuer`: `aws:444455556666`.
 *
 * `{ account: 'mirror-admin', session: 'netops-1', role: 'arn:aws:sts::111122223333:assumed-role/mirror-admin/netops-1', … }`
 *
 * @source AWS CloudTrail user guide, "CloudTrail userIdentity element".
 */
export function readActor(members: JsonObject, recipient: string | undefined): Actor {
  const identity = asObject(memberOf(members, 'userIdentity'))
  const session = asObject(memberOf(identity, 'sessionContext'))
  const sessionIssuer = asObject(memberOf(session, 'sessionIssuer'))
  const agent = textOf(members, 'userAgent')
  const role = textOf(identity, 'arn')
  return definedOnly({
    account: accountName(identity, sessionIssuer),
    from: textOf(members, 'sourceIPAddress'),
    role,
    session: ASSUMED_ROLE.exec(role?.slice(0, MAX_ARN_LENGTH) ?? '')?.[1],
    issuer: issuerOf(identity, session) ?? otherAccount(identity, recipient),
    agent: agent === undefined ? undefined : redactForms(agent),
    mfa: flagOf(asObject(memberOf(session, 'attributes')), 'mfaAuthenticated'),
    privilegeSince: roleSessionStart(identity, session),
    invokedBy: textOf(identity, 'invokedBy'),
  })
}

/** A user holds his rights without a session; a role is held from the moment it was assumed. */
function roleSessionStart(identity: JsonObject, session: JsonObject): string | undefined {
  if (textOf(identity, 'type') !== 'AssumedRole') return undefined
  const written = textOf(asObject(memberOf(session, 'attributes')), 'creationDate')
  return written === undefined ? undefined : parseInstant(written)
}

function accountName(identity: JsonObject, sessionIssuer: JsonObject): string | undefined {
  const arn = textOf(identity, 'arn') ?? ''
  switch (textOf(identity, 'type')) {
    case 'Root':
      return 'root'
    case 'FederatedUser':
      return /:federated-user\/(.+)$/.exec(arn)?.[1] ?? textOf(sessionIssuer, 'userName')
    case 'AWSService':
      return textOf(identity, 'invokedBy')
    default:
      return (
        namedIn(identity, sessionIssuer) ??
        ROLE_OR_USER.exec(arn.slice(0, MAX_ARN_LENGTH))?.[1] ??
        principalOf(identity)
      )
  }
}

function namedIn(identity: JsonObject, sessionIssuer: JsonObject): string | undefined {
  return textOf(sessionIssuer, 'userName') ?? textOf(identity, 'userName')
}

function principalOf(identity: JsonObject): string | undefined {
  return textOf(identity, 'principalId') ?? textOf(identity, 'invokedBy')
}

/** The provider of a federated identity: in the session of a role, or of the call that opened one. */
function issuerOf(identity: JsonObject, session: JsonObject): string | undefined {
  const federation = asObject(memberOf(session, 'webIdFederationData'))
  const federatedBy = textOf(federation, 'federatedProvider') ?? textOf(identity, 'identityProvider')
  if (federatedBy !== undefined || textOf(identity, 'type') !== 'FederatedUser') return federatedBy
  return textOf(asObject(memberOf(session, 'sessionIssuer')), 'arn')
}

function otherAccount(identity: JsonObject, recipient: string | undefined): string | undefined {
  const own = accountOf(identity, 'accountId')
  return own === undefined || own === recipient ? undefined : `aws:${own}`
}
