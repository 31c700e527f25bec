/** Approvals by their end, each with the findings that come of it. */
import type { ExpiringApproval, ExpiryReport } from '../../../app/answers/inventory/approving/expire-approvals.ts'
import type { Terminal } from '../../terminal.ts'
import { inVerdictColor, VERDICT_MARKS } from '../marks.ts'
import { formatInstant, plural } from '../quantities.ts'
import { wrap } from '../wrap.ts'

const INDENT = ' '.repeat(4)

/** The whole text of `tapwarden approvals expire`. */
export function renderExpiry({ expiring, endless, at, inventory }: ExpiryReport, terminal: Terminal): string {
  const blocks = expiring.map((approval) => renderApproval(approval, terminal))
  const none = expiring.length === 0 ? ['No approval ends.'] : []
  const rest =
    endless.length === 0 ? [] : [`${plural(endless.length, 'approval')} without an end: ${endless.join(', ')}`]
  return [
    ...none,
    ...blocks,
    [...rest, `As of ${formatInstant(at)}, inventory ${inventory.slice(0, 4)}`].join('\n'),
  ].join('\n\n')
}

function renderApproval(approval: ExpiringApproval, terminal: Terminal): string {
  const { ended, endsAt, ticket, owner, comesOfIt } = approval
  const head = `${approval.approval}  ${ended ? 'ended' : 'ends'} ${formatInstant(endsAt)}  ${approval.for}  owner ${owner}, ${ticket === null ? 'no ticket' : `ticket ${ticket}`}`
  if (comesOfIt.length === 0)
    return `${head}\n${INDENT}${ended ? 'No copy of it is there.' : 'No copy would become a finding.'}`
  const lines = comesOfIt.flatMap(({ verdict, severity, sentence }) => {
    const [first = '', ...rest] = wrap(
      `${severity.toUpperCase()}  ${sentence}`,
      terminal.widthColumns - INDENT.length - 2,
    )
    return [
      `${INDENT}${inVerdictColor(verdict, VERDICT_MARKS[verdict], terminal)} ${first}`,
      ...rest.map((line) => `${INDENT}  ${line}`),
    ]
  })
  return [head, ...lines].join('\n')
}
