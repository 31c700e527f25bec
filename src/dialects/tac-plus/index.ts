/** AAA records of the tac_plus family of TACACS+ servers: who logged in to which device and which commands were typed there. */
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { hearLine, READER, readLine } from './read.ts'
import { redactLine } from './redact.ts'

export const dialect: Dialect = {
  ...READER,
  title: 'TACACS+ servers (tac_plus family)',
  aliases: ['tac_plus', 'tac_plus-ng', 'tacacs'],
  line: {
    needles: [
      'cmd=',
      'cmd*',
      // The columns of the event-driven servers, which write commands without a name.
      '\tshell\t',
      '|shell|',
      '    shell    ',
      '\tpermit\t',
      '\tdeny\t',
      '|permit|',
      '|deny|',
      '#011shell#011',
      '#011permit#011',
      '#011deny#011',
      'sys_acct',
      // Logins and privileges.
      ' query for ',
      'login success:',
      'login failure:',
      'login for ',
      ...['succeeded', 'accepted', 'permitted', 'failed', 'denied', 'rejected', 'error'].map((end) => `login ${end}`),
      ...['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((level) => `enable ${level}`),
    ],
    read: readLine,
    hear: hearLine,
  },
  content,
  redact: redactLine,
}
