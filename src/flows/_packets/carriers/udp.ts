/**
 * Carriers over UDP: on their usual ports by their headers, on any other port by a shape so strict that names, times, calls,
 * syslog and flow records do not have it.
 */
import type { FlowRow } from '../../_row/flow-row.ts'
import type { PacketBytes } from '../packet-bytes.ts'
import { readHpErm } from './hp-erm.ts'
import { readJmirror } from './jmirror.ts'
import { readGeneve, readVxlan } from './overlays.ts'
import { readPeekremote } from './peekremote.ts'
import { readTzsp } from './tzsp.ts'

/** Reads what follows a UDP header at `at`, whose ports the row has. */
export function readUdp(row: FlowRow, packet: PacketBytes, at: number): void {
  const payload = at + 8
  // Headers of carriers start with one of few values: most datagrams are told by their first byte.
  if (payload + 4 > packet.to) return
  if (readVxlan(row, packet, payload) || readGeneve(row, packet, payload) || readTzsp(row, packet, payload)) return
  if (readPeekremote(row, packet, payload) || readJmirror(row, packet, payload)) return
  readHpErm(row, packet, payload)
}
