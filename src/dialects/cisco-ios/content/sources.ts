/** The log of IOS, and its messages that show an act without a typed command. */
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT, LINES_OF_BLOCKS, UNTYPED_CHANGES } from '../../_content/device-log.ts'

/** Id of the one log of IOS. */
export const SYSLOG = 'cisco-ios-syslog'

export const sources: readonly LogSource[] = [
  {
    ...LINE_OF_TEXT,
    id: SYSLOG,
    title: 'Cisco IOS and IOS-XE, syslog',
    sigma: {
      product: 'cisco',
      service: 'syslog',
      definition:
        'The device logs typed commands (archive, log config, logging enable, notify syslog contenttype plaintext) and sends its log to a collector ' +
        '(logging host, logging trap notifications); commands of EXEC mode, captures among them, only reach it through AAA accounting or an EEM applet that logs them.',
    },
    sentinel: FORWARDED_SYSLOG,
    // @source Cisco IOS "Configuration Change Notification and Logging": `User:U  logged command:C`, `!exec:` before commands of EXEC mode
    commands: {
      of: 'cisco-ios',
      before: String.raw`(?:logged command:|CISCO-IOS(?:\[\d{1,10}\])?:)\s{0,4}(?:!exec:\s{0,4})?(?:do\s{1,4}){0,2}`,
    },
    blindSpots: [
      UNTYPED_CHANGES,
      LINES_OF_BLOCKS,
      'Only complete commands of configuration mode are logged, and an approved automation looks like anybody else who types.',
      'A capture leaves no line here unless commands of EXEC mode are logged as well.',
    ],
  },
]

/** @source IOS System Message Guide: SYS, and the AAA subsystem's words when no server answers; see `../syslog/messages.ts` */
const MESSAGES: readonly (readonly [acts: readonly RecordAct[], ...expressions: readonly string[]])[] = [
  [
    ['configuration-edited'],
    String.raw`-CONFIG_I:\s.{0,60}Configured from (?:console|aux|(?:con|vty|tty|aux)\d{1,4}|NETCONF\S{0,16}|RESTCONF\S{0,16}) by `,
  ],
  [
    ['configuration-copied-in'],
    String.raw`-CONFIG_I:\s.{0,60}Configured from (?:memory|(?:tftp|ftp|scp|sftp|http|https|rcp|flash|bootflash|nvram|disk\d)\S{0,256}|\d{1,3}(?:\.\d{1,3}){3}) by `,
  ],
  [['logging-cut'], String.raw`-LOGGINGHOST_STARTSTOP:\s{1,4}Logging to host \S{1,128}(?: port \d{1,5})? stopped`],
  [['privilege-gained'], String.raw`-PRIV_AUTH_PASS:\s.{0,40}level (?:set to )?\d{1,2} by `],
  [['privilege-refused'], String.raw`-PRIV_AUTH_FAIL:\s.{0,40}level \d{1,2} failed by `],
  [
    ['aaa-fallback-local'],
    String.raw`%(?:AAAA?|RADIUS|TAC\+|TACACS\+?|TPLUS)(?:-\w{1,16})?-\d-\w{1,40}:.{1,400}\b(?:not respond|timed out|unreachable|no active radius servers)`,
  ],
]

export const signatures: readonly RecordSignature[] = MESSAGES.map(([acts, ...matches]) => ({
  source: SYSLOG,
  acts,
  when: { field: 'message', matches },
}))
