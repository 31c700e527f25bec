/** The mode of the command line, as far as mirrors depend on it. */

/**
 * Types of `monitor session N type …`.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items/Monitor-list/type; `type local` of NX-API tables
 */
export const SESSION_TYPES = ['local', 'erspan-source', 'erspan-destination', 'acl-capture', 'acl-span'] as const
export type SessionType = (typeof SESSION_TYPES)[number]

/** The mode of the command line, as far as mirrors depend on it. */
export type Mode =
  | { readonly in: 'top' | 'other' }
  | {
      readonly in: 'script'
      readonly name: string
      /** `flat`: the commands of a scheduler job stand at the top level, up to `end-job`. */
      readonly body: 'indented' | 'flat'
    }
  | { readonly in: 'vlan'; readonly vlans: readonly number[] }
  | { readonly in: 'session'; readonly id: string; readonly type: SessionType | undefined }

/** No block is open. */
export const TOP: Mode = { in: 'top' }
