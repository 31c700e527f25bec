/** Records of Cisco ISE and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTED, REFUSED } from '../../_content/accounted-commands.data.ts'
import { commandExamples, type RecordWriter } from '../../_content/command-examples.ts'

/** Accounted as a whole, and authorised word by word. */
const DONE: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `<181>May  3 13:55:${seconds} ise1 CISE_TACACS_Accounting 0000000007 1 0 2026-05-03 13:55:${seconds}.101 +00:00 0018415781 3300 NOTICE Tacacs-Accounting: TACACS+ Accounting with Command, ConfigVersionId=4, Device IP Address=192.0.2.7, CmdSet=[ CmdAV=${command} <cr> ], RequestLatency=1, NetworkDeviceName=acc-sw1, User=netops-1, Port=tty2, Remote-Address=198.51.100.23, Privilege-Level=15, AcctRequest-Flags=Stop`,
  (command, seconds) =>
    `<181>May  3 13:55:${seconds} ise1 CISE_Passed_Authentications 0093197809 2 0 2026-05-03 13:55:${seconds}.001 +00:00 1214019921 5202 NOTICE Device-Administration: Command Authorization succeeded, ConfigVersionId=2097, Device IP Address=192.0.2.7, UserName=netops-1, CmdSet=[ CmdAV=${wordByWord(command)} CmdArgAV=<cr> ], Protocol=Tacacs, Type=Authorization, User=netops-1, Port=tty2, Remote-Address=198.51.100.23`,
]

const DENIED: readonly [RecordWriter] = [
  (command, seconds) =>
    `<181>May  3 13:55:${seconds} ise1 CISE_Failed_Attempts 0093197810 2 0 2026-05-03 13:55:${seconds}.001 +00:00 1214019922 5402 NOTICE Failed-Attempt: Command Authorization failed, ConfigVersionId=2097, Device IP Address=192.0.2.7, UserName=netops-2, CmdSet=[ CmdAV=${wordByWord(command)} CmdArgAV=<cr> ], Protocol=Tacacs, Type=Authorization, User=netops-2, Port=tty3, Remote-Address=198.51.100.24`,
]

function wordByWord(command: string): string {
  return command.split(' ').join(' CmdArgAV=')
}

/** All examples, of the source named. */
export function examples(source: string): readonly RecordExample[] {
  return [...commandExamples(source, DONE, ACCOUNTED), ...commandExamples(source, DENIED, REFUSED)]
}
