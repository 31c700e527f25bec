/** Cisco NX-OS: configurations, log messages, accounting records and typed commands. */
import { splitAtDevices } from '../_cisco-configuration/text/split.ts'
import type { Dialect } from '../contract.ts'
import { readDocument } from './config/read-document.ts'
import { recogniseConfig } from './config/recognise.ts'
import { textRules } from './config/text-rules.ts'
import { content } from './content/index.ts'
import { commands } from './grammar/interpret.ts'
import { ID, VERSION } from './identity.ts'
import { writePlaybook } from './playbook.ts'
import { redact } from './redact.ts'
import { lineReader } from './syslog/read-line.ts'

export const dialect: Dialect = {
  id: ID,
  version: VERSION,
  title: 'Cisco NX-OS',
  aliases: ['nxos', 'nx-os', 'cisco_nxos', 'nexus'],
  document: {
    recognise: recogniseConfig,
    split: (text) => splitAtDevices(text, textRules),
    read: readDocument,
  },
  line: lineReader,
  commands,
  playbook: writePlaybook,
  content,
  redact,
}
