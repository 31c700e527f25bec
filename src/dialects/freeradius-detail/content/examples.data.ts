/** Records of FreeRADIUS detail files and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { ACCOUNTED } from '../../_content/accounted-commands.data.ts'
import { commandExamples, type RecordWriter } from '../../_content/command-examples.ts'

const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) => record(seconds, `Cisco-AVPair = "cmd=${command} <cr>"`),
  (command, seconds) => record(seconds, `Arista-Command = "${command}"`),
]

function record(seconds: string, attribute: string): string {
  return [
    `Sun May  3 13:55:${seconds} 2026`,
    '\tUser-Name = "netops-1"',
    '\tNAS-IP-Address = 192.0.2.8',
    '\tAcct-Status-Type = Stop',
    '\tAcct-Session-Id = "0000000A"',
    `\t${attribute}`,
    '\tCalling-Station-Id = "198.51.100.23"',
    `\tTimestamp = ${1_777_816_500 + Number(seconds)}`,
  ].join('\n')
}

/** Records without a typed command. */
const OTHERS: readonly Omit<RecordExample, 'source'>[] = [
  {
    name: 'a login with an account of the device',
    acts: ['aaa-fallback-local'],
    text: [
      'Sun May  3 13:55:35 2026',
      '\tUser-Name = "rescue-1"',
      '\tNAS-IP-Address = 192.0.2.8',
      '\tNAS-Port-Id = "tty0"',
      '\tService-Type = NAS-Prompt-User',
      '\tAcct-Status-Type = Start',
      '\tAcct-Authentic = Local',
      '\tTimestamp = 1777816535',
    ].join('\n'),
  },
  {
    name: 'enable',
    acts: ['privilege-gained'],
    text: [
      'Sun May  3 13:55:39 2026',
      '\tPacket-Type = Access-Accept',
      '\tNAS-IP-Address = 192.0.2.8',
      '\tUser-Name = "$enab15$"',
      '\tTimestamp = 1777816539',
    ].join('\n'),
  },
]

/** All examples, of the source named. */
export function examples(source: string): readonly RecordExample[] {
  return [...commandExamples(source, WRITERS, ACCOUNTED), ...OTHERS.map((other) => ({ ...other, source }))]
}
