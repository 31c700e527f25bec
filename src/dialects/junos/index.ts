/** Juniper Junos: configurations in both forms, log messages and typed commands. */
import type { Dialect } from '../contract.ts'
import { commands } from './commands/interpret.ts'

import { readDocument } from './config/read-document.ts'
import { recogniseConfig } from './config/recognise.ts'
import { splitConfigs } from './config/split.ts'
import { content } from './content/index.ts'
import { ID, VERSION } from './identity.ts'
import { writePlaybook } from './playbook.ts'
import { redact } from './redact.ts'
import { lineReader } from './syslog/read-line.ts'

export const dialect: Dialect = {
  id: ID,
  version: VERSION,
  title: 'Juniper Junos',
  aliases: ['juniper', 'juniper_junos', 'juniper-junos', 'junipernetworks.junos'],
  document: {
    recognise: recogniseConfig,
    split: splitConfigs,
    read: readDocument,
  },
  line: lineReader,
  commands,
  playbook: writePlaybook,
  content,
  redact,
}
