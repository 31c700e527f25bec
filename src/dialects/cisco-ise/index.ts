/** AAA messages of Cisco ISE and ACS: who logged in to which device, which commands were asked for there and which done. */

import { COMMAND_ATTRIBUTES } from '../_aaa/radius-commands.data.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { hearLine, READER, readLine } from './read.ts'
import { redactMessage } from './redact.ts'

export const dialect: Dialect = {
  ...READER,
  title: 'Cisco ISE and ACS (AAA messages)',
  aliases: ['ise', 'cisco_ise', 'acs', 'cisco_acs'],
  line: {
    needles: [
      'cmdset=',
      // A command whose beginning is in another segment.
      'cmdav=',
      'cmdargav=',
      'authentication succeeded',
      'authentication failed',
      'sys_acct',
      'authen-method=local',
      'acct-authentic=local',
      ...new Set(COMMAND_ATTRIBUTES.map(({ name }) => `${name.toLowerCase()}=`)),
    ],
    read: readLine,
    hear: hearLine,
  },
  content,
  redact: redactMessage,
}
