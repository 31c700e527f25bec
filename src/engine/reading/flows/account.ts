/** Puts what became of flows into the account of their input: every record ends as one outcome. */
import { DECODE_COUNTS, type DecodeCount, type FlowOutcome } from '../../../flows/contract.ts'
import type { InputReport } from '../input-report.ts'
import type { FlowSummary } from './flow-summary.ts'

/** What was understood and is no flow. */
const IRRELEVANT: readonly DecodeCount[] = [
  'option-record',
  'template',
  'option-template',
  'counter-sample',
  'drop-sample',
]

/** What an input was read as; `readElsewhere`: records that are none of its format, which dialects counted themselves. */
export interface FlowAccount {
  readonly kind: string
  readonly readElsewhere: number
}

/** Adds an outcome to the account of an input, facts and notes included. */
export function accountFor(report: InputReport, outcome: FlowOutcome, { kind, readElsewhere }: FlowAccount): void {
  const { decoded, kept, dropped, facts, notes } = outcome
  report.count('modelled', kept)
  report.count('not-selected', dropped)
  report.count('irrelevant', outcome.irrelevant + IRRELEVANT.reduce((sum, what) => sum + decoded[what], 0))
  report.count('unrecognised', decoded.malformed + outcome.unrecognised - readElsewhere)
  report.count('unsupported', decoded['set-without-template'] + decoded.unsupported)
  report.note(...notes.map((note) => ({ ...note, place: { ...note.place, path: report.path } })))
  report.deliver(facts)
  report.flows = addTo(report.flows, outcome, kind)
}

function addTo(
  before: FlowSummary | undefined,
  { decoded, observers, kept, dropped }: FlowOutcome,
  kind: string,
): FlowSummary {
  if (before === undefined) return { kind, decoded, observers, kept, dropped }
  const sum = { ...decoded }
  for (const what of DECODE_COUNTS) sum[what] += before.decoded[what]
  return {
    kind,
    decoded: sum,
    observers: before.observers + observers,
    kept: before.kept + kept,
    dropped: before.dropped + dropped,
  }
}
