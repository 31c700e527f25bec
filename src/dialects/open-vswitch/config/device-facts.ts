/** What the database says of the switch itself: its names, its own tunnel addresses, its ports by number. */
import type { IdentityFact } from '../../../facts/fact.ts'
import { canonicalAddress } from '../../../kit/ip-network.ts'
import { entryOf, numberOf, rowsOf, wordOf } from '../database/cells.ts'
import type { Database } from '../database/tables.ts'
import { tunnelOf } from '../mirrors/tunnels.ts'

type Name = IdentityFact['names'][number]

/** `{ hostname: 'hv-07', names: […], interfaces: [{ index: 12, name: 'tap1' }] }`. */
export interface Device {
  readonly hostname: string | undefined
  readonly names: readonly Name[]
  readonly interfaces: NonNullable<IdentityFact['interfaces']>
}

/** Reads what a database says of its switch. Never throws. */
export function readDevice(database: Database): Device {
  const [root] = rowsOf(database, 'Open_vSwitch')
  const said = (key: string) => (root === undefined ? undefined : entryOf(root, 'external_ids', key))
  const hostname = said('hostname')
  const serial = said('system-id')
  // @source ovn-controller(8): the address by which other hypervisors reach this one, or several in a list
  const encapsulating = (said('ovn-encap-ip') ?? '').split(',')
  const local = rowsOf(database, 'Interface').flatMap((row) => tunnelOf(row)?.local ?? [])
  const addresses = [...encapsulating.flatMap((text) => canonicalAddress(text.trim()) ?? []), ...local]
  return {
    hostname,
    names: [
      ...(hostname === undefined ? [] : [{ by: 'hostname', value: hostname } as const]),
      ...(serial === undefined ? [] : [{ by: 'serial', value: serial } as const]),
      ...[...new Set(addresses)].map((value) => ({ by: 'address', value }) as const),
    ],
    interfaces: readInterfaces(database),
  }
}

/** The numbers of the host's kernel, which sFlow names ports by; NetFlow of this switch has its own (`ofport`). */
function readInterfaces(database: Database): Device['interfaces'] {
  return rowsOf(database, 'Interface').flatMap((row) => {
    const [index, name] = [numberOf(row, 'ifindex'), wordOf(row, 'name')]
    return index === undefined || index === 0 || name === undefined ? [] : [{ index, name }]
  })
}
