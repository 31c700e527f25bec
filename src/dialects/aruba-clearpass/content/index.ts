/** What records of Aruba ClearPass show of mirrors on the devices it serves, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTING_BLIND_SPOTS, BLOCK_BEFORE } from '../../_content/accounting-source.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT } from '../../_content/device-log.ts'
import { examples } from './examples.data.ts'

const source: LogSource = {
  ...LINE_OF_TEXT,
  id: 'aruba-clearpass-tacacs',
  title: 'Aruba ClearPass, TACACS+ records',
  sigma: {
    product: 'aruba',
    service: 'aaa',
    definition:
      'Devices account or authorise commands by TACACS+, and a syslog export filter of ClearPass has the columns TACACS.Cmd, TACACS.Cmd-Args, Common.NAS-IP-Address and Common.Username.',
  },
  sentinel: FORWARDED_SYSLOG,
  commands: {
    of: 'any',
    // @source ClearPass syslog export, columns of the session log
    before: String.raw`TACACS\.Cmd=${BLOCK_BEFORE}`,
    refused: { field: 'message', contains: ['Login-Status=REJECT'] },
  },
  blindSpots: [
    ...ACCOUNTING_BLIND_SPOTS,
    'An export filter without the columns of the command says that somebody logged in and not what was typed.',
  ],
}

/** Records that show an act of the device or of somebody who logged in, without a typed command. */
const signatures: readonly RecordSignature[] = [
  {
    source: source.id,
    acts: ['aaa-fallback-local'],
    when: {
      all: [
        { field: 'message', contains: ['Acct-Flags=Start'] },
        { field: 'message', contains: ['Authen-Method=AUTHEN_METH_LOCAL'] },
      ],
    },
  },
  {
    source: source.id,
    acts: ['privilege-gained'],
    when: {
      all: [
        { field: 'message', contains: ['Login-Status=ACCEPT'] },
        { field: 'message', contains: ['TAC_PLUS_AUTHEN_SVC_ENABLE'] },
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
