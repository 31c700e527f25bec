import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayBelongToMirror } from './mirror-words.ts'

const kept = [
  'monitor session 1 source interface Gi1/0/1 both',
  'mon sess 1 so int g1/0/1 b',
  'no monit ses 1',
  'default monitor session 1',
  '!exec: monitor capture TAP start',
  '!exec: mon cap TAP start',
  'ip address 203.0.113.66',
  'ip add 203.0.113.66',
  'so int g1/0/5 tx',
  'dest',
  'des',
  'no shut',
  'sh',
  'dis mirror TAP',
  'exit',
  'end',
  'erspan-id 101',
  'origin ip address 192.0.2.1',
  'vrf MGMT',
  'description tap',
  'interface GigabitEthernet1/0/1',
  'int g1/0/1',
  'vlan 901',
  'remote-span',
  'router bgp 65000',
  'policy-map QOS',
  'ip access-list extended X',
  'configure terminal',
  'conf t',
  'no logging host 192.0.2.50',
  'no archive',
  'no aaa accounting commands 15 default',
  'copy tftp://192.0.2.9/x running-config',
  'event manager applet TAP',
  ' action 1.0 cli command "monitor session 1 source interface Gi1/0/1"',
  'ip traffic-export profile RITE',
  'switchport capture',
  'observe-port 1 interface 10GE1/0/24',
  'mirroring-group 1 local',
  'mirror 1 port 24',
  'set forwarding-options analyzer TAP input ingress interface ge-0/0/1.0',
  'MONITOR SESSION 1',
  'bash timeout 60 tcpdump -i et1 -w /mnt/flash/a.pcap',
  'bash',
  'event-handler TAP',
  'daemon TAP',
  'schedule TAP interval 5 max-log-files 1 command bash tcpdump -i et1',
  'switchport tool group set TAPS',
  'queue-monitor length mirror destination Cpu',
  'configure session S1',
  'commit',
  'abort',
  'rollback clean-config',
  'tacacs-server host 192.0.2.9',
]

const dropped = [
  '',
  'show monitor session 1',
  'sh mon sess all',
  'ter mon',
  'trunk port 4',
  'do show monitor session 1',
  '!exec: show running-config',
  'display mirroring-group all',
  'terminal monitor',
  'ip route 0.0.0.0 0.0.0.0 192.0.2.1',
  'hostname acc-sw1',
  'snmp-server community REDACTED ro',
  'ntp server 192.0.2.1',
  'spanning-tree mode rapid-pvst',
  'switchport access vlan 10',
  'ping 192.0.2.1',
]

for (const command of kept) test(`keeps: ${command}`, () => assert.equal(mayBelongToMirror(command), true))
for (const command of dropped) test(`drops: ${command}`, () => assert.equal(mayBelongToMirror(command), false))

test('case and blanks do not matter, and no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(mayBelongToMirror(text), mayBelongToMirror(`  ${text}  `))
    }),
  )
})
