/** What audit logs of Google Cloud give to detection content. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import { EXAMPLES } from './examples.data.ts'
import { EXERCISES } from './exercises.ts'
import { SIGNATURES } from './signatures.ts'
import { AUDIT } from './sources.ts'

export const content: DialectContent = {
  sources: [AUDIT],
  signatures: SIGNATURES,
  commandSignatures: [],
  examples: EXAMPLES,
  exercises: EXERCISES,
}
