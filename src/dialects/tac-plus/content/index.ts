/** What records of TACACS+ servers show of mirrors on the devices they serve, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTING_BLIND_SPOTS, BLOCK_BEFORE } from '../../_content/accounting-source.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT } from '../../_content/device-log.ts'
import { examples } from './examples.data.ts'

const source: LogSource = {
  ...LINE_OF_TEXT,
  id: 'tac-plus-accounting',
  title: 'TACACS+ servers (tac_plus family), accounting and authorisation',
  sigma: {
    product: 'cisco',
    service: 'aaa',
    definition:
      'Devices account commands to the server (aaa accounting commands 15 default start-stop group tacacs+ and its like) and the server forwards its records by syslog.',
  },
  sentinel: FORWARDED_SYSLOG,
  commands: {
    of: 'any',
    // @source tac_plus user guide, "cmd"; event-driven servers: columns `stop|shell|C`, `permit|shell|C`, `permit|C`
    before: String.raw`(?:(?:\b|#011)cmd[=*]["']?|\b(?:start|stop|update|permit|deny)(?:\s{1,4}|\||#011)(?:shell(?:\s{1,4}|\||#011))?(?:cmd=)?)${BLOCK_BEFORE}`,
    refused: {
      field: 'message',
      matches: [
        String.raw`\b(?:result|status)=["']?(?:den|err|fail|reject)`,
        String.raw`\(FAILURE\)`,
        String.raw`\|deny\|`,
        '#011deny#011',
        String.raw`\d{1,3}(?:\.\d{1,3}){3}\s(?:\S{0,64}\s)?deny\s`,
      ],
    },
  },
  blindSpots: ACCOUNTING_BLIND_SPOTS,
}

/** Records that show an act of the device or of somebody who logged in, without a typed command. */
const signatures: readonly RecordSignature[] = [
  {
    source: source.id,
    acts: ['aaa-server-changed'],
    when: { field: 'message', matches: [String.raw`\bevent=sys_acct\s{1,4}reason=reconfigure\b`] },
  },
  {
    source: source.id,
    acts: ['privilege-gained'],
    when: {
      field: 'message',
      matches: [
        String.raw`\benable query for '[^']{1,64}' .{1,200}\s(?:accepted|succeeded)`,
        String.raw`\benable \d{1,2} (?:for '[^']{1,64}' .{1,200})?succeeded\b`,
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
