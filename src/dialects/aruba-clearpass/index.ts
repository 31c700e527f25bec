/** AAA records that Aruba ClearPass exports over syslog: who logged in to which device, and commands typed there. */
import { COMMAND_ATTRIBUTES } from '../_aaa/radius-commands.data.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { hearLine, READER, readLine } from './read.ts'
import { redactExport } from './redact.ts'

export const dialect: Dialect = {
  ...READER,
  title: 'Aruba ClearPass (syslog exports)',
  aliases: ['clearpass', 'cppm', 'aruba_clearpass'],
  line: {
    needles: [
      'tacacs.',
      // Logins by RADIUS are told from end systems by one of these.
      'service-type=',
      'nas-port-id=',
      '$enab',
      'authentic=local',
      ...new Set(COMMAND_ATTRIBUTES.map(({ name }) => name.toLowerCase())),
    ],
    read: readLine,
    hear: hearLine,
  },
  content,
  redact: redactExport,
}
