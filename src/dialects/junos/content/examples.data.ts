/** Lines of Junos logs and what each shows: typed, audited, and told by the device. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandExamples, type ExampleCommands, type RecordWriter } from '../../_content/command-examples.ts'
import { SYSLOG } from './sources.ts'

const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `<189>Nov 14 03:12:${seconds} pe1 mgd[4163]: UI_CMDLINE_READ_LINE: User 'netops-3', command '${command} '`,
  (command, seconds) =>
    `<189>1 2026-11-14T03:12:${seconds}.512Z pe1 mgd 4163 UI_CMDLINE_READ_LINE [junos@2636.1.1.1.2.57 username="netops-3" command="${command} "] User 'netops-3', command '${command} '`,
  (command, seconds) =>
    `Nov 14 03:12:${seconds}  pe1 mgd[4163]: %INTERACT-6-UI_CMDLINE_READ_LINE: User 'netops-3', command '${command} '`,
]

const ANALYZER_TAP = 'analyzer TAP'

const TYPED: readonly ExampleCommands[] = [
  {
    acts: ['session-set'],
    commands: [
      'set forwarding-options analyzer TAP input ingress interface ge-0/0/1.0',
      'set forwarding-options analyzer TAP output ip-address 203.0.113.66',
    ],
    setup: ANALYZER_TAP,
  },
  {
    acts: ['session-set'],
    commands: [
      'top set forwarding-options analyzer T2 output interface ge-0/0/47.0',
      'set ethernet-switching-options analyzer OLD output vlan 901',
      'set forwarding-options port-mirroring instance PM1 family inet output ip-address 203.0.113.66',
      'set firewall family inet filter COPY term 1 then port-mirror-instance PM1',
      'set logical-systems L1 forwarding-options analyzer TAP output ip-address 203.0.113.66',
      'activate forwarding-options analyzer TAP',
      'set services flow-tap interface sp-1/2/0.100',
    ],
  },
  {
    acts: ['session-removed'],
    commands: [
      'delete forwarding-options analyzer TAP',
      'deactivate forwarding-options analyzer TAP',
      'delete forwarding-options analyzer TAP output',
      'delete forwarding-options port-mirroring instance PM1',
    ],
  },
  { acts: ['session-set', 'session-removed'], commands: ['rename forwarding-options analyzer TAP to analyzer TAP2'] },
  {
    acts: ['capture-set'],
    commands: [
      'set forwarding-options packet-capture file filename pcap',
      'monitor traffic interface ge-0/0/0 write-file /var/tmp/x.pcap matching "tcp port 443"',
      'run monitor traffic write-file y.pcap',
      'start shell command "tcpdump -i em0 -w /var/tmp/z.pcap"',
      'request packet-capture start interface ge-0/0/2 filename cap',
    ],
  },
  { acts: ['capture-removed'], commands: ['request packet-capture stop'] },
  { acts: ['capture-exported'], commands: ['file copy /var/tmp/x.pcap scp://203.0.113.9/x.pcap'] },
]

const RELATED: readonly ExampleCommands[] = [
  {
    acts: ['logging-cut'],
    commands: [
      'delete system syslog host 192.0.2.50',
      'delete system syslog',
      'set system syslog file messages any none',
      'clear log messages',
      'run clear log interactive-commands',
      'restart event-processing',
    ],
  },
  {
    acts: ['command-logging-cut'],
    commands: [
      'deactivate system syslog host 192.0.2.50 interactive-commands',
      'set system syslog host 192.0.2.50 change-log none',
    ],
  },
  { acts: ['accounting-cut'], commands: ['delete system accounting'] },
  {
    acts: ['aaa-fallback-local'],
    commands: ['set system authentication-order password', 'delete system authentication-order tacplus'],
  },
  {
    acts: ['aaa-server-changed'],
    commands: ['set system tacplus-server 192.0.2.60 port 49', 'delete system radius-server 192.0.2.60'],
  },
  { acts: ['tunnel-changed'], commands: ['set interfaces gr-0/0/0 unit 0 tunnel destination 203.0.113.9'] },
  { acts: ['route-changed'], commands: ['set routing-options static route 198.51.100.9/32 next-hop 203.0.113.9'] },
  {
    acts: ['translation-changed'],
    commands: ['set security nat static rule-set S rule R match destination-address 198.51.100.9/32'],
  },
  { acts: ['filter-changed'], commands: ['set firewall family inet filter EDGE term 1 from protocol tcp'] },
  { acts: ['image-changed'], commands: ['request system software add /var/tmp/junos.tgz', 'request system reboot'] },
  { acts: ['shell-entered'], commands: ['start shell', 'start shell user root'] },
  { acts: ['configuration-copied-in'], commands: ['rollback 3', 'load override /var/tmp/x.conf'] },
  { acts: ['configuration-edited'], commands: ['commit', 'commit confirmed 5', 'commit and-quit'] },
]

const BENIGN: ExampleCommands = {
  acts: [],
  commands: [
    'show forwarding-options analyzer',
    'show configuration forwarding-options',
    'edit forwarding-options analyzer TAP',
    'set output interface ge-0/0/47.0',
    'set interfaces ge-0/0/1 description "set forwarding-options analyzer TAP"',
    'set groups TAPS forwarding-options analyzer TAP output vlan 901',
    'monitor traffic interface ge-0/0/0',
    'monitor interface traffic',
    'set system syslog host 192.0.2.51 any any',
    'commit check',
    'configure',
    'set system ntp server 192.0.2.1',
  ],
}

const AUDIT: readonly (readonly [acts: readonly RecordAct[], text: string])[] = [
  [
    ['session-set'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [forwarding-options analyzer TAP output ip-address] "198.51.100.9" -> "203.0.113.66"`,
  ],
  [['session-set'], `UI_CFG_AUDIT_OTHER: User 'netops-3' activate: [forwarding-options analyzer TAP]`],
  [['session-removed'], `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [forwarding-options analyzer TAP]`],
  [
    ['capture-set'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [forwarding-options packet-capture file filename] <unconfigured> -> "pcap"`,
  ],
  [['logging-cut'], `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [system syslog host 192.0.2.50]`],
  [
    ['logging-cut'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [system syslog file messages any none] <unconfigured> -> "none"`,
  ],
  [
    ['command-logging-cut'],
    `UI_CFG_AUDIT_OTHER: User 'netops-3' deactivate: [system syslog host 192.0.2.50 interactive-commands]`,
  ],
  [
    ['command-logging-cut'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [system syslog host 192.0.2.50 change-log none] <unconfigured> -> "none"`,
  ],
  [['accounting-cut'], `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [system accounting]`],
  [['aaa-fallback-local'], `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [system authentication-order tacplus]`],
  [
    ['aaa-fallback-local'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [system authentication-order password] <unconfigured> -> "password"`,
  ],
  [
    ['aaa-server-changed'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [system tacplus-server 192.0.2.60 port] "49" -> "4949"`,
  ],
  [
    ['tunnel-changed'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [interfaces gr-0/0/0 unit 0 tunnel destination] "198.51.100.9" -> "203.0.113.9"`,
  ],
  [
    ['route-changed'],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [routing-options static route 198.51.100.9/32 next-hop] <unconfigured> -> "203.0.113.9"`,
  ],
  [['translation-changed'], `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [security nat static rule-set S rule R]`],
  [
    ['filter-changed'],
    `UI_CFG_AUDIT_OTHER: User 'netops-3' delete: [firewall family inet filter EDGE term 1 from protocol tcp]`,
  ],
  [[], `UI_CFG_AUDIT_OTHER: User 'netops-3' set: [protocols bgp group X]`],
  [
    [],
    `UI_CFG_AUDIT_SET: User 'netops-3' set: [interfaces ge-0/0/1 description] <unconfigured> -> "forwarding-options analyzer TAP"`,
  ],
  [['configuration-edited'], `UI_COMMIT: User 'netops-3' requested 'commit' operation (comment: none)`],
  [['configuration-edited'], 'UI_COMMIT_COMPLETED:  : commit complete'],
  [['configuration-edited'], 'UI_COMMIT_PROGRESS: Commit operation in progress: commit complete'],
  [
    ['session-set', 'session-removed'],
    `UI_CFG_AUDIT_OTHER: User 'netops-3' rename: [forwarding-options analyzer TAP] to "TAP2"`,
  ],
  [['configuration-copied-in'], `UI_LOAD_EVENT: User 'netops-3' is performing a 'rollback 3'`],
  [['configuration-copied-in'], `UI_RESCUE_OPERATION: User 'netops-3' performed rescue configuration`],
  [['image-changed'], `UI_REBOOT_EVENT: System rebooted by 'netops-3'`],
  [[], `UI_DBASE_LOGIN_EVENT: User 'netops-3' entering configuration mode`],
  [[], 'UI_COMMIT_PROGRESS: Commit operation in progress: Obtaining lock for commit'],
]

export const examples: readonly RecordExample[] = [
  ...commandExamples(SYSLOG, WRITERS, [...TYPED, ...RELATED, BENIGN]),
  ...AUDIT.map(([acts, text]) => ({
    name: text.slice(0, 200),
    source: SYSLOG,
    text: `<189>Nov 14 03:12:09 pe1 mgd[4163]: ${text}`,
    acts,
  })),
  {
    name: 'structured audit of an analyzer that is removed',
    source: SYSLOG,
    text: `<189>1 2026-11-14T03:12:08.512Z pe1 mgd 4163 UI_CFG_AUDIT_OTHER [junos@2636.1.1.1.2.57 username="netops-3" action="delete" pathname="[forwarding-options analyzer TAP\\]" delimiter="" value=""]`,
    acts: ['session-removed'],
  },
  {
    name: 'structured audit of an analyzer that is set',
    source: SYSLOG,
    text: `<189>1 2026-11-14T03:12:07.512Z pe1 mgd 4163 UI_CFG_AUDIT_SET [junos@2636.1.1.1.2.57 username="netops-3" action="set" pathname="[forwarding-options analyzer TAP output interface\\]" delimiter="" value="ge-0/0/47.0"] User 'netops-3' set: [forwarding-options analyzer TAP output interface] <unconfigured> -> "ge-0/0/47.0"`,
    acts: ['session-set'],
  },
]
