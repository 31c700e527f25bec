/** AWS VPC flow logs: lines as they lie in S3 or CloudWatch Logs, and the JSON in which CloudWatch hands them out. */
import { textOf } from '../_records/members.ts'
import { holdsOnly, startsAsJson } from '../_records/sample-objects.ts'
import type { FlowFormat } from '../contract.ts'
import { FlowLogReader, isDefaultLine, isHeader } from './read-line.ts'

/** Lines of a sample that are looked at. */
const MAX_LINES = 10

export const flowFormat: FlowFormat = {
  id: 'aws-flow-logs',
  version: 1,
  title: 'AWS VPC flow logs',
  observer: 'cloud',
  limits: [
    'VPC flow logs leave out mirrored traffic: a copy made by Traffic Mirroring is never in them, and their silence says nothing of it.',
    'What a mirror target sends on is in them; header bytes are not, so of a tunnel only the IP protocol or the UDP port is visible.',
    'A flow between two logged interfaces stands in the log twice, and its bytes may be counted twice.',
  ],
  file: {
    framing: 'either',
    recognise,
    open: () => {
      const reader = new FlowLogReader()
      return {
        read: (record, sink) =>
          typeof record === 'string' ? reader.read(record, sink) : reader.readMessage(record['message'], sink),
      }
    },
  },
}

function recognise(sample: string): number {
  if (startsAsJson(sample)) return holdsOnly(sample, ({ message }) => isDefaultLine(textOf(message))) ? 0.9 : 0
  const lines = sample
    .split('\n', MAX_LINES + 1)
    .slice(0, MAX_LINES)
    .filter((line) => line.trim() !== '')
  const [first = ''] = lines
  if (isHeader(first)) return 0.95
  // The last line of a sample may be cut off.
  const whole = lines.length > 1 && !sample.endsWith('\n') ? lines.slice(0, -1) : lines
  return whole.length > 0 && whole.every(isDefaultLine) ? 0.95 : 0
}
