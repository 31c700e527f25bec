/** What CloudTrail gives to detection content. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import { EXAMPLES } from './examples.data.ts'
import { EXERCISES } from './exercises.ts'
import { SIGNATURES } from './signatures.ts'
import { CLOUDTRAIL } from './sources.ts'

export const content: DialectContent = {
  sources: [CLOUDTRAIL],
  signatures: SIGNATURES,
  commandSignatures: [],
  examples: EXAMPLES,
  exercises: EXERCISES,
}
