/** What stands by while a datagram is read. */
import { PacketBytes } from '../_packets/packet-bytes.ts'
import { Structures } from './structures.ts'

/** Made once, and pointed at datagram after datagram. */
export class Reading {
  bytes: Uint8Array = new Uint8Array(0)
  view: DataView = new DataView(new ArrayBuffer(0))
  /** When the datagram was captured, epoch milliseconds; 0 where nobody said. */
  atMs = 0
  readonly samples = new Structures()
  readonly records = new Structures()
  readonly packet = new PacketBytes()
}
