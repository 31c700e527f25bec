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

/** All examples, of the source named. */
export function examples(source: string): readonly RecordExample[] {
  return commandExamples(source, WRITERS, ACCOUNTED)
}
