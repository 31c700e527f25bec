/** What records of Cisco ISE show of mirrors on the devices it serves, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTING_BLIND_SPOTS, BLOCK_BEFORE } from '../../_content/accounting-source.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT } from '../../_content/device-log.ts'
import { examples } from './examples.data.ts'

const source: LogSource = {
  ...LINE_OF_TEXT,
  id: 'cisco-ise-device-administration',
  title: 'Cisco ISE and ACS, device administration',
  sigma: {
    product: 'cisco',
    service: 'aaa',
    definition:
      'Devices account or authorise commands by TACACS+, and ISE sends TACACS accounting, passed authentications and failed attempts to a remote logging target.',
  },
  sentinel: FORWARDED_SYSLOG,
  commands: {
    of: 'any',
    // @source Cisco ISE Syslog: attribute CmdSet, `[ CmdAV=C ]` or `[ CmdAV=W CmdArgAV=W … ]`
    before: `CmdAV=${BLOCK_BEFORE}`,
    refused: { field: 'message', contains: ['Command Authorization failed', 'CISE_Failed_Attempts', '(FAILURE)'] },
  },
  blindSpots: [
    ...ACCOUNTING_BLIND_SPOTS,
    'A record longer than a syslog message is cut into segments: the command may be parted from the device and the account.',
  ],
}

/** Records that show an act of the device or of somebody who logged in, without a typed command. */
const signatures: readonly RecordSignature[] = [
  {
    source: source.id,
    acts: ['aaa-fallback-local'],
    when: {
      all: [
        { field: 'message', contains: ['Accounting'] },
        {
          field: 'message',
          matches: [
            String.raw`Accounting (?:START|start request),.{1,1000}\bAuthen-Method=Local\b`,
            String.raw`Accounting start request,.{1,1000}\bAcct-Authentic=Local\b`,
          ],
        },
      ],
    },
    cannotTell: ["an account of the device's own behind a typed command: its login alone is told"],
  },
  {
    source: source.id,
    acts: ['aaa-server-changed'],
    when: {
      all: [
        { field: 'message', contains: ['event=sys_acct'] },
        { field: 'message', contains: ['reason=reconfigure'] },
      ],
    },
  },
  {
    source: source.id,
    acts: ['privilege-gained'],
    when: {
      all: [
        { field: 'message', contains: ['Passed-Authentication: Authentication succeeded'] },
        { field: 'message', contains: ['Service=Enable'] },
      ],
    },
  },
]

export const content: DialectContent = {
  sources: [source],
  signatures,
  commandSignatures: [],
  examples: examples(source.id),
  exercises: [],
}
