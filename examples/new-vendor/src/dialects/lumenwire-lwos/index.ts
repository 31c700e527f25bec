/** Lumenwire LWOS: configurations, log messages and typed commands. */
import { splitAtDevices } from '../_cisco-configuration/text/split.ts'
import type { Dialect } from '../contract.ts'
import { commands } from './commands.ts'
import { content } from './content/index.ts'
import { ID, VERSION } from './identity.ts'
import { writePlaybook } from './playbook.ts'
import { readDocument, recognise } from './read-document.ts'
import { lineReader } from './read-line.ts'
import { redact } from './redact.ts'
import { textRules } from './text-rules.ts'

export const dialect: Dialect = {
  id: ID,
  version: VERSION,
  title: 'Lumenwire LWOS',
  aliases: ['lwos', 'lumenwire'],
  document: { recognise, split: (text) => splitAtDevices(text, textRules), read: readDocument },
  line: lineReader,
  commands,
  playbook: writePlaybook,
  content,
  redact,
}
