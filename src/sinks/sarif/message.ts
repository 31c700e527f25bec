/** Text that somebody else wrote, as a message without links and placeholders. */
import { shown } from '../../kit/text/obeyed-characters.ts'

/** A message object. @source SARIF 2.1.0, 3.11 */
export interface SarifMessage {
  readonly text: string
}

/**
 * A plain text message that says what the text says: braces are doubled, so that they are no placeholders, and what would be a link is kept
 * apart. `[x](http://example.com) {0}` → `[x] (http://example.com) {{0}}`.
 *
 * @source SARIF 2.1.0, 3.11.5 (braces), 3.11.6 (embedded links)
 */
export function plainMessage(text: string): SarifMessage {
  return { text: shown(text).replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (') }
}
