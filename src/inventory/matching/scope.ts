/** Whether a scope speaks of a subject. */
import type { Scope } from '../schema/permission.ts'
import type { Subject } from '../subject.ts'

/** Where on a subject something is: a cloud region and VPC, as far as known. */
export interface ScopePlace {
  readonly region?: string | undefined
  readonly vpc?: string | undefined
}

/**
 * Every member that the scope gives must hold; what is not known does not hold. A scope without a realm speaks of the default
 * realm, with `everywhere: true` of all. `{ role: 'edge', site: 'ams1' }` covers the edge devices of that site.
 */
export function scopeCovers(scope: Scope, subject: Subject, place: ScopePlace = {}): boolean {
  return (
    coversRealm(scope, subject) &&
    namesSubject(scope, subject) &&
    selectsSubject(scope, subject) &&
    holdsAt(scope, subject, place)
  )
}

function namesSubject({ device, account }: Scope, subject: Subject): boolean {
  return (
    (device === undefined || isDeviceName(subject, device)) &&
    (account === undefined || isAccountName(subject, account))
  )
}

function selectsSubject({ role, site, tag }: Scope, subject: Subject): boolean {
  const entry = subject.device ?? subject.account
  return (
    (role === undefined || role === entry?.role) &&
    (site === undefined || site === subject.device?.site) &&
    (tag === undefined || entry?.tags.includes(tag) === true)
  )
}

function holdsAt({ region, vpc }: Scope, { kind }: Subject, place: ScopePlace): boolean {
  return (
    (region === undefined || (kind === 'account' && region === place.region)) &&
    (vpc === undefined || vpc === place.vpc)
  )
}

function coversRealm(scope: Scope, subject: Subject): boolean {
  if (scope.realm !== undefined) return scope.realm === subject.realm
  return (
    scope.everywhere === true ||
    subject.realm === 'default' ||
    scope.device === subject.id ||
    scope.account === subject.id
  )
}

/** Whether a name means this device: its id, or any name, address or serial that the inventory gives it. */
export function isDeviceName(subject: Subject, name: string): boolean {
  if (subject.kind !== 'device') return false
  const { device } = subject
  const given = device === undefined ? [] : [device.name, ...device.hostnames, ...device.addresses, ...device.serials]
  return [subject.id, localId(subject), ...given].some((known) => known.toLowerCase() === name.toLowerCase())
}

function isAccountName(subject: Subject, name: string): boolean {
  const withoutProvider = localId(subject).replace(/^[a-z]+:/, '')
  return (
    subject.kind === 'account' && [subject.id, localId(subject), withoutProvider, subject.account?.name].includes(name)
  )
}

/** The id inside its realm: `edge-rtr-07`, `aws:111122223333`. */
export function localId({ id, realm }: Subject): string {
  return id.startsWith(`${realm}/`) ? id.slice(realm.length + 1) : id
}
