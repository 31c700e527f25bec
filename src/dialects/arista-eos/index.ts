/** Arista EOS: configurations, log messages and typed commands. */
import type { Dialect } from '../contract.ts'
import { readDocument } from './config/read-document.ts'
import { recogniseConfig } from './config/recognise.ts'
import { splitConfigs } from './config/text-rules.ts'
import { content } from './content/index.ts'
import { commands } from './grammar/interpret.ts'
import { ID, VERSION } from './identity.ts'
import { writePlaybook } from './playbook.ts'
import { redact } from './redact.ts'
import { lineReader } from './syslog/read-line.ts'

export const dialect: Dialect = {
  id: ID,
  version: VERSION,
  title: 'Arista EOS',
  aliases: ['eos', 'arista', 'arista_eos', 'veos', 'ceos'],
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
