/** The log of EOS, which holds its accounting, and its messages that show an act without a typed command. */
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandPattern } from '../../_content/command-pattern.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT, UNTYPED_CHANGES } from '../../_content/device-log.ts'

/** Id of the one log of EOS. */
export const SYSLOG = 'arista-eos-syslog'

export const sources: readonly LogSource[] = [
  {
    ...LINE_OF_TEXT,
    id: SYSLOG,
    title: 'Arista EOS, syslog with accounting messages',
    sigma: {
      product: 'arista',
      service: 'syslog',
      definition:
        'The switch accounts commands to its log (aaa accounting commands all default start-stop logging) and sends the log to a collector (logging host).',
    },
    sentinel: FORWARDED_SYSLOG,
    // @source EOS `ACCOUNTING-6-CMD`: `netops-1 vty6 192.0.2.10 stop task_id=17 … priv-lvl=15 cmd=C <cr>`
    commands: { of: 'arista-eos', before: String.raw`%ACCOUNTING-\d-CMD:\s.{1,300}\scmd=` },
    blindSpots: [
      UNTYPED_CHANGES,
      'What is typed into a configuration session shows at once, and counts when the session is committed.',
      'Requests of gNMI and eAPI show as requests, not as commands.',
    ],
  },
]

/** @source EOS `SYS`, `AAA`, `TACACS`, `RADIUS` messages; see `../syslog/messages.ts` */
const MESSAGES: readonly (readonly [acts: readonly RecordAct[], ...expressions: readonly string[]])[] = [
  [
    ['configuration-edited'],
    String.raw`%SYS-\d-CONFIG_I:\sConfigured from (?:console|ssh|telnet|(?:con|vty|tty|aux|pts/?)\d{0,4}) by `,
    String.raw`%SYS-\d-CONFIG_SESSION_COMMIT_SUCCESS:\s.{1,300} on (?:console|ssh|telnet|(?:con|vty|tty|aux|pts/?)\d{0,4})\b`,
  ],
  [
    ['configuration-copied-in'],
    String.raw`%SYS-\d-CONFIG_I:\sConfigured from [a-z]{2,16}:\S{0,400} by `,
    String.raw`%SYS-\d-CONFIG_SESSION_COMMIT_SUCCESS:\s.{1,300} on (?:GNMI|TerminAttr|command-api|eAPI)\b`,
    String.raw`%SYS-\d-CONFIG_SESSION_COMMIT_TIMER_TIMEDOUT:`,
    String.raw`%SYS-\d-CONFIG_REPLACE(?:_SUCCESS)?:`,
  ],
  [
    ['aaa-fallback-local'],
    String.raw`%(?:AAA|TACACS|RADIUS)-\d-\w{1,40}:\s.{0,200}\bfall(?:ing|s)? ?back\b.{0,80}\blocal\b`,
  ],
]

const REFUSED = '%AAA-\\d-CMD_AUTHZ_FAILED:\\s'
/** A refused command is an attempt upon a mirror, or a refused privilege. */
const REFUSED_MIRROR = `${REFUSED}.{1,200}command '${commandPattern('[no] mon_itor se_ssion <word> so_urce|d_estination|t_runcate')}`

export const signatures: readonly RecordSignature[] = [
  ...MESSAGES.map(([acts, ...matches]) => ({ source: SYSLOG, acts, when: { field: 'message', matches } })),
  { source: SYSLOG, acts: ['session-refused'], when: { field: 'message', matches: [REFUSED_MIRROR] } },
  {
    source: SYSLOG,
    acts: ['privilege-refused'],
    when: {
      all: [{ field: 'message', matches: [REFUSED] }, { not: { field: 'message', matches: [REFUSED_MIRROR] } }],
    },
  },
]
