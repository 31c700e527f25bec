/** Records of Aruba ClearPass and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTED, REFUSED } from '../../_content/accounted-commands.data.ts'
import { commandExamples, type RecordWriter } from '../../_content/command-examples.ts'

/** The command in one column, and parted into its first word and the others. */
const DONE: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `<143>2026-05-03 13:55:${seconds},823 192.0.2.61 TacacsAccounting 31 1 0 Common.Username=netops-1,Common.NAS-IP-Address=192.0.2.8,TACACS.Remote-Address=198.51.100.23,TACACS.Port=tty2,TACACS.Request-Type=TACACS_ACCOUNTING,TACACS.Acct-Flags=Stop,TACACS.Cmd=${command} <cr>,TACACS.Acct-Session-Id=118`,
  (command, seconds) =>
    `<143>2026-05-03 13:55:${seconds},823 192.0.2.61 TacacsAccounting 32 1 0 Common.Username=netops-1,Common.NAS-IP-Address=192.0.2.8,TACACS.Request-Type=TACACS_ACCOUNTING,TACACS.Acct-Flags=Stop,TACACS.Cmd=${command.replace(' ', ',TACACS.Cmd-Args=')} <cr>`,
]

const DENIED: readonly [RecordWriter] = [
  (command, seconds) =>
    `<143>2026-05-03 13:55:${seconds},823 192.0.2.61 TacacsAccounting 33 1 0 Common.Username=netops-2,Common.NAS-IP-Address=192.0.2.8,TACACS.Request-Type=TACACS_AUTHORIZATION,Common.Login-Status=REJECT,TACACS.Cmd=${command}`,
]

/** Records without a typed command. */
const OTHERS: readonly Omit<RecordExample, 'source'>[] = [
  {
    name: 'a login with an account of the device',
    acts: ['aaa-fallback-local'],
    text: '<143>2026-05-03 13:55:40,823 192.0.2.61 TacacsAccounting 36 1 0 Common.Username=rescue-1,Common.NAS-IP-Address=192.0.2.8,TACACS.Request-Type=TACACS_ACCOUNTING,TACACS.Acct-Flags=Start,TACACS.Authen-Method=AUTHEN_METH_LOCAL',
  },
  {
    name: 'enable',
    acts: ['privilege-gained'],
    text: '<143>2026-05-03 13:55:39,823 192.0.2.61 TACACS logins 29793 1 0 Common.Username=netops-1,Common.Login-Status=ACCEPT,Common.NAS-IP-Address=192.0.2.8,TACACS.Authen-Service=TAC_PLUS_AUTHEN_SVC_ENABLE,TACACS.Remote-Address=198.51.100.23,Common.Request-Timestamp=2026-05-03 13:55:39+00',
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
