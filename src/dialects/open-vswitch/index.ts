/** Open vSwitch: its database in every form in which it is kept, its log, and calls of `ovs-vsctl`. */
import type { Dialect } from '../contract.ts'
import { commands } from './commands/interpret.ts'
import { readDocument } from './config/read-document.ts'
import { recogniseDatabase } from './config/recognise.ts'
import { content } from './content/index.ts'
import { ID, VERSION } from './identity.ts'
import { jsonReader } from './json/read-record.ts'
import { writePlaybook } from './playbook.ts'
import { redact } from './redact.ts'
import { lineReader } from './syslog/read-line.ts'

export const dialect: Dialect = {
  id: ID,
  version: VERSION,
  title: 'Open vSwitch',
  aliases: ['openvswitch', 'ovs', 'open_vswitch'],
  document: { recognise: recogniseDatabase, read: readDocument },
  line: lineReader,
  json: jsonReader,
  commands,
  playbook: writePlaybook,
  content,
  redact,
}
