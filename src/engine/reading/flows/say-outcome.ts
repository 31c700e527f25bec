/** What became of a flow record, for the person who follows its line. */
import type { RecordOutcome } from '../../../flows/contract.ts'
import type { Tracer } from '../trace.ts'

const SAYS: Readonly<Record<RecordOutcome, string>> = {
  kept: 'modelled: its flow is part of a traffic fact',
  dropped: 'not-selected: neither a carrier of copies nor sent by an address of the inventory',
  irrelevant: 'irrelevant: of the format, and no flow',
  unrecognised: 'unrecognised: no record of the format',
}

/** Tells the tracer, where there is one. */
export function sayOutcome(tracer: Tracer | undefined, outcome: RecordOutcome): void {
  tracer?.say('outcome', SAYS[outcome])
}
