/** What the logs of all network devices have in common where others keep them. */
import type { LogSource } from '../../facts/log-content/log-source.ts'

/** A line of text says all of it in itself. */
export const LINE_OF_TEXT = { form: 'text', fields: { time: 'message' } } as const satisfies Partial<LogSource>

/** Lines that a forwarder receives by syslog; as CEF where it rewrites them. */
export const FORWARDED_SYSLOG: LogSource['sentinel'] = {
  tables: ['Syslog', 'CommonSecurityLog'],
  connectors: ['SyslogAma', 'CefAma'],
}

/** What no log of typed commands shows, whatever the platform. */
export const UNTYPED_CHANGES =
  'A configuration that is copied or pushed in as a file shows one command or none: its lines are not among the typed ones.'

/** Why a rule over single records is silent about most of a block. */
export const LINES_OF_BLOCKS =
  'Lines inside a block (ip address, no shutdown) do not name their session: alone they say nothing, so only the head of a block is told.'
