/** Approvals → the YAML text of an inventory file. */
import { stringify } from 'yaml'
import type { JsonValue } from '../../kit/canonical-json.ts'
import { toComment } from '../baseline/comment.ts'

/** Names of devices may hold line breaks: quoted, they cannot end the line they stand on. */
const YAML_STYLE = { lineWidth: 0, blockQuote: false } as const

/** An entry and the sentence that tells what it is for. */
export interface DraftedApproval {
  readonly sentence: string
  readonly entry: Readonly<Record<string, JsonValue | undefined>>
}

/** The file, each entry below the sentence of its finding. */
export function writeApprovals(drafts: readonly DraftedApproval[]): string {
  const entries = drafts.map(
    ({ sentence, entry }) => `${toComment([`Written for: ${sentence}`])}\n${stringify([entry], YAML_STYLE).trimEnd()}`,
  )
  const indented = entries.join('\n').replace(/^/gm, '  ')
  return `approvals:\n${indented}\n`
}
