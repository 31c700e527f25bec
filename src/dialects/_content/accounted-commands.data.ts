/**
 * Commands as accounting servers record them for devices of any platform, and what each shows by the grammar of whatever platform reads it:
 * a server does not say what it speaks to.
 */
import type { ExampleCommands } from './command-examples.ts'

/** Recorded when they were done, or asked for and allowed. */
export const ACCOUNTED: readonly ExampleCommands[] = [
  { acts: ['session-set'], commands: ['monitor session 4 type erspan-source'], setup: 'accounted erspan session 4' },
  {
    acts: [],
    commands: ['source interface GigabitEthernet1/0/5 tx', 'destination', 'ip address 203.0.113.66', 'no shutdown'],
    setup: 'accounted erspan session 4',
  },
  {
    acts: ['session-set'],
    commands: [
      'mon sess 1 so int g1/0/1 b',
      'monitor session 1 destination remote vlan 901',
      'configure terminal ; monitor session 2 type erspan-source ; destination ip 203.0.113.66',
      'monitor session TAP source Ethernet1 rx',
      'set forwarding-options analyzer TAP output ip-address 203.0.113.66',
    ],
  },
  {
    acts: ['session-removed'],
    commands: ['no monitor session 4', 'no monitor session TAP', 'delete forwarding-options analyzer TAP'],
  },
  {
    acts: ['capture-set'],
    commands: [
      'monitor capture TAP interface GigabitEthernet1/0/1 both',
      'monitor traffic interface ge-0/0/0 write-file x.pcap',
    ],
  },
  { acts: ['logging-cut'], commands: ['no logging host 192.0.2.50'] },
  { acts: ['accounting-cut'], commands: ['no aaa accounting commands 15 default'] },
  { acts: ['configuration-copied-in'], commands: ['copy tftp://192.0.2.9/x running-config'] },
  { acts: ['route-changed'], commands: ['ip route 203.0.113.0 255.255.255.0 192.0.2.99'] },
  { acts: ['configuration-edited'], commands: ['commit'] },
  {
    acts: [],
    commands: [
      'show monitor session 1',
      'description monitor session 1 source',
      'interface GigabitEthernet1/0/5',
      'ntp server 192.0.2.1',
      'copy running-config startup-config',
    ],
  },
]

/** Asked for and denied, or failed. */
export const REFUSED: readonly ExampleCommands[] = [
  {
    acts: ['session-refused'],
    commands: ['monitor session 6 source interface GigabitEthernet1/0/9 both', 'no monitor session 6'],
  },
  { acts: [], commands: ['no logging host 192.0.2.51', 'show monitor session 6'] },
]
