/** The log of Junos: typed commands, audited changes, and messages that show an act by themselves. */
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT, LINES_OF_BLOCKS, UNTYPED_CHANGES } from '../../_content/device-log.ts'
import { AUDITED } from './commands.data.ts'

/** Id of the one log of Junos. */
export const SYSLOG = 'junos-syslog'

export const sources: readonly LogSource[] = [
  {
    ...LINE_OF_TEXT,
    id: SYSLOG,
    title: 'Juniper Junos, syslog',
    sigma: {
      product: 'juniper',
      service: 'syslog',
      definition:
        'The device logs typed commands and changes (system syslog host ADDRESS interactive-commands any, change-log any) and sends them to a collector.',
    },
    sentinel: FORWARDED_SYSLOG,
    // @source Junos `UI_CMDLINE_READ_LINE: User 'U', command 'C '`, BSD and structured form
    commands: {
      of: 'junos',
      before: String.raw`UI_CMDLINE_READ_LINE(?::\s.{1,140}\scommand '|\s\[junos@.{1,300}\scommand=")(?:load-configuration (?:rpc |load-configuration |configuration-set ){0,4})?(?:(?:run|top)\s{1,4}){0,2}`,
    },
    blindSpots: [
      UNTYPED_CHANGES,
      LINES_OF_BLOCKS,
      'A typed or audited change counts when it is committed: the line is the same where it never was.',
      'A statement typed below edit names its end alone; the audited change (change-log) has the whole path.',
      'Nothing of a group (groups NAME …) shows which interfaces it reaches.',
    ],
  },
]

/** @source Junos System Log Explorer, UI family; see `../syslog/messages.ts` */
const MESSAGES: readonly (readonly [acts: readonly RecordAct[], ...expressions: readonly string[]])[] = [
  [
    ['configuration-edited'],
    String.raw`UI_COMMIT(?::\s.{1,140}requested 'commit(?:'| (?:confirmed|synchronize|and-quit|force))|\s\[junos@.{1,200}command="commit(?:"| (?:confirmed|synchronize|and-quit|force)))`,
    String.raw`UI_COMMIT_(?:(?:AT_)?COMPLETED|NOT_CONFIRMED)[:\s]`,
    'UI_COMMIT_PROGRESS.{1,200}commit complete',
  ],
  [
    ['configuration-copied-in'],
    String.raw`UI_LOAD_EVENT:\s.{1,140}performing a '(?:rollback (?:[1-9]|rescue)|load )`,
    'UI_(?:FACTORY|RESCUE)_OPERATION',
  ],
  [['image-changed'], 'UI_(?:REBOOT|HALT)_EVENT'],
]

export const signatures: readonly RecordSignature[] = [
  {
    source: SYSLOG,
    acts: ['session-set', 'session-removed'],
    when: {
      field: 'message',
      matches: [String.raw`UI_CFG_AUDIT_OTHER:\s.{1,140}\srename:?\s?\[forwarding-options analyzer `],
    },
  },
  ...MESSAGES.map(([acts, ...matches]) => ({ source: SYSLOG, acts, when: { field: 'message', matches } })),
  ...AUDITED.map(({ acts, expression, cannotTell = [] }) => ({
    source: SYSLOG,
    acts,
    when: { field: 'message', matches: [expression] },
    cannotTell: [...cannotTell, 'whether the change was committed'],
  })),
]
