/** Detail files of FreeRADIUS: commands that devices account for over RADIUS, and who was let in to which device. */
import { COMMAND_ATTRIBUTES } from '../_aaa/radius-commands.data.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { hearBlock, READER, readBlock } from './read.ts'
import { recognise } from './recognise.ts'
import { redactDetail } from './redact.ts'

export const dialect: Dialect = {
  ...READER,
  title: 'FreeRADIUS detail files',
  aliases: ['freeradius', 'radius_detail', 'radiusd'],
  block: {
    recognise,
    needles: [
      ...new Set(COMMAND_ATTRIBUTES.map(({ name }) => name.toLowerCase())),
      // The same attributes without the vendor's dictionary.
      'attr-26.',
      '-attr-',
      'cmd=',
      'access-accept',
      'access-reject',
      '= local',
      '= "local',
    ],
    read: readBlock,
    hear: hearBlock,
  },
  content,
  redact: redactDetail,
}
