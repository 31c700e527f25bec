/** The words by which platforms say which way a mirrored port's traffic is copied. */
import type { Direction } from './mirror-session.ts'

/**
 * Words in lower case, seen from the mirrored port. The columns of Open vSwitch only look inverted: a packet whose source
 * port is P came in on P.
 *
 * @source Cisco IOS, NX-OS, EOS `monitor session`: rx, tx, both; `monitor capture`: in, out, both
 * @source Cisco-IOS-XR-Ethernet-SPAN YANG: rx-only, tx-only
 * @source Junos analyzers: ingress, egress; firewall filters with port-mirror: input, output
 * @source Huawei VRP `port-mirroring`, H3C Comware `mirroring-group`: inbound, outbound, both
 * @source srl_nokia-mirroring YANG: ingress-only, egress-only, ingress-egress
 * @source Extreme EXOS `configure mirror`: ingress, egress, ingress-and-egress
 * @source AlliedWare Plus `mirror interface`: receive, transmit, both
 * @source ovs-vswitchd.conf.db(5), table Mirror: select_src_port, select_dst_port
 */
const WORDS: Readonly<Record<Direction, readonly string[]>> = {
  rx: ['rx', 'rx-only', 'in', 'input', 'inbound', 'ingress', 'ingress-only', 'receive', 'select_src_port'],
  tx: ['tx', 'tx-only', 'out', 'output', 'outbound', 'egress', 'egress-only', 'transmit', 'select_dst_port'],
  both: ['both', 'inout', 'ingress-and-egress', 'ingress-egress', 'rx+tx'],
}

const BY_WORD: ReadonlyMap<string, Direction> = new Map([
  ...WORDS.rx.map((word) => [word, 'rx'] as const),
  ...WORDS.tx.map((word) => [word, 'tx'] as const),
  ...WORDS.both.map((word) => [word, 'both'] as const),
])

/**
 * `inbound` → `rx`, `RX+TX` → `both`, in any case. Undefined for any other word, and for none at all: most platforms mean
 * both ways then, SR Linux only what is sent, so the platform decides. Never throws.
 */
export function parseDirection(word: string): Direction | undefined {
  return BY_WORD.get(word.toLowerCase())
}
