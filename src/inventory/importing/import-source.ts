/** What an import reads, and what the operator says of it. */

/** One source: its text, and the texts of the variable files beside it where its format has such. */
export interface ImportText {
  readonly path: string
  readonly text: string
  readonly besides?: readonly { readonly path: string; readonly text: string }[] | undefined
}

/** The fields that an operator may map to a column, variable or place. */
export const IMPORT_FIELDS = [
  'name',
  'hostname',
  'address',
  'serial',
  'platform',
  'role',
  'site',
  'tag',
  'status',
  'sensitivity',
  'layer2Domain',
] as const
/** One of {@link IMPORT_FIELDS}. */
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What the operator says of all sources. */
export interface ImportHints {
  /** Field → column, variable or place of the source: `{ name: 'Host' }`. */
  readonly columns: ReadonlyMap<ImportField, string>
  /** What separates the fields of a `router.db`; looked for where absent. */
  readonly delimiter?: string | undefined
}
