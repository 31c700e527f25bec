/** Lines of IOS logs and what each shows; the same commands as they are typed, cut and logged in many ways. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandExamples, type ExampleCommands, type RecordWriter } from '../../_content/command-examples.ts'
import { SYSLOG } from './sources.ts'

/** The headers under which collectors keep such lines; the last as a forwarder simulates them. */
const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `Nov 14 03:12:${seconds} edge-rtr-07 1057: Nov 14 2026 03:12:${seconds}.112 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:${command}`,
  (command, seconds) =>
    `<189>1057: edge-rtr-07: Nov 14 03:12:${seconds}.112: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:!exec: ${command}`,
  (command, seconds) =>
    `2026-11-14T03:12:${seconds}Z edge-rtr-07 1058: *Nov 14 03:12:${seconds}.112: %PARSER-5-CFGLOG_LOGGEDCMD: User:unknown user  logged command:${command} `,
  (command, seconds) => `Nov 14 03:12:${seconds} edge-rtr-07 CISCO-IOS[4711]: ${command}`,
]

const ERSPAN_4 = 'erspan session 4'
const SPAN_1 = 'span session 1'

const TYPED: readonly ExampleCommands[] = [
  { acts: ['session-set'], commands: ['monitor session 4 type erspan-source'], setup: ERSPAN_4 },
  {
    acts: [],
    commands: [
      'source interface TenGigabitEthernet0/0/1 rx',
      'no shutdown',
      'destination',
      'erspan-id 104',
      'ip address 203.0.113.66',
    ],
    setup: ERSPAN_4,
  },
  {
    acts: ['session-set'],
    commands: [
      'monitor session 1 source interface Gi1/0/5 both',
      'mon sess 1 dest int g1/0/24 ingress untagged vlan 30',
    ],
    setup: SPAN_1,
  },
  {
    acts: ['session-set'],
    commands: [
      'monitor session 2 source vlan 10 , 20 - 22 rx',
      'MON SES 2 D REM VLAN 901',
      'monitor session 2 filter vlan 10',
      'mon s 5 t erspan-s',
      'monitor session 6 type local',
      'no monitor session 2 filter vlan 10',
      'no monitor session 2 destination',
      'ip traffic-export profile TAP',
    ],
  },
  {
    acts: ['session-removed'],
    commands: [
      'no monitor session 1',
      'no mon sess all',
      'no monitor session range 1-3',
      'default monitor session 7',
      'no monitor session 4 type erspan-source',
      'no monitor session 1 source interface Gi1/0/5',
      'no monitor session 1 destination interface Gi1/0/24',
      'no ip traffic-export profile TAP',
      'no vlan access-map TAP',
    ],
  },
  {
    acts: ['capture-set'],
    commands: [
      'monitor capture TAP interface GigabitEthernet1/0/1 both',
      'mon cap TAP match ipv4 any any',
      'monitor capture TAP file location flash:t.pcap',
      'do monitor capture TAP start',
      'monitor capture point ip cef P Gi0/0 both',
      'monitor capture point associate P B',
      'monitor capture point start P',
      'no monitor capture TAP match',
      'ip traffic-export profile CAP mode capture',
      'debug platform packet-trace copy packet both',
      'debug platform software fed switch active punt packet-capture start',
    ],
  },
  { acts: ['capture-set', 'capture-exported'], commands: ['monitor capture TAP export tftp://192.0.2.9/t.pcap'] },
  {
    acts: ['capture-exported'],
    commands: [
      'monitor capture buffer B export tftp://192.0.2.9/b.pcap',
      'traffic-export interface GigabitEthernet0/0 copy tftp://192.0.2.9/t.pcap',
    ],
  },
  {
    acts: ['capture-removed'],
    commands: [
      'monitor capture TAP stop',
      'no monitor capture TAP',
      'no monitor capture TAP interface GigabitEthernet1/0/1',
      'monitor capture point stop P',
      'monitor capture point disassociate P',
      'no monitor capture point ip cef P Gi0/0 both',
      'debug platform software fed switch active punt packet-capture stop',
    ],
  },
  {
    acts: ['session-set', 'scripted-mirror'],
    commands: ['alias configure tap monitor session 9 source interface Gi1/0/1'],
  },
  { acts: ['capture-set', 'scripted-mirror'], commands: ['alias exec tap monitor capture TAP start'] },
]

const RELATED: readonly ExampleCommands[] = [
  {
    acts: ['logging-cut'],
    commands: ['no logging host 192.0.2.50', 'no logging 192.0.2.51', 'no logging on', 'no logg trap'],
  },
  { acts: ['command-logging-cut'], commands: ['no archive', 'no notify syslog', 'no log config', 'no logging enable'] },
  {
    acts: ['accounting-cut'],
    commands: ['no aaa accounting commands 15 default', 'no aaa accounting'],
  },
  {
    acts: ['configuration-copied-in'],
    commands: [
      'copy tftp://192.0.2.9/x running-config',
      'copy startup-config run',
      'configure replace flash:x',
      'conf mem',
    ],
  },
  {
    acts: ['aaa-server-changed'],
    commands: [
      'tacacs server ISE-1',
      'no tacacs-server host 192.0.2.60',
      'aaa group server tacacs+ ADMIN',
      'aaa authentication login default local',
      'aaa authorization commands 15 default none',
      'no aaa authentication login default',
    ],
  },
  {
    acts: ['tunnel-changed'],
    commands: ['tunnel destination 203.0.113.9', 'no tunnel source', 'no interface Tunnel7'],
  },
  {
    acts: ['route-changed'],
    commands: [
      'ip route 203.0.113.0 255.255.255.0 192.0.2.99',
      'no ipv6 route 2001:db8::/32 2001:db8::1',
      'ip policy route-map AWAY',
      'set ip next-hop 192.0.2.99',
      'set interface Tunnel7',
    ],
  },
  { acts: ['translation-changed'], commands: ['ip nat inside source static 198.51.100.9 203.0.113.9'] },
  {
    acts: ['filter-changed'],
    commands: [
      'ip access-list extended TAP',
      'no ip access-list standard OLD',
      'ipv6 access-list TAP6',
      'mac access-list extended TAPMAC',
    ],
  },
  {
    acts: ['image-changed'],
    commands: [
      'boot system flash:other.bin',
      'install add file flash:other.bin activate commit',
      'archive download-sw tftp://192.0.2.9/x',
    ],
  },
  {
    acts: ['shell-entered'],
    commands: [
      'guestshell run bash',
      'request platform software system shell',
      'app-hosting connect appid tap session',
      'tclsh',
    ],
  },
]

const BENIGN: ExampleCommands = {
  acts: [],
  commands: [
    'show monitor session 1',
    'do show monitor',
    'sh mon sess all',
    'show monitor capture TAP buffer brief',
    'description monitor session 1 source of the IDS',
    'remark no logging host 192.0.2.50',
    'interface GigabitEthernet1/0/5',
    'ip address 192.0.2.1 255.255.255.0',
    'monitor session servicemodule',
    'no monitor session local',
    'monitor capture TAP clear',
    'monitor capture buffer B size 512',
    'logging host 192.0.2.50',
    'no logging console',
    'aaa authentication login default group ADMIN local',
    'no aaa accounting exec default',
    'copy running-config startup-config',
    'configure terminal',
    'ip nat translation timeout 60',
    'debug ip packet',
    'event manager applet TAP',
    'spanning-tree mode rapid-pvst',
    'terminal monitor',
  ],
}

/** Messages that show an act without a typed command, and others that look like them. */
const MESSAGES: readonly (readonly [acts: readonly RecordAct[], text: string])[] = [
  [['configuration-edited'], '%SYS-5-CONFIG_I: Configured from console by netops-1 on vty0 (192.0.2.10)'],
  [
    ['configuration-edited'],
    '%DMI-5-CONFIG_I: R0/0: dmiauthd: Configured from NETCONF/RESTCONF by netops-1, transaction-id 7',
  ],
  [
    ['configuration-copied-in'],
    '%SYS-5-CONFIG_I: Configured from tftp://192.0.2.9/edge.cfg by netops-1 on vty0 (192.0.2.10)',
  ],
  [['configuration-copied-in'], '%SYS-5-CONFIG_I: Configured from memory by console'],
  [['configuration-copied-in'], '%SYS-5-CONFIG_I: Configured from 192.0.2.9 by snmp'],
  [['logging-cut'], '%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host 192.0.2.50 port 514 stopped - CLI initiated'],
  [['privilege-gained'], '%SYS-5-PRIV_AUTH_PASS: Privilege level set to 15 by netops-1 on vty0 (192.0.2.10)'],
  [
    ['privilege-refused'],
    '%SYS-5-PRIV_AUTH_FAIL: Authentication to Privilege level 15 failed by netops-2 on vty0 (192.0.2.11)',
  ],
  [['aaa-fallback-local'], '%RADIUS-4-RADIUS_DEAD: RADIUS server 192.0.2.60:1812,1813 is not responding.'],
  [['aaa-fallback-local'], '%TAC+-6-SENDTMO: Send type 5 to 192.0.2.60 timed out'],
  [[], '%SYS-6-LOGGINGHOST_STARTSTOP: Logging to host 192.0.2.50 port 514 started - CLI initiated'],
  [
    [],
    '%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: netops-1] [Source: 192.0.2.10] [localport: 22] at 03:12:07 UTC Sat Nov 14 2026',
  ],
  [[], '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/24, changed state to down (monitoring)'],
  [[], '%SPAN-5-SESSION_UP: Monitor session 4 is up'],
]

export const examples: readonly RecordExample[] = [
  ...commandExamples(SYSLOG, WRITERS, [...TYPED, ...RELATED, BENIGN]),
  ...MESSAGES.map(([acts, text]) => ({
    name: text.slice(0, 80),
    source: SYSLOG,
    text: `Nov 14 03:12:09 edge-rtr-07 1059: Nov 14 2026 03:12:09.001 UTC: ${text}`,
    acts,
  })),
]
