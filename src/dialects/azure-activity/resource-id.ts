/** Azure's resource ids: one thing is written in upper case, in lower case and in its owner's case, and is one thing. */

/** Longer than any resource id may be. */
const MAX_ID_LENGTH = 2048

/** A resource id in lower case, taken apart. */
export interface ResourceId {
  /** `/subscriptions/7f3a…/resourcegroups/rg-net/providers/microsoft.network/networkinterfaces/nic-1`. */
  readonly id: string
  readonly subscription: string | undefined
  /** Absent for what belongs to a subscription or tenant as a whole. */
  readonly group: string | undefined
  /** What follows the last provider, type and name by turns: `['networkinterfaces', 'nic-1', 'tapconfigurations', 'tap']`. */
  readonly path: readonly string[]
}

/**
 * Takes an id apart; undefined for what is no resource id. Names are compared without case by Azure itself.
 *
 * @source Azure Resource Manager documentation, "Resource ID": `/subscriptions/…/resourceGroups/…/providers/namespace/type/name`.
 */
export function parseResourceId(text: string | undefined): ResourceId | undefined {
  if (text === undefined || text.length > MAX_ID_LENGTH || !/^\/(?:subscriptions|providers)\//i.test(text))
    return undefined
  const id = text.toLowerCase().replace(/\/+$/, '')
  const parts = id.split('/').slice(1)
  const provider = parts.lastIndexOf('providers')
  const after = (name: string) => (parts.includes(name) ? parts[parts.indexOf(name) + 1] : undefined)
  return {
    id,
    subscription: after('subscriptions'),
    group: after('resourcegroups'),
    path: provider === -1 ? [] : parts.slice(provider + 2),
  }
}

/** The resource that a part of it belongs to: `…/loadbalancers/lb/frontendipconfigurations/front` → `…/loadbalancers/lb`. */
export function ownerOf({ id, path }: ResourceId): string {
  return path.length <= 2
    ? id
    : id
        .split('/')
        .slice(0, 2 - path.length)
        .join('/')
}

/** Type and name of the last part: `tapconfigurations/tap`. */
export function lastPart({ path }: ResourceId): string {
  return path.slice(-2).join('/')
}
