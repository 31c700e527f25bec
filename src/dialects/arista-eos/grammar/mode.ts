/** The mode of the command line, as far as mirrors depend on it. */

/** What runs commands by itself or under another name. `event-handler TAP` */
export interface Script {
  readonly kind: 'event-handler' | 'daemon' | 'alias' | 'schedule'
  readonly name: string
}

/** The block of a script. `body` while the lines of a shell script pass by, up to `EOF`. */
export interface ScriptMode extends Script {
  readonly in: 'script'
  readonly body?: boolean
}

/** The mode of the command line, as far as mirrors depend on it. */
export type Mode =
  | { readonly in: 'top' | 'other' }
  | { readonly in: 'session'; readonly name: string }
  | { readonly in: 'interface'; readonly names: readonly string[] }
  | ScriptMode

/** No block is open. */
export const TOP: Mode = { in: 'top' }
