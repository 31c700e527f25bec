/** Log lines → facts: typed commands, what was done to the log, and sessions that came up. */
import { createLineReader } from '../../_syslog/cisco-line-reader.ts'
import { ID, VERSION } from '../identity.ts'
import { redact } from '../redact.ts'
import { readIosLine } from './ios-line.ts'
import { readBareCommand, readMessage } from './messages.ts'

/** Reads lines of IOS logs. Needles are the record shapes that can become a fact. */
export const lineReader = createLineReader({
  dialect: { id: ID, version: VERSION, redact },
  needles: [
    'cfglog_loggedcmd',
    '-config_i',
    'logginghost_startstop',
    '-session_up',
    'eth_span_session_up',
    'pktcap_start',
    '-priv_auth_',
    '%radius-',
    '%tac+-',
    '%aaa-',
    '%aaaa-',
    'cisco-ios',
  ],
  take: readIosLine,
  readMeaning: ({ message, text }) => (message === undefined ? readBareCommand(text) : readMessage(message)),
  carriesCommands: ({ message }) => message?.mnemonic === 'CFGLOG_LOGGEDCMD',
})
