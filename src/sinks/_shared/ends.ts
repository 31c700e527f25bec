/** The ends of a session in one text each. */
import type { MirrorDestination, MirrorSource } from '../../facts/mirror-session.ts'

/** `TenGigabitEthernet0/0/1`, `VLAN 10`, `eni-0a1b2c3d`; empty where the record names none. */
export function sourceName({ interface: port, vlan, resource }: MirrorSource): string {
  return resource ?? port ?? (vlan === undefined ? '' : `VLAN ${vlan}`)
}

/** `198.51.100.9`, `VLAN 901`, `tmt-0a1b2c3d`, `GigabitEthernet1/0/48`, `flash:tap.pcap`; empty where the record names none. */
export function destinationName({ interface: port, vlan, ip, resource, file }: MirrorDestination): string {
  return ip ?? resource ?? file ?? port ?? (vlan === undefined ? '' : `VLAN ${vlan}`)
}
