/** Sorts the packets of a capture: what may be an export datagram, whole or from fragments, and everything else. */
import type { CapturedPacket } from './captured-packet.ts'
import { IpPacket } from './ip-packet.ts'
import { UdpFragments } from './udp-fragments.ts'

/** @source IANA protocol numbers; RFC 768 */
const UDP = 17
const UDP_HEADER_BYTES = 8

/** What was sent in one UDP datagram; valid during the call only. */
export interface UdpPayload {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly from: number
  readonly to: number
  readonly atMs: number
  /** Of the packet that completed it. */
  readonly offset: number
  /** The sender's address, see `FlowRow`. */
  readonly ip: IpPacket
}

/** Who takes what was found. */
export interface PacketHandlers {
  /** Whether somebody reads this payload; only then are its packets not told one by one. */
  payload(payload: UdpPayload): boolean
  /** Any other packet. */
  packet(packet: CapturedPacket): void
}

/** The packets of one capture. */
export class UdpDatagrams {
  readonly #handlers: PacketHandlers
  readonly #ip = new IpPacket()
  readonly #fragments: UdpFragments
  readonly #payload: { -readonly [member in keyof UdpPayload]: UdpPayload[member] }

  constructor(handlers: PacketHandlers) {
    this.#handlers = handlers
    this.#fragments = new UdpFragments((packet) => handlers.packet(packet))
    const bytes = new Uint8Array(0)
    const view = new DataView(bytes.buffer)
    this.#payload = { bytes, view, from: 0, to: 0, atMs: 0, offset: 0, ip: this.#ip }
  }

  take(packet: CapturedPacket): void {
    const ip = this.#ip
    if (!ip.read(packet) || ip.protocol !== UDP) this.#handlers.packet(packet)
    else if (ip.isFragment) this.#takeFragment(packet)
    else if (!this.#offer(packet, ip.from, ip.to)) this.#handlers.packet(packet)
  }

  /** Datagrams that are not whole by now never will be. */
  end(): void {
    this.#fragments.end()
  }

  #takeFragment(packet: CapturedPacket): void {
    const whole = this.#fragments.add(packet, this.#ip)
    if (whole === undefined) return
    const { bytes, packets } = whole
    const view = new DataView(bytes.buffer)
    if (this.#offer({ ...packet, bytes, view }, 0, bytes.length)) return
    for (const part of packets) this.#handlers.packet(part)
  }

  /** Offers what stands behind the UDP header at `from`. */
  #offer({ bytes, view, atMs, offset }: CapturedPacket, from: number, to: number): boolean {
    if (to - from <= UDP_HEADER_BYTES) return false
    const length = view.getUint16(from + 4)
    const payload = this.#payload
    payload.bytes = bytes
    payload.view = view
    payload.from = from + UDP_HEADER_BYTES
    payload.to = length > UDP_HEADER_BYTES ? Math.min(to, from + length) : to
    payload.atMs = atMs
    payload.offset = offset
    return this.#handlers.payload(payload)
  }
}
