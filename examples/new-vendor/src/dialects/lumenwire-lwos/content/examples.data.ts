/** Lines of the audit log of LWOS, and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { commandExamples, type RecordWriter } from '../../_content/command-examples.ts'

const WRITERS: readonly [RecordWriter] = [
  (command, seconds) =>
    `<134>1 2026-11-14T03:12:${seconds}.112Z edge-lw-1 lwos-audit 812 - - user=netops-3 line=vty2 from=198.51.100.23 typed "${command}"`,
]

export const EXAMPLES: readonly RecordExample[] = commandExamples('lumenwire-lwos-syslog', WRITERS, [
  { acts: ['session-set'], commands: ['tap-group 4'], setup: 'tap group 4' },
  { acts: [], commands: ['watch port 1/7', 'deliver remote 203.0.113.66', 'active'], setup: 'tap group 4' },
  { acts: ['session-removed'], commands: ['no tap-group 4'] },
  { acts: ['logging-cut'], commands: ['no audit-log remote 192.0.2.50'] },
  { acts: ['command-logging-cut'], commands: ['no audit-log commands'] },
  { acts: [], commands: ['show tap-group 4', 'clock set 12:00', 'audit-log remote 192.0.2.50'] },
])
