/** What an operator can mend, said in a form that scripts can rely on. */

/**
 * An operator's mistake or a broken environment: a stable code, one sentence with the values, and the way out.
 *
 * `new TapwardenError('TW_INVENTORY_SYNTAX', 'approvals.yaml:4:3: …', 'Mend the line and run again.')`.
 * Odd network input is never an error: it becomes a note.
 */
export class TapwardenError extends Error {
  override readonly name = 'TapwardenError'
  readonly code: string
  readonly help: string

  constructor(code: `TW_${string}`, message: string, help: string, options?: { readonly cause: unknown }) {
    super(message, options)
    this.code = code
    this.help = help
  }
}
