/** Running configurations of the example estate, as each platform prints them. */
import { blocksOn, type EstateDevice } from './sites.ts'

/** The configuration of a device on a day of November 2026, as a backup tool saves it. */
export function configurationOf(device: EstateDevice, day: number): string {
  return WRITERS[device.vendor](device, blocksOn(device, day))
}

type Writer = (device: EstateDevice, blocks: string) => string

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const NXOS_FABRIC = `interface nve1
  no shutdown
  host-reachability protocol bgp
  source-interface loopback1
  member vni 10020
    ingress-replication protocol bgp

`

const nxos: Writer = ({ name, address }, blocks) => `!Command: show running-config
!Running configuration last done at: Mon Nov  2 01:00:00 2026

version 9.3(10) Bios:version 05.45
switchname ${name}
feature tacacs+
feature lldp
feature interface-vlan

username admin password 5 $5$EXAMPLEONLY$notasecret  role network-admin
ip domain-lookup
tacacs-server host 192.0.2.50 key 7 "fewhg123"
aaa group server tacacs+ AAA
  server 192.0.2.50
aaa authentication login default group AAA
aaa accounting default group AAA
monitor erspan origin ip-address ${address} global
${blocks}
vlan 1,10,20
vlan 10
  name servers
vlan 20
  name storage

${range(6)
  .map(
    (port) =>
      `interface Ethernet1/${port}\n  description server ${port}\n  switchport access vlan ${port % 2 === 0 ? 10 : 20}\n`,
  )
  .join('\n')}
interface Ethernet1/49
  description uplink
  no switchport
  ip address 203.0.113.${2 * (Number(octet(address)) % 60)}/31

${/leaf/.test(name) ? NXOS_FABRIC : ''}interface mgmt0
  vrf member management
  ip address ${address}/24
line console
line vty
logging server 192.0.2.50 5
logging logfile messages 6
`

const eos: Writer = ({ name, address }, blocks) => `! Command: show running-config
! device: ${name} (DCS-7050SX3-48YC8, EOS-4.31.2F)
!
! boot system flash:/EOS-4.31.2F.swi
!
transceiver qsfp default-mode 4x10G
!
hostname ${name}
!
logging host 192.0.2.50
logging level AAA notifications
!
aaa accounting commands all default start-stop logging group tacacs+
!
tacacs-server host 192.0.2.50 key 7 0000000000
!
spanning-tree mode mstp
!
${blocks === '' ? '' : `${blocks}!\n`}vlan 10
   name servers
!
${range(6)
  .map((port) => `interface Ethernet${port}\n   description rack ${port}\n   switchport access vlan 10\n!\n`)
  .join('')}interface Management1
   ip address ${address}/24
!
ip routing
!
ip route 0.0.0.0/0 198.51.100.254
!
end
`

const junos: Writer = ({ name, address }, blocks) =>
  [
    'version 22.4R3.25',
    `system host-name ${name}`,
    'system authentication-order tacplus',
    'system tacplus-server 192.0.2.50 secret "$9$notasecretatall"',
    'system syslog host 192.0.2.50 any notice',
    'system syslog host 192.0.2.50 interactive-commands any',
    'system syslog host 192.0.2.50 change-log any',
    'system services ssh root-login deny',
    ...range(6).map((port) => `interfaces ge-0/0/${port} description "rack ${port}"`),
    ...range(6).map((port) => `interfaces ge-0/0/${port} unit 0 family ethernet-switching vlan members servers`),
    `interfaces fxp0 unit 0 family inet address ${address}/24`,
    ...blocks.split('\n').filter((line) => line !== ''),
    'routing-options static route 0.0.0.0/0 next-hop 198.51.100.254',
  ]
    .map((line) => `set ${line}\n`)
    .join('')

const ios: Writer = ({ name, address }, blocks) => `!
version 17.9
service timestamps log datetime msec
service password-encryption
!
hostname ${name}
!
aaa new-model
aaa authentication login default group tacacs+ local
aaa accounting commands 15 default start-stop group tacacs+
!
archive
 log config
  logging enable
  notify syslog contenttype plaintext
  hidekeys
!
${blocks}${range(6)
  .map((port) => `interface GigabitEthernet0/0/${port}\n description room ${port}\n!\n`)
  .join('')}interface Loopback0
 ip address ${address} 255.255.255.255
!
ip route 0.0.0.0 0.0.0.0 198.51.100.254
!
logging host 192.0.2.50
!
tacacs server AAA-1
 address ipv4 192.0.2.50
!
line vty 0 15
!
end
`

const WRITERS: Readonly<Record<EstateDevice['vendor'], Writer>> = { nxos, eos, junos, ios }

function octet(address: string): string {
  return address.split('.').at(-1) ?? '0'
}
