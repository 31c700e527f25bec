/** The inventory as three tables: sessions, collectors, egress. */
import type { InventoryShow, ShownApproval } from '../../../app/answers/inventory/show-inventory.ts'
import type { Terminal } from '../../terminal.ts'
import { formatInstant, plural } from '../quantities.ts'
import { renderTable } from '../table.ts'

/** The whole text of `tapwarden inventory show`. */
export function renderInventory(shown: InventoryShow, terminal: Terminal): string {
  return [
    'Authorised sessions',
    ...renderApprovals(shown, terminal),
    '',
    'Approved collectors',
    ...renderCollectors(shown, terminal),
    '',
    'Expected egress',
    ...renderEgress(shown, terminal),
    '',
    closing(shown),
  ].join('\n')
}

function renderApprovals({ approvals }: InventoryShow, { widthColumns }: Terminal): readonly string[] {
  if (approvals.length === 0) return ['  none']
  const rows = approvals.map((approval) => [
    approval.id,
    approval.state,
    approval.for,
    sayWhat(approval),
    approval.to,
    approval.ticket ?? 'no ticket',
    sayUntil(approval),
    sayRest(approval),
  ])
  return renderTable(
    ['ID', 'STATE', 'FOR', 'COPIES', 'TO', 'TICKET', 'UNTIL', 'PURPOSE, OWNER, APPROVERS'],
    rows,
    widthColumns,
  )
}

function sayWhat({ sources, direction, session }: ShownApproval): string {
  const what = sources === undefined ? 'anything' : sources.join(', ') || 'nothing'
  return `${what}${direction === undefined ? '' : ` (${direction})`}${session === undefined ? '' : `, session ${session}`}`
}

function sayUntil({ validUntil, maxDuration }: ShownApproval): string {
  const ends = [
    ...(validUntil === undefined ? [] : [formatInstant(validUntil)]),
    ...(maxDuration === undefined ? [] : [`${maxDuration} each`]),
  ]
  return ends.join(', ') || 'no end'
}

/** Why an approval was forced is shown wherever the approval is. */
function sayRest({ purpose, owner, approvers, forced, addedBy }: ShownApproval): string {
  const by = approvers.length === 0 ? 'approved by nobody' : `approved by ${approvers.join(', ')}`
  const writer = addedBy === undefined ? '' : `; written by ${addedBy}`
  return `${purpose}, ${owner}, ${by}${writer}${forced === undefined ? '' : `; FORCED: ${forced}`}`
}

function renderCollectors({ collectors }: InventoryShow, { widthColumns }: Terminal): readonly string[] {
  if (collectors.length === 0) return ['  none']
  const rows = collectors.map(({ name, approvals, ends }) => [
    name,
    approvals.join(', ') || 'no approval',
    ends.join(', '),
  ])
  return renderTable(['NAME', 'NAMED BY', 'ENDS'], rows, widthColumns)
}

function renderEgress({ egress }: InventoryShow, { widthColumns }: Terminal): readonly string[] {
  if (egress.length === 0) return ['  none']
  const rows = egress.map((path) => [
    path.approval,
    path.exporter,
    path.interfaces.join(', ') || 'any',
    path.encapsulation ?? 'any',
    path.to,
  ])
  return renderTable(['APPROVAL', 'EXPORTER', 'INTERFACES', 'ENCAPSULATION', 'TO'], rows, widthColumns)
}

function closing({ listed, inventory, at }: InventoryShow): string {
  const { devices, accounts, admins, automation, changeWindows, sensitiveNetworks } = listed
  const counts = [
    plural(devices, 'device'),
    plural(accounts, 'cloud account'),
    plural(admins, 'administrator'),
    plural(automation, 'automation'),
    plural(changeWindows, 'change window'),
    plural(sensitiveNetworks, 'sensitive network'),
  ]
  return `Also listed: ${counts.join(', ')}      inventory ${inventory.slice(0, 4)}, as of ${formatInstant(at)}`
}
