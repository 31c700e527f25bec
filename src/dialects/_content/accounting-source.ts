/** What the records of AAA servers have in common where others keep them. */
import type { LogSource } from '../../facts/log-content/log-source.ts'

/** NX-OS accounts a command with the block it stands in: `configure terminal ; monitor session 1 ; no shut`. */
export const BLOCK_BEFORE = String.raw`(?:[^;]*;\s(?:[\w.-]{1,20}[=*])?){0,8}`

/** What accounting does not show, whatever the server. */
export const ACCOUNTING_BLIND_SPOTS: LogSource['blindSpots'] = [
  'A device that does not account commands, or whose accounting was taken away, leaves nothing.',
  'The record names no platform: a command that two platforms read differently is told by both readings.',
  'A device with local accounts may not ask the server at all.',
]
