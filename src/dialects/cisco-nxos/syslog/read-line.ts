/** Log lines → facts: typed commands, logins, what was done to the switch, and sessions that came up or went down. */
import { createLineReader } from '../../_syslog/cisco-line-reader.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readAccounting } from './accounting.ts'
import { readMessage } from './messages.ts'
import { readNxosLine } from './nxos-line.ts'

/** Reads lines of NX-OS logs. Needles are the record shapes that can become a fact. */
export const lineReader = createLineReader({
  dialect: { id: ID, version: VERSION, redact },
  needles: [
    'aaa_accounting_message',
    'vshd_syslog_config_i',
    ':type=start:id=',
    ':type=update:id=',
    'session_up',
    'session_down',
    '; command=',
    'tacacs_error_message',
    'radius_error_message',
    '%aaa-',
  ],
  take: readNxosLine,
  readMeaning: ({ message, text }) => (message === undefined ? readAccounting(text) : readMessage(message)),
  carriesCommands: ({ message }) => message === undefined || message.mnemonic === 'AAA_ACCOUNTING_MESSAGE',
})
