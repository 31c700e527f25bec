/** What tells one exported record from another, wherever it is read: 12 hex digits. */
import { sha256Hex } from '../../kit/hash.ts'
import type { FlowRow } from '../_row/flow-row.ts'

/** Hex digits of a hash in facts. */
const DIGITS = 12

/** Of a datagram of sFlow these hold agent, sequence number and uptime. @source sFlow version 5, struct sample_datagram_v5 */
const HEADER_BYTES = 40

/** By the text of a line or object, and the ordinal of the row in it. */
export function hashOfText(text: string, ordinal: number): string {
  return short(`${ordinal} ${text}`)
}

/** By the bytes of a packet and when it was seen: a capture converted or cut into files says the same. */
export function hashOfPacket(bytes: Uint8Array, atMs: number): string {
  return short(`${atMs} ${latin1(bytes)}`)
}

/**
 * By what a flow record says, and nothing around it: one that had to wait for its template is read while another datagram is,
 * and one that was sent twice stands in two.
 */
export function hashOfRow(row: FlowRow): string {
  return short(Object.values(row).join(' '))
}

/** By what a sample says, its ordinal and the start of its datagram: two samples of one stream say the same. */
export function hashOfSample(row: FlowRow, ordinal: number, datagram: Uint8Array): string {
  const header = latin1(datagram.subarray(0, HEADER_BYTES))
  return short(`${ordinal} ${Object.values(row).join(' ')} ${header}`)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function short(text: string): string {
  return sha256Hex(text).slice(0, DIGITS)
}
