/** The log of NX-OS, which holds its accounting, and its messages that show an act without a typed command. */
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT, UNTYPED_CHANGES } from '../../_content/device-log.ts'

/** Id of the one log of NX-OS. */
export const SYSLOG = 'cisco-nxos-syslog'

/** What stands before the block of a command. @source NX-OS `AAA_ACCOUNTING_MESSAGE`, `show accounting log`, and sudo in its shell */
const ORIGINS = [
  String.raw`AAA_ACCOUNTING_MESSAGE:\s{1,4}(?:%\$.{1,40}%\$\s{0,4})?update:[^:]{1,128}(?::[\da-f:]{1,45}@[^:]{1,64})?:[^:]{0,128}:`,
  ':type=update:id=.{1,160}:user=[^:]{0,128}:cmd=',
  String.raw`SYSTEM_MSG:\s.{1,200}COMMAND=`,
]

export const sources: readonly LogSource[] = [
  {
    ...LINE_OF_TEXT,
    id: SYSLOG,
    title: 'Cisco NX-OS, syslog with accounting messages',
    sigma: {
      product: 'cisco',
      service: 'syslog',
      definition:
        'The switch logs accounting messages (logging level aaa 6) and sends its log to a collector (logging server, level 6 or higher).',
    },
    sentinel: FORWARDED_SYSLOG,
    commands: {
      of: 'cisco-nxos',
      // The block of a command stands before it: `configure terminal ; monitor session 1 ; no shut (SUCCESS)`.
      before: String.raw`(?:${ORIGINS.join('|')})\s{0,4}(?:[^;]*;\s){0,8}`,
      refused: { field: 'message', contains: ['(FAILURE)'] },
    },
    blindSpots: [
      UNTYPED_CHANGES,
      'What is typed in the Linux below (bash, guest shell) is logged only where sudo is used.',
      'A capture with ethanalyzer has a beginning here and no end.',
    ],
  },
]

export const signatures: readonly RecordSignature[] = [
  {
    source: SYSLOG,
    acts: ['configuration-edited'],
    when: {
      field: 'message',
      matches: [String.raw`VSHD_SYSLOG_CONFIG_I:\s.{0,60}Configured from \S{1,64} by \S{1,128} on `],
    },
  },
  {
    source: SYSLOG,
    acts: ['aaa-fallback-local'],
    when: {
      field: 'message',
      matches: [
        String.raw`%(?:TACACS|RADIUS)-\d-(?:TACACS|RADIUS)_ERROR_MESSAGE:\s.{0,200}(?:failed to respond|not respond|timed out|unreachable)`,
      ],
    },
  },
]
