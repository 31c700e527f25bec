/** Approvals as a watchlist: a row for each name of a subject and each destination; what a rule cannot compare is not in it. */
import type { Inventory } from '../../inventory/inventory.ts'
import type { Approval } from '../../inventory/schema.ts'
import { APPROVALS_COLUMNS } from '../_tables/watchlist.ts'
import type { ContentLimit } from '../contract.ts'

/** Limits that rules over records cannot hold a session against. */
const UNSEEN = [
  'sources',
  'direction',
  'filter',
  'carrier',
  'destinationKind',
  'maxDuration',
  'maxCount',
  'egress',
] as const

type Row = Readonly<Record<string, string>>

/** What becomes of an approval: rows, or why it has none. */
interface Listed {
  readonly approval: Approval
  readonly rows: readonly Row[]
  readonly because?: string
}

/** The file that is imported as `tapwarden_approvals`, search key `ApprovalId`. */
export function writeWatchlist(inventory: Inventory): string {
  const names = APPROVALS_COLUMNS.map(({ name }) => name)
  const rows = listAll(inventory).flatMap(({ rows: own }) => own)
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.map(quoteCell).join(',')}\n`)
    .join('')
}

/** Approvals that the watchlist leaves out, so that what they allow is still reported. */
export function watchlistLimits(inventory: Inventory): readonly ContentLimit[] {
  return listAll(inventory).flatMap(({ approval, because }) =>
    because === undefined ? [] : [{ behaviour: 'approvals', source: approval.id, because }],
  )
}

function listAll(inventory: Inventory): readonly Listed[] {
  return inventory.approvals.map((approval) => list(approval, inventory))
}

function list(approval: Approval, inventory: Inventory): Listed {
  const without = (because: string): Listed => ({ approval, rows: [], because })
  if (!approval.reviewed) return without('nobody has reviewed it, so it approves nothing')
  if (approval.session?.endsWith('*') === true) return without('sessions by the beginning of their name')
  const unseen = UNSEEN.find((limit) => approval[limit] !== undefined)
  if (unseen !== undefined) return without(`it limits ${unseen}, which a record does not show`)
  const subjects = subjectsOf(approval, inventory)
  if (subjects.length === 0) return without('no device or account of the inventory is in its scope')
  const destinations = destinationsOf(approval, inventory)
  if (destinations.length === 0) return without('destinations that a record does not name as they are approved')
  const rows = subjects.flatMap((subject) =>
    destinations.map((destination) => toRow(approval, { subject, destination })),
  )
  return { approval, rows }
}

function toRow(
  approval: Approval,
  { subject, destination }: { readonly subject: string; readonly destination: string },
): Row {
  const { id, session = '', validFrom = '', validUntil = '', purpose, owner, ticket = '' } = approval
  return {
    ApprovalId: id,
    Subject: subject,
    Destination: destination,
    // A number alone stands in every line.
    Session: /^\d+$/.test(session) ? `session ${session}` : session,
    ValidFrom: validFrom,
    ValidUntil: validUntil,
    Purpose: purpose,
    Owner: owner,
    Ticket: ticket,
  }
}

/** Every name by which records may call what the scope covers. Regions, VPCs and realms are not compared by the rules. */
function subjectsOf({ scope }: Approval, { devices, accounts }: Inventory): readonly string[] {
  if (scope.region !== undefined || scope.vpc !== undefined) return []
  const { device, account, role, site, tag } = scope
  const named = [
    ...devices
      .filter(({ name, hostnames, addresses, serials, ...own }) => {
        const names: readonly string[] = [name, ...hostnames, ...addresses, ...serials]
        if (account !== undefined) return false
        if (device !== undefined && !names.some((one) => one.toLowerCase() === device.toLowerCase())) return false
        return fits(role, own.role) && fits(site, own.site) && (tag === undefined || own.tags.includes(tag))
      })
      .flatMap(({ name, hostnames, addresses }) => [name, ...hostnames, ...addresses]),
    ...accounts
      .filter(({ id, name, ...own }) => {
        if (device !== undefined || site !== undefined) return false
        if (account !== undefined && account !== id && account !== name) return false
        return fits(role, own.role) && (tag === undefined || own.tags.includes(tag))
      })
      .map(({ id }) => id),
  ]
  const unlisted = [device, account].flatMap((one) => one ?? [])
  const everywhere = scope.everywhere === true && [device, account, role, site, tag].every((one) => one === undefined)
  return [...new Set(everywhere ? ['*'] : named.length > 0 ? named : unlisted)].sort()
}

function fits(wanted: string | undefined, own: string | undefined): boolean {
  return wanted === undefined || wanted === own
}

/** What a record has to name; `''` is any. Networks and VLANs have no one spelling that a record would show. */
function destinationsOf({ destinations }: Approval, { collectors }: Inventory): readonly string[] {
  if (destinations === undefined) return ['']
  return [
    ...new Set(
      destinations.flatMap(({ collector, ip, resource, file, account, interface: port }) => {
        const known = collectors.find(({ name }) => name === collector)
        const ends = [ip, ...(known?.addresses ?? [])].flatMap((end) => end ?? []).filter(isOneAddress)
        const others = [resource, file, account, port, ...(known?.resources ?? [])]
        return [...ends.map((end) => end.replace(/\/(32|128)$/, '')), ...others.flatMap((end) => end ?? [])]
      }),
    ),
  ]
}

function isOneAddress(network: string): boolean {
  return !network.includes('/') || /\/(32|128)$/.test(network)
}

/** A cell that a spreadsheet would take for a formula is kept as text. @source RFC 4180, 2; OWASP, "CSV Injection" */
function quoteCell(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
