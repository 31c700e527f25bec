/** The order of commands that were recorded in one second: what happens to a candidate before and after it is filled. */
import { readTypedLine, type TypedLine } from './typed-line.ts'

/** A removal before everything, then what is set, then commits, then the device's word on them. */
export function rankCommand(command: string): number {
  const line = readTypedLine(command)
  return line === undefined ? 0 : rankLine(line)
}

function rankLine(line: TypedLine): number {
  switch (line.kind) {
    case 'configure':
      return -5
    case 'rollback':
    case 'load':
      return -3
    case 'edit':
      return line.action === 'delete' || line.action === 'wildcard-delete' ? -1 : line.action === 'set' ? 0 : 10
    case 'level':
      return line.move === 'leave' ? 95 : -2
    case 'commit':
      return { now: 50, confirmed: 50, check: 45, at: 50, failed: 60, complete: 70, 'not-confirmed': -4 }[line.how]
    case 'operational':
      return 0
  }
}
