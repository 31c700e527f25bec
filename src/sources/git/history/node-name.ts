/** Which device a file is of, by the layouts of tools that collect configurations. */

/** What files are called that are named by their content, not by their device. */
const GENERIC =
  /^(?:(?:running|startup|candidate|show)[-_. ]?.*|config(?:uration)?|version|inventory|readme.*|licen[cs]e|makefile|\..*)$/i

/** Endings that no collector gives to the name of a node. */
const ENDING =
  /\.(?:bak|bundle|cfg|conf|config|csv|db|diff|gz|html?|ini|j2|json|log|md|new|old|orig|ps1|py|rb|set|sh|sql|toml|ts|txt|xml|ya?ml|zip)$/i

/** Names the devices of one repository's files. */
export class NodeNames {
  readonly #timesUsed = new Map<string, number>()

  /** `present` are the paths of the files that are there now: a name that several folders have is not a device's. */
  constructor(present: Iterable<string>) {
    for (const path of present) {
      const name = lastOf(path)
      this.#timesUsed.set(name, (this.#timesUsed.get(name) ?? 0) + 1)
    }
  }

  /**
   * `core/configs/edge-1` (RANCID) and `edge-1` or `core/edge-1` (Oxidized) are of `edge-1`; undefined for any other path.
   *
   * @source RANCID, "<group>/configs/<router>"; Oxidized, docs/Outputs.md, "git" (one repository for all groups, or one for each)
   */
  of(path: string): string | undefined {
    const parts = path.split('/')
    const name = lastOf(path)
    const isRancid = parts.at(-2) === 'configs' && parts.length <= 3
    if ((parts.length > 2 && !isRancid) || GENERIC.test(name) || ENDING.test(name)) return undefined
    return (this.#timesUsed.get(name) ?? 0) > 1 ? undefined : name
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
