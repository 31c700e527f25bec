/** Log lines → facts: typed commands, logins, commits, and sessions that came up or went down. */
import { createLineReader } from '../../_syslog/cisco-line-reader.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readEosLine } from './eos-line.ts'
import { readMessage } from './messages.ts'

/** Reads lines of EOS logs. Needles are the record shapes that can become a fact. */
export const lineReader = createLineReader({
  dialect: { id: ID, version: VERSION, redact },
  needles: [
    '-config_i',
    'config_session_commit',
    'config_replace',
    '%accounting-',
    '%aaa-',
    '%tacacs-',
    '%radius-',
    '%mirroring-',
  ],
  take: readEosLine,
  readMeaning: ({ message, text }) =>
    message === undefined
      ? { kind: 'unrecognised', because: `no message: ${text.slice(0, 40)}` }
      : readMessage(message),
  carriesCommands: ({ message }) => message?.mnemonic === 'CMD',
})
