/** One flow record or packet, as numbers: decoders fill the one row there is again and again, so that no record costs an object. */

/**
 * The row. Addresses are four 32-bit words, most significant first; IPv4 is `::ffff:a.b.c.d`, so `sourceC` is 0xffff and
 * `sourceD` the address. Everything is 0 where a record does not say it, but for what is documented otherwise.
 */
export class FlowRow {
  sourceA = 0
  sourceB = 0
  sourceC = 0
  sourceD = 0
  destinationA = 0
  destinationB = 0
  destinationC = 0
  destinationD = 0
  /** IP protocol; -1 where none is said. */
  protocol = -1
  sourcePort = 0
  destinationPort = 0
  /** Interface numbers of the exporter; 0 unknown. */
  ingress = 0
  egress = 0
  /** As exported, not multiplied by the sampling rate. */
  bytes = 0
  packets = 0
  /** One in how many packets was looked at; 1 where not sampled. */
  samplingRate = 1
  /** Epoch milliseconds; 0 where not said. */
  startMs = 0
  endMs = 0
  /** Code of `facts/carriers.data.ts`, where header bytes show it; 0 for none. */
  carrier = 0
  /** ERSPAN session id, VXLAN or GENEVE network, GRE key; -1 for none. */
  sessionId = -1
  /** Of the packet inside the carrier: its VLAN (-1 none), IP protocol (-1 unknown) and ports. */
  innerVlan = -1
  innerProtocol = -1
  innerSourcePort = 0
  innerDestinationPort = 0

  /** Forgets the record before. */
  reset(): void {
    this.sourceA = this.sourceB = this.sourceC = this.sourceD = 0
    this.destinationA = this.destinationB = this.destinationC = this.destinationD = 0
    this.protocol = -1
    this.sourcePort = this.destinationPort = 0
    this.ingress = this.egress = 0
    this.bytes = this.packets = 0
    this.samplingRate = 1
    this.startMs = this.endMs = 0
    this.carrier = 0
    this.sessionId = this.innerVlan = this.innerProtocol = -1
    this.innerSourcePort = this.innerDestinationPort = 0
  }
}
