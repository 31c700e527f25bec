/** What was approved at the sites, and the change tickets of those weeks. */
import { recordPerLine } from './clouds.ts'
import { DEVICES, platformOf } from './sites.ts'

/** The devices, collectors and approvals of the sites as one inventory file. */
export function sitesInventory(): string {
  const devices = DEVICES.map((device) => {
    const sensitivity = device.sensitivity === undefined ? '' : `, sensitivity: ${device.sensitivity}`
    return `  - { name: ${device.name}, platform: ${platformOf(device)}, addresses: [${device.address}], role: ${device.role}, site: ${device.site}${sensitivity} }\n`
  })
  return `# The sites beside headquarters: what exists there, and which copies are allowed.
devices:
${devices.join('')}accounts:
  - { id: 7f3a09c1-d2e4-4586-9000-000000000001, name: acme-azure, provider: azure }
  - { id: acme-prod, name: acme-gcp, provider: gcp }

collectors:
  - { name: ndr-dc1, addresses: [198.51.100.40] }
  - { name: ids-ams, ports: [{ device: ams-leaf-1, interface: Ethernet48 }, { device: ams-leaf-2, interface: Ethernet48 }] }
  - { name: ids-fra, addresses: [198.51.100.60], ports: [{ device: fra-ex-1, interface: ge-0/0/47 }] }
  - { name: ids-par, ports: [{ device: par-sw-1, interface: GigabitEthernet1/0/48 }] }

admins:
  - { account: netops-4, networks: [192.0.2.96/28] }
  - { account: netops-5, networks: [192.0.2.96/28] }
  - { account: cloud-admin-2@example.com, networks: [192.0.2.96/28] }

approvals:
  - { id: APR-10, scope: { site: dc1 }, session: '10', destinations: [{ collector: ndr-dc1 }], purpose: ids-ndr, owner: soc, ticket: CHG0029001, approvers: [soc-lead], validFrom: 2026-01-12 }
  - { id: APR-11, scope: { site: ams }, session: IDS, destinations: [{ collector: ids-ams }], purpose: ids-ndr, owner: soc, ticket: CHG0029002, approvers: [soc-lead], validFrom: 2026-01-12 }
  - { id: APR-12, scope: { site: fra }, session: IDS, destinations: [{ collector: ids-fra }], purpose: ids-ndr, owner: soc, ticket: CHG0029003, approvers: [soc-lead], validFrom: 2026-01-12 }
  - { id: APR-13, scope: { site: par }, session: '1', destinations: [{ collector: ids-par }], purpose: ids-ndr, owner: soc, ticket: CHG0029004, approvers: [soc-lead], validFrom: 2026-01-12 }
  - { id: APR-14, scope: { device: ams-edge-1 }, session: TSHOOT, destinations: [{ interface: Ethernet24 }], purpose: troubleshooting, owner: netops-2, ticket: CHG0030205, approvers: [netops-lead], validFrom: 2026-11-05, validUntil: 2026-11-10 }
  - { id: APR-15, scope: { account: acme-azure }, destinations: [{ resource: /subscriptions/7f3a09c1-d2e4-4586-9000-000000000001/resourcegroups/rg-net/providers/microsoft.network/virtualnetworktaps/tap-ids }], purpose: ids-ndr, owner: soc, ticket: CHG0030101, approvers: [cloud-lead], validFrom: 2026-11-02 }
  - { id: APR-16, scope: { account: acme-gcp }, destinations: [{ resource: 'projects/acme-prod/*' }], purpose: ids-ndr, owner: soc, ticket: CHG0030102, approvers: [cloud-lead], validFrom: 2026-11-02 }
`
}

interface Change {
  readonly number: string
  readonly device: string
  readonly from: string
  readonly until: string
  readonly summary: string
  readonly state?: string
}

const change = ({ number, device, from, until, summary, state = '3' }: Change) => ({
  sys_class_name: 'change_request',
  number,
  short_description: summary,
  type: 'normal',
  state,
  approval: 'approved',
  start_date: from,
  end_date: until,
  cmdb_ci: device,
  requested_by: 'soc',
  assigned_to: 'netops-1',
  sys_created_on: '2026-11-01 08:00:00',
})

/** Change requests as the ticket system exports them. */
export function tickets(): string {
  const result = [
    change({
      number: 'CHG0030205',
      device: 'ams-edge-1',
      from: '2026-11-05 09:00:00',
      until: '2026-11-05 11:00:00',
      summary: 'Temporary mirror of Ethernet3 for the slow backup',
    }),
    change({
      number: 'CHG0030311',
      device: 'fra-mx-1',
      from: '2026-11-11 10:00:00',
      until: '2026-11-11 11:00:00',
      summary: 'IDS feed in both directions',
    }),
    change({
      number: 'CHG0030320',
      device: 'dc1-leaf-3',
      from: '2026-11-20 20:00:00',
      until: '2026-11-20 22:00:00',
      summary: 'Line card',
      state: '-2',
    }),
  ]
  return recordPerLine('result', result)
}
