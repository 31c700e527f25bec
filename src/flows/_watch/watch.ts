/**
 * Which rows are kept: carriers of copies, and what watched addresses send. Decided by the row and the rules alone, without
 * an object, a string or a search for each row.
 */
import { CARRIERS, type CarrierName, carrierCode } from '../../facts/carriers.data.ts'
import type { CarrierBasis } from '../../facts/traffic.ts'
import type { FlowRow } from '../_row/flow-row.ts'
import type { WatchRules } from '../contract.ts'
import { SenderTable } from './sender-table.ts'

/** Raised when the same rows and senders are judged otherwise: what older rules dropped was not looked for. */
export const WATCH_RULES_VERSION = 1

/** The row is not kept. */
export const NOT_WATCHED = 0
/** A watched address sent it. */
export const WATCHED_SENDER = 1
/** It travels, or may travel, in the encapsulation of a copy; whoever sent it. */
export const WATCHED_CARRIER = 2
export type Judgement = typeof NOT_WATCHED | typeof WATCHED_SENDER | typeof WATCHED_CARRIER

/** Judges rows one by one. */
export interface Watch {
  /** What the last row that was {@link WATCHED_CARRIER} travels in (a code of `CARRIERS`), and how surely; else 0 and `none`. */
  readonly carrier: number
  readonly basis: CarrierBasis
  judge(row: FlowRow): Judgement
}

const UDP = 17

/** Carriers that have an IP protocol of their own, without header bytes. @source IANA protocol numbers: 4, 47, 115 */
const BY_PROTOCOL: readonly (readonly [number, CarrierName])[] = [
  [4, 'ip-in-ip'],
  [47, 'gre'],
  [115, 'l2tpv3'],
]

/** Makes a watch of rules; senders that are neither address nor network are left out. */
export function createWatch({ senders }: WatchRules): Watch {
  return new RuleWatch(senders)
}

class RuleWatch implements Watch {
  carrier = 0
  basis: CarrierBasis = 'none'
  readonly #senders: SenderTable
  readonly #ofProtocol = new Uint8Array(256)
  readonly #ofPort = new Uint8Array(65_536)

  constructor(senders: readonly string[]) {
    this.#senders = new SenderTable(senders)
    for (const [protocol, name] of BY_PROTOCOL) this.#ofProtocol[protocol] = carrierCode(name)
    CARRIERS.forEach((carrier, code) => {
      if ('port' in carrier) this.#ofPort[carrier.port] = code
    })
  }

  judge(row: FlowRow): Judgement {
    const { protocol, carrier } = row
    if (carrier !== 0) return this.#found(carrier, 'header')
    const ofProtocol = this.#ofProtocol[protocol] || 0
    if (ofProtocol !== 0) return this.#found(ofProtocol, 'protocol')
    // The port is asked first, because hardly any is one: whether a row is UDP is a guess that processors get wrong.
    const ofPort = this.#ofPort[row.destinationPort] || this.#ofPort[row.sourcePort] || 0
    if (ofPort !== 0 && protocol === UDP) return this.#found(ofPort, 'port')
    this.carrier = 0
    this.basis = 'none'
    return this.#senders.hasSource(row) ? WATCHED_SENDER : NOT_WATCHED
  }

  #found(carrier: number, basis: CarrierBasis): Judgement {
    this.carrier = carrier
    this.basis = basis
    return WATCHED_CARRIER
  }
}
