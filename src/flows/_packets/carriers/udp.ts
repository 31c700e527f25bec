/**
 * Carriers over UDP: on their usual ports by their headers, on any other port by a shape so strict that names, times, calls,
 * syslog and flow records do not have it.
 */
import type { FlowRow } from '../../_row/flow-row.ts'
import type { PacketBytes } from '../packet-bytes.ts'
import { readHpErm } from './hp-erm.ts'
import { readJmirror } from './jmirror.ts'
import { readGeneve, readVxlan } from './overlays.ts'
import { readOlderPeekremote, readPeekremote } from './peekremote.ts'
import { readTzsp } from './tzsp.ts'

/** Reads what follows a UDP header at `at`, whose ports the row has. */
export function readUdp(row: FlowRow, packet: PacketBytes, at: number): void {
  const payload = at + 8
  if (payload + 4 > packet.to) return
  const first = packet.bytes[payload]!
  if ((first <= 0x3f || first === 0x88) && readMarked(row, packet, payload)) return
  if (readByPort(row, packet, payload)) return
  readHpErm(row, packet, payload)
}

/** Carriers whose header starts with few values: GENEVE's below 0x40, VXLAN's with 0x08 or 0x88, others with 0 and 1. */
function readMarked(row: FlowRow, packet: PacketBytes, payload: number): boolean {
  if (readVxlan(row, packet, payload) || readGeneve(row, packet, payload)) return true
  return readTzsp(row, packet, payload) || readPeekremote(row, packet, payload)
}

/** Carriers whose header has no mark, on their own port alone. */
function readByPort(row: FlowRow, packet: PacketBytes, payload: number): boolean {
  switch (row.destinationPort) {
    case 30030:
      return readJmirror(row, packet, payload)
    case 5555:
      return readOlderPeekremote(row, packet, payload)
    default:
      return false
  }
}
