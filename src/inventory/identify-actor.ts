/** Whether somebody who changed mirroring is known to the inventory, and as what. */
import type { Actor } from '../facts/schema-parts.ts'
import type { Inventory } from './inventory.ts'
import { isWithin } from './matching/collectors.ts'
import { matchesPattern } from './matching/pattern.ts'
import { scopeCovers } from './matching/scope.ts'
import type { Admin, Automation, Scope } from './schema/permission.ts'
import type { Subject } from './subject.ts'

/** `{ known: false, as: 'automation', because: 'automation mirror-pipeline acted from 203.0.113.9, outside its networks' }`. */
export interface IdentifiedActor {
  readonly known: boolean
  /** What the identity is listed as, whether or not it acted from where it should. */
  readonly as: 'admin' | 'automation' | 'unknown'
  readonly because: string
}

/**
 * Identifies the actor of a change to a subject. Automation is asked first and needs its network, so that a pipeline's identity
 * in a person's hands is not known. An administrator whose address no record names is known: most command logs name none.
 * The user agent is never looked at, because anybody can write anything there.
 */
export function identifyActor(actor: Actor, subject: Subject, inventory: Inventory): IdentifiedActor {
  const automation = inventory.automation.filter((entry) => covers(entry.scope, subject) && isIdentity(entry, actor))
  if (automation.length > 0) return judgeAutomation(automation, actor)
  const admins = inventory.admins.filter(({ account, scope }) => account === actor.account && covers(scope, subject))
  if (admins.length > 0) return judgeAdmin(admins, actor)
  const { account = actor.role, role } = actor
  const expected = inventory.tuning.UserIdentity?.find((name) => name === account || isRole(name, role))
  if (expected !== undefined) return { known: true, as: 'admin', because: `UserIdentity names ${expected}` }
  if (account === undefined) return { known: false, as: 'unknown', because: 'no record names the account' }
  return { known: false, as: 'unknown', because: `the inventory lists no administrator ${account} for ${subject.id}` }
}

function covers(scope: Scope | undefined, subject: Subject): boolean {
  return scope === undefined || scopeCovers(scope, subject)
}

/** Every member that the entry gives must be the actor's; an entry that gives none means nobody. */
function isIdentity({ account, role, issuer }: Automation, actor: Actor): boolean {
  if (account === undefined && role === undefined && issuer === undefined) return false
  return (
    (account === undefined || account === actor.account) &&
    (role === undefined || isRole(role, actor.role)) &&
    (issuer === undefined || (actor.issuer !== undefined && matchesPattern(issuer, actor.issuer)))
  )
}

/**
 * A role by its whole name, or by role and session as AWS ends an assumed role's name. `pipeline/*` and `pipeline` are both
 * `arn:aws:sts::111122223333:assumed-role/pipeline/run-41`.
 *
 * @source AWS IAM user guide, "IAM identifiers": ARN of an assumed-role session
 */
function isRole(wanted: string, role: string | undefined): boolean {
  if (role === undefined) return false
  const session = /:assumed-role\/(.+)$/.exec(role.slice(0, 2048))?.[1] ?? role
  return [role, session, session.split('/')[0] ?? session].some((name) => matchesPattern(wanted, name))
}

function judgeAutomation(entries: readonly Automation[], { from }: Actor): IdentifiedActor {
  const at = entries.find(({ networks }) => isFrom(networks, from))
  const name = (at ?? entries[0])?.name ?? ''
  if (at !== undefined)
    return { known: true, as: 'automation', because: `automation ${name} acted from ${from}, inside its networks` }
  const where = from === undefined ? 'from an address that no record names' : `from ${from}, outside its networks`
  return { known: false, as: 'automation', because: `automation ${name} acted ${where}` }
}

/** Networks that are left out leave the place open. */
function judgeAdmin(admins: readonly Admin[], { account, from }: Actor): IdentifiedActor {
  const free = admins.some(({ networks }) => networks.length === 0)
  if (free || from === undefined) return { known: true, as: 'admin', because: `${account} is an administrator` }
  return admins.some(({ networks }) => isFrom(networks, from))
    ? {
        known: true,
        as: 'admin',
        because: `${account} is an administrator and acted from ${from}, inside its networks`,
      }
    : { known: false, as: 'admin', because: `administrator ${account} acted from ${from}, outside its networks` }
}

function isFrom(networks: readonly string[], from: string | undefined): boolean {
  return from !== undefined && networks.some((network) => isWithin(network, from))
}
