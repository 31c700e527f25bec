/** How a call that is no mirror's is read. */
import type { RelatedAct } from '../../_audit-records/audit-facts.ts'
import type { TrailRecord } from '../record.ts'

/** What a call means beside mirrors: a signal; nothing that matters; or a record that lost what would tell. */
export type SignalReading =
  | ({ readonly is: 'signal' } & RelatedAct)
  | { readonly is: 'irrelevant'; readonly because: string }
  | { readonly is: 'unrecognised'; readonly because: string }

/** Reads one call; never throws. */
export type SignalReader = (record: TrailRecord) => SignalReading
