/**
 * A line of a device → its rows of Syslog and CommonSecurityLog. A forwarder takes the header off and keeps what stands behind the tag; the
 * tag is the name of a process, the counter of a Cisco device, or its mnemonic.
 * @source RFC 3164, 4.1; RFC 5424, 6; rsyslog, "RSYSLOG_ForwardFormat": structured data and message id are not passed on
 */
import type { LogRecord } from '../../../facts/log-content/log-record.ts'
import type { JsonRow } from '../../_kusto/run-query.ts'

/** A line taken apart. */
interface SyslogParts {
  readonly host?: string | undefined
  readonly tag: string
  readonly processId?: string | undefined
  readonly message: string
}

const RFC_5424 = /^1 \S+ (\S+) (\S+) (\S+) \S+ (?:-|(?:\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\])+)(?: (.*))?$/s
const RFC_3164 =
  /^(?:\d{4} )?(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)?(?: [A-Z]{2,5})?|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?) {1,2}([\w.:-]+) +(.*)$/s
const TAG = /^([^\s:[\]]{1,64})(?:\[(\d{1,10})\])?:\s?(.*)$/s

/** Whether a line has structured data or a message id, which no table keeps. */
export function losesParts(text: string): boolean {
  return /^(?:<\d{1,3}>)?1 (?:\S+ ){4}(?!- -)/.test(text)
}

/** Header and tag off the message, as a forwarder does; a line without a header is all message. */
export function splitSyslog(text: string): SyslogParts {
  const line = text.replace(/^<\d{1,3}>/, '')
  const new5424 = RFC_5424.exec(line)
  if (new5424 !== null) {
    const [, host, app = '', processId, message = ''] = new5424
    return { host, tag: app === '-' ? '' : app, processId: processId === '-' ? undefined : processId, message }
  }
  const [, host, rest = line] = RFC_3164.exec(line) ?? []
  const tagged = host === undefined ? null : TAG.exec(rest)
  if (tagged === null) return { host, tag: '', message: rest }
  const [, tag = '', processId, message = ''] = tagged
  return { host, tag, processId, message }
}

/** The row of Syslog. */
export function toSyslogRow({ text, at, sender }: LogRecord): JsonRow {
  const { host, tag, processId, message } = splitSyslog(text)
  return {
    TimeGenerated: at,
    EventTime: at,
    Computer: sender ?? host,
    HostName: sender ?? host,
    ProcessName: tag,
    ProcessID: processId,
    SyslogMessage: message,
    Type: 'Syslog',
  }
}

/** The other way in which forwarders take a line of Cisco's apart: the mnemonic is the name of the process. */
export function toMnemonicRow(record: LogRecord): JsonRow | undefined {
  const row = toSyslogRow(record)
  const [, mnemonic, message] = /(%[A-Z][\w-]{1,60}): (.*)$/s.exec(record.text) ?? []
  return mnemonic === undefined ? undefined : { ...row, ProcessName: mnemonic, SyslogMessage: message }
}

/** The row of CommonSecurityLog, where a forwarder writes the line as CEF. */
export function toCommonSecurityRow(record: LogRecord): JsonRow {
  const { host, tag, message } = splitSyslog(record.text)
  const { product, service = '' } = record.source.sigma
  return {
    TimeGenerated: record.at,
    Computer: record.sender ?? host,
    DeviceName: record.sender ?? host,
    DeviceVendor: product,
    DeviceProduct: service,
    Message: tag === '' ? message : `${tag}: ${message}`,
    Type: 'CommonSecurityLog',
  }
}
