/** Text tables: a header names the columns, and every line behind it has a value for each. */

/** A longer line is no record: the widest table here has 60 columns. */
export const MAX_LINE_LENGTH = 16 * 1024

/** More columns than any format has. */
const MAX_COLUMNS = 256

/** The columns of one table. */
export class Columns {
  readonly count: number
  readonly #places: ReadonlyMap<string, number>

  /** `new Columns(['ts', 'sa', 'da'])`; a name that stands twice counts where it stands first. */
  constructor(names: readonly string[]) {
    const kept = names.slice(0, MAX_COLUMNS).map((name) => name.trim())
    this.count = kept.length
    this.#places = new Map(kept.map((name, at): [string, number] => [name, at]).reverse())
  }

  has(name: string): boolean {
    return this.#places.has(name)
  }

  /** The value of the first of these columns that the table has, without blanks around it; undefined where it has none. */
  of(values: readonly string[], ...names: readonly string[]): string | undefined {
    for (const name of names) {
      const place = this.#places.get(name)
      if (place !== undefined) return values[place]?.trim()
    }
    return undefined
  }
}

/** The values of a line, at most 256. `valuesOf('a,b', ',')` → `['a', 'b']` */
export function valuesOf(line: string, separator: string): readonly string[] {
  return line.split(separator, MAX_COLUMNS)
}
