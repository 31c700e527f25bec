/** Which access lists select what a session copies: of the session as a whole, and of single sources. */

/** Families that an access list can be of. `mac access-group TAP` */
export const ACL_FAMILIES = ['ip', 'ipv6', 'mac'] as const
export type AclFamily = (typeof ACL_FAMILIES)[number]

/** The sessions of one run, by name. */
export type AclMemory = Map<string, SessionAcls>

/** Sources of one session that are remembered: few switches have more ports, and nobody filters more of them one by one. */
const MAX_SOURCES = 256

/** Sources of one command with the list they are filtered by (`ip TAP`), if any; `gone` where they are sources no more. */
export interface ListedSources {
  readonly names: readonly string[]
  readonly acl: string | undefined
  readonly gone: boolean
}

/** The access lists of one session, as far as the commands of one run say. */
export class SessionAcls {
  readonly #whole = new Map<AclFamily, string>()
  readonly #sources = new Map<string, string | undefined>()
  /** Sources that have a list of their own. */
  readonly #listed = new Set<string>()
  #text: string | undefined

  /** What is known of one session, from here on. */
  static of(memory: AclMemory, name: string): SessionAcls {
    const acls = memory.get(name) ?? new SessionAcls()
    memory.set(name, acls)
    return acls
  }

  /**
   * The lists as one text, undefined where there is none: `ip ONLY-DB`; where sources differ, each list names its own:
   * `Ethernet18 mac MAC-TAP`.
   */
  get text(): string | undefined {
    return this.#text
  }

  /** Notes sources; whether the text reads otherwise because of them. */
  noteSources({ names, acl, gone }: ListedSources): boolean {
    const matters = acl !== undefined || this.#listed.size > 0
    for (const name of gone && names.length === 0 ? [...this.#sources.keys()] : names) this.#noteSource(name, acl, gone)
    return matters && this.#retell()
  }

  #noteSource(name: string, acl: string | undefined, gone: boolean): void {
    if (gone) {
      this.#sources.delete(name)
      this.#listed.delete(name)
    } else if (this.#sources.has(name) || this.#sources.size < MAX_SOURCES) {
      this.#sources.set(name, acl ?? this.#sources.get(name))
      if (acl !== undefined) this.#listed.add(name)
    }
  }

  /** Notes the session's own list of one family, or that it has none. */
  noteWhole(family: AclFamily, list: string | undefined): void {
    if (list === undefined) this.#whole.delete(family)
    else this.#whole.set(family, list)
    this.#retell()
  }

  #retell(): boolean {
    const before = this.#text
    const clauses = [...this.#whole].map(([family, list]) => `${family} ${list}`)
    if (this.#listed.size > 0) clauses.push(...this.#formatSources())
    this.#text = clauses.length === 0 ? undefined : clauses.join('; ')
    return this.#text !== before
  }

  #formatSources(): readonly string[] {
    const groups = [...Map.groupBy(this.#sources, ([, acl]) => acl)]
    return groups.flatMap(([acl, some]) => {
      if (acl === undefined) return []
      return groups.length === 1 ? [acl] : [`${some.map(([name]) => name).join(',')} ${acl}`]
    })
  }
}
