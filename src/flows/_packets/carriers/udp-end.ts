/** How long a datagram was when it was sent. */
import { type PacketBytes, u16 } from '../packet-bytes.ts'

/**
 * Where a datagram whose payload starts at `payload` ended, by its own length: behind the bytes that were kept, where they are cut.
 *
 * @source RFC 768: length at 4, header included; RFC 2675: 0 where it does not fit
 */
export function udpEnd({ bytes, to }: PacketBytes, payload: number): number {
  const length = u16(bytes, payload - 4)
  return length < 8 ? to : payload - 8 + length
}
