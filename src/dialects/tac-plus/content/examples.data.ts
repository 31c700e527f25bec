/** Records of TACACS+ servers and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTED, REFUSED } from '../../_content/accounted-commands.data.ts'
import { commandExamples, type RecordWriter } from '../../_content/command-examples.ts'

/** Columns in a file, columns with bars, pairs, and an authorisation that was allowed. */
const DONE: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `2026-05-03 13:55:${seconds} +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=118\ttimezone=UTC\tservice=shell\tpriv-lvl=15\tcmd=${command} <cr>`,
  (command, seconds) =>
    `<134>1 2026-05-03T13:55:${seconds}Z aaa1 tac_plus-ng 4711 ACCT-STOP - 2001:db8::7|netops-1|tty2|198.51.100.23|stop|shell|${command} <cr>`,
  (command, seconds) =>
    `<134>May  3 13:55:${seconds} aaa1 tac_plus[4711]: 192.0.2.7    netops-1    tty2    198.51.100.23    stop    task_id=119    timezone=UTC    service=shell    priv-lvl=15    cmd=${command} <cr>`,
  (command, seconds) =>
    `2026-05-03 13:55:${seconds} NAS_IP=192.0.2.7 Port=tty2 rem_addr=198.51.100.23 User=netops-1 Flags=Stop task_id=120 timezone=UTC service=shell priv_lvl=15 Cmd="${command}" Status=Succeeded`,
  (command, seconds) =>
    `<134>May  3 13:55:${seconds} aaa1 tac_plus[4711]: authorization user=netops-1 cmd='${command} <cr>' client=198.51.100.23 device=192.0.2.7 result=accepted`,
]

const DENIED: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) =>
    `2026-05-03 13:55:${seconds} +0000 192.0.2.7\tnetops-2\ttty2\t198.51.100.23\treaders\tdeny\tshell\t${command} <cr>`,
  (command, seconds) =>
    `<134>May  3 13:55:${seconds} aaa1 tac_plus-ng[4711]: AUTHZ-FAIL|192.0.2.7|netops-2|tty2|198.51.100.23||deny|shell|${command} <cr>`,
  (command, seconds) =>
    `<134>May  3 13:55:${seconds} aaa1 tac_plus[4711]: authorization user=netops-2 cmd='${command} <cr>' client=198.51.100.23 device=192.0.2.7 result=rejected`,
]

/** Word by word, as some servers write arguments. */
const WORD_BY_WORD: readonly [RecordWriter] = [
  (command, seconds) =>
    `2026-05-03 13:55:${seconds} +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=1\tservice=shell\tcmd=${`${command} <cr>`.split(' ').join('\tcmd-arg=')}`,
]

/** Records without a typed command. */
const OTHERS: readonly Omit<RecordExample, 'source'>[] = [
  {
    name: 'a device whose accounting was configured anew',
    acts: ['aaa-server-changed'],
    text: 'Nov 14 03:14:08\t192.0.2.7\tunknown\tunknown\tunknown\tstop\ttask_id=13\ttimezone=UTC\tservice=system\tevent=sys_acct\treason=reconfigure',
  },
  {
    name: 'enable, tac_plus',
    acts: ['privilege-gained'],
    text: "<134>May  3 13:55:33 aaa1 tac_plus[4711]: enable query for 'netops-1' tty2 from 192.0.2.7 accepted",
  },
  {
    name: 'enable, event-driven servers',
    acts: ['privilege-gained'],
    text: '2026-05-03 13:55:32 +0000 192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tenable 15 succeeded (permitted)',
  },
]

/** All examples, of the source named. */
export function examples(source: string): readonly RecordExample[] {
  return [
    ...commandExamples(source, DONE, ACCOUNTED),
    ...commandExamples(source, DENIED, REFUSED),
    ...commandExamples(source, WORD_BY_WORD, [
      { acts: ['session-set'], commands: ['monitor session 1 source interface Gi1/0/1 both'] },
      { acts: ['session-removed'], commands: ['no monitor session 1'] },
    ]),
    ...OTHERS.map((other) => ({ ...other, source })),
  ]
}
