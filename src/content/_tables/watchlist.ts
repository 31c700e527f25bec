/** The watchlist of approvals: its name and columns, as rules ask for them. Every cell of a watchlist is text. */
import type { KustoColumn } from '../_kusto/schema.ts'

/** `_GetWatchlist('tapwarden_approvals')` */
export const APPROVALS_ALIAS = 'tapwarden_approvals'

/** One row for each name of a subject and each destination that an approval allows. */
export const APPROVALS_COLUMNS: readonly KustoColumn[] = [
  { name: 'ApprovalId', type: 'string' },
  { name: 'Subject', type: 'string', meaning: 'name or address of a device, id of an account; * is every one' },
  { name: 'Destination', type: 'string', meaning: 'address or resource that the record has to name; empty is any' },
  { name: 'Session', type: 'string', meaning: 'session that the record has to name; empty is any' },
  { name: 'ValidFrom', type: 'string' },
  { name: 'ValidUntil', type: 'string', meaning: 'the first moment at which it no longer holds' },
  { name: 'Purpose', type: 'string' },
  { name: 'Owner', type: 'string' },
  { name: 'Ticket', type: 'string' },
]
