/** What the log of LWOS shows of tap groups, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import type { CommandSignature, LogSource } from '../../../facts/log-content/log-source.ts'
import { commandPattern } from '../../_content/command-pattern.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT, LINES_OF_BLOCKS, UNTYPED_CHANGES } from '../../_content/device-log.ts'
import { EXAMPLES } from './examples.data.ts'

const SYSLOG: LogSource = {
  ...LINE_OF_TEXT,
  id: 'lumenwire-lwos-syslog',
  title: 'Lumenwire LWOS, audit log',
  sigma: {
    product: 'lumenwire',
    service: 'audit-log',
    definition: 'The device sends its audit log with commands (audit-log remote ADDRESS, audit-log commands).',
  },
  sentinel: FORWARDED_SYSLOG,
  // @source Lumenwire LWOS 7 message reference, `COMMAND`
  commands: { of: 'lumenwire-lwos', before: String.raw`\suser=\S{1,64} line=\S{1,64} from=\S{1,64} typed "` },
  blindSpots: [UNTYPED_CHANGES, LINES_OF_BLOCKS],
}

/** LWOS takes no words cut short. */
const COMMANDS: readonly CommandSignature[] = [
  {
    acts: ['session-set'],
    command: commandPattern('tap-group <number> <end>'),
    cannotTell: ['whether the group was made active', 'where it delivers its copy'],
  },
  { acts: ['session-removed'], command: commandPattern('no tap-group <number> <end>') },
  { acts: ['logging-cut'], command: commandPattern('no audit-log remote') },
  { acts: ['command-logging-cut'], command: commandPattern('no audit-log commands') },
]

export const content: DialectContent = {
  sources: [SYSLOG],
  signatures: [],
  commandSignatures: COMMANDS,
  examples: EXAMPLES,
  exercises: [],
}
