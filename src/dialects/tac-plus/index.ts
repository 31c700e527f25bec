/** TACACS+ accounting as the tac_plus family of servers writes it: who typed which command on which device. */
import type { Dialect } from '../contract.ts'
import { DIALECT_ID, DIALECT_VERSION, hearLine, readLine } from './read.ts'
import { redactLine } from './redact.ts'

export const dialect: Dialect = {
  id: DIALECT_ID,
  version: DIALECT_VERSION,
  title: 'TACACS+ accounting (tac_plus family)',
  aliases: ['tac_plus', 'tac_plus-ng', 'tacacs'],
  line: {
    // The last three are the columns of tac_plus-ng, which writes commands without a name.
    needles: ['cmd=', 'cmd*', '\tshell\t', '|shell|', '    shell    '],
    read: readLine,
    hear: hearLine,
  },
  redact: redactLine,
}
