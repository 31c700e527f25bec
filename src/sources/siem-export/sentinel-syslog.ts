/** Rows of Sentinel's Syslog table, turned back into lines: the agent takes header and message apart. */
import { parseInstant } from '../../kit/instant.ts'
import { type ExportRecord, textAt } from './records.ts'

/** `11/13/2026, 3:12:07.000 AM`, as the portal writes times into tables: UTC, whatever the reader's zone. */
const PORTAL_TIME = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(\.\d{1,7})? ([AP])M$/

/**
 * `{ EventTime, HostName: 'edge-1', ProcessName: 'sshd', ProcessID: 7, SyslogMessage }` → `2026-11-13T03:12:07.000Z edge-1 sshd[7]: …`.
 * What a row does not say is left out.
 *
 * @source Azure Monitor Logs reference, Syslog
 */
export function toSyslogLine(row: ExportRecord): string {
  const time = timeOf(row)
  const host = textAt(row, 'HostName') ?? textAt(row, 'Computer') ?? textAt(row, 'HostIP')
  const message = (textAt(row, 'SyslogMessage') ?? '').replace(/^[\s:]+/, '')
  const header = time === undefined || host === undefined ? '' : `${time} ${host} `
  return `${header}${tagOf(row)}${message}`
}

function tagOf(row: ExportRecord): string {
  const name = textAt(row, 'ProcessName')
  const id = row['ProcessID']
  if (name === undefined) return ''
  const hasId = (typeof id === 'number' || typeof id === 'string') && /^[1-9]\d*$/.test(String(id))
  return hasId ? `${name}[${id}]: ` : `${name}: `
}

function timeOf(row: ExportRecord): string | undefined {
  const written = textAt(row, 'EventTime') ?? textAt(row, 'TimeGenerated')
  if (written === undefined) return undefined
  const [, month, day, year, hour, minute, second, fraction = '', half] = PORTAL_TIME.exec(written) ?? []
  if (month === undefined || day === undefined) return parseInstant(written)
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  const two = (value: string | number): string => String(value).padStart(2, '0')
  return parseInstant(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}${fraction}Z`)
}
