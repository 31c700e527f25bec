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

/** Records without a typed command. */
const OTHERS: readonly Omit<RecordExample, 'source'>[] = [
  {
    name: 'a login with an account of the device',
    acts: ['aaa-fallback-local'],
    text: '<182>May  3 13:55:35 ise1 CISE_TACACS_Accounting 0000000031 1 0 2026-05-03 13:55:35.328 +00:00 0018415801 3301 NOTICE Tacacs-Accounting: TACACS+ Accounting START, Device IP Address=192.0.2.7, NetworkDeviceName=acc-sw1, User=rescue-1, Port=tty0, Remote-Address=async, Authen-Method=Local, AVPair=task_id=41, AVPair=start_time=1777816535, AcctRequest-Flags=Start',
  },
  {
    name: 'a device whose accounting was configured anew',
    acts: ['aaa-server-changed'],
    text: '<182>May  3 13:55:38 ise1 CISE_TACACS_Accounting 0000000034 1 0 2026-05-03 13:55:38.328 +00:00 0018415804 3302 NOTICE Tacacs-Accounting: TACACS+ Accounting STOP, Device IP Address=192.0.2.7, User=unknown, Port=unknown, Remote-Address=unknown, AVPair=task_id=43, AVPair=event=sys_acct, AVPair=reason=reconfigure, AcctRequest-Flags=Stop',
  },
  {
    name: 'enable',
    acts: ['privilege-gained'],
    text: '<181>May  3 13:55:37 ise1 CISE_Passed_Authentications 0000000003 1 0 2026-05-03 13:55:37.625 +00:00 0000000103 5201 NOTICE Passed-Authentication: Authentication succeeded, Device IP Address=192.0.2.7, Protocol=Tacacs, NetworkDeviceName=acc-sw1, Type=Authentication, Action=Login, Privilege-Level=15, Service=Enable, User=netops-1, Port=tty2, Remote-Address=198.51.100.23',
  },
]

/** All examples, of the source named. */
export function examples(source: string): readonly RecordExample[] {
  return [
    ...commandExamples(source, DONE, ACCOUNTED),
    ...commandExamples(source, DENIED, REFUSED),
    ...OTHERS.map((other) => ({ ...other, source })),
  ]
}
