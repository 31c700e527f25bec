/** What makes rows one stream: everything that stands in its fact, but for what is summed. */
import type { CarrierBasis } from '../../../facts/traffic.ts'
import { addressText } from '../../_row/address-words.ts'
import type { FlowRow } from '../../_row/flow-row.ts'
import type { FlowObserver } from '../origin.ts'
import { servicePort } from './services.ts'

/** One stream of one observer in one hour. */
export interface StreamKey {
  readonly observer: FlowObserver
  readonly of: 'carrier' | 'sender'
  /** Canonical addresses; empty where a row has none. */
  readonly source: string
  readonly destination: string
  readonly protocol: number
  /** Code of `CARRIERS`. */
  readonly carrier: number
  readonly basis: CarrierBasis
  readonly port: number | undefined
  /** -1 for none. */
  readonly sessionId: number
  /** 0 where not said. */
  readonly ingress: number
  readonly egress: number
  /** The beginning of the hour, epoch milliseconds, and who says so. */
  readonly hourMs: number
  readonly datedBy: 'record' | 'relay' | 'none'
}

/** What the row alone does not say. */
export type KeyContext = Pick<StreamKey, 'observer' | 'of' | 'carrier' | 'basis' | 'hourMs' | 'datedBy'>

/** The key of a row. */
export function streamKeyOf(row: FlowRow, context: KeyContext): StreamKey {
  return {
    ...context,
    source: textOf(row.sourceA, row.sourceB, row.sourceC, row.sourceD),
    destination: textOf(row.destinationA, row.destinationB, row.destinationC, row.destinationD),
    protocol: row.protocol,
    port: servicePort(row),
    sessionId: row.sessionId,
    ingress: row.ingress,
    egress: row.egress,
  }
}

/** The same as a short text, to find the stream by, within one observer. */
export function streamKeyText(
  row: FlowRow,
  { of, carrier, basis, hourMs, datedBy }: Omit<KeyContext, 'observer'>,
): string {
  const source = `${row.sourceA >>> 0},${row.sourceB >>> 0},${row.sourceC >>> 0},${row.sourceD >>> 0}`
  const destination = `${row.destinationA >>> 0},${row.destinationB >>> 0},${row.destinationC >>> 0},${row.destinationD >>> 0}`
  const ports = `${servicePort(row) ?? ''},${row.ingress},${row.egress}`
  return `${source},${destination},${row.protocol},${of},${carrier},${basis},${ports},${row.sessionId},${hourMs},${datedBy}`
}

function textOf(...words: readonly [number, number, number, number]): string {
  return words.every((word) => word === 0) ? '' : addressText(words)
}
