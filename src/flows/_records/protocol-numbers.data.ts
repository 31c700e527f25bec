/** Keywords of IP protocols, as flow tools write them instead of the number. */

/**
 * Lower case → number: what carries copies or is common in flow records. A keyword that is not here leaves the protocol
 * unsaid.
 *
 * @source IANA, Assigned Internet Protocol Numbers (keywords); goflow2 `producer/proto/render.go` (`protoName`);
 * nfdump prints the same keywords, Suricata `known_proto` and Zeek `transport_proto` in their own spelling
 */
export const PROTOCOL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['icmp', 1],
  ['igmp', 2],
  ['ipv4', 4],
  ['ip-encap', 4],
  ['ipencap', 4],
  ['ipip', 94],
  ['tcp', 6],
  ['egp', 8],
  ['igp', 9],
  ['udp', 17],
  ['ipv6', 41],
  ['ipv6-route', 43],
  ['ipv6-frag', 44],
  ['rsvp', 46],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['icmp6', 58],
  ['icmpv6', 58],
  ['ipv6-icmp', 58],
  ['eigrp', 88],
  ['ospf', 89],
  ['ospfigp', 89],
  ['etherip', 97],
  ['encap', 98],
  ['pim', 103],
  ['ipcomp', 108],
  ['vrrp', 112],
  ['l2tp', 115],
  ['sctp', 132],
  ['udplite', 136],
  ['mpls-in-ip', 137],
])
