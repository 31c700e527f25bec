/** Which log lines NX-OS wrote: messages with Cisco's header, and records of its accounting log. */
import type { Instant } from '../../../kit/instant.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import { type CiscoLine, readCiscoLine } from '../../_syslog/cisco-line.ts'
import { openEnvelope } from '../../_syslog/envelope.ts'
import { readMonth, resolveTime } from '../../_syslog/written-time.ts'

/** Facilities of NX-OS alone. @source NX-OS System Messages Reference, facility codes */
const OWN_FACILITY =
  /^(?:VSHD|SYSMGR|MODULE|L2FM|DAEMON|ACLLOG|LOG_[A-Z0-9]{1,16}|ETHPORT|ETH_PORT_CHANNEL|AUTHPRIV|VPC)(?:-|$)/
const OWN_MNEMONIC = /^(?:VSHD_|AAA_ACCOUNTING_MESSAGE$)/
/** Header words of IOS-XR, which may put the year first, too. */
const FOREIGN_LABEL = /(?:^|\s)(?:RP|LC)\/\d/

/**
 * A record of `show accounting log`, its time without a zone: `Thu Jan 30 01:41:15 2026:type=update:id=…`.
 *
 * @source Cisco NX-OS command `show accounting log`
 */
const ACCOUNTING_RECORD =
  /^((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?) (\d{4})):(type=(?:start|update|stop):id=.*)$/s

/** Takes a line apart; undefined when NX-OS did not write it. A record of the accounting log has no message. Never throws. */
export function readNxosLine(text: string, reference: Instant): CiscoLine | undefined {
  return readAccountingRecord(text, reference) ?? readCiscoLine(text, reference, { isForeign })
}

function isForeign({ facility, mnemonic, stamp, labels }: CiscoMessage): boolean {
  if (labels.some((label) => FOREIGN_LABEL.test(label))) return true
  return stamp?.yearFirst !== true && !OWN_FACILITY.test(facility) && !OWN_MNEMONIC.test(mnemonic)
}

/** The record names no switch: its sender is whoever relayed it, if anybody. */
function readAccountingRecord(text: string, reference: Instant): CiscoLine | undefined {
  const { host, message } = openEnvelope(text, reference)
  const [, written = '', monthName = '', day = '', clock = '', year = '', record] =
    ACCOUNTING_RECORD.exec(message) ?? []
  const month = readMonth(monthName)
  if (record === undefined || month === undefined) return undefined
  const { at, inferred } = resolveTime(
    { year: Number(year), month, day: Number(day), clock, zone: undefined },
    reference,
  )
  return {
    message: undefined,
    text: record,
    names: host === undefined ? [] : [{ by: /^[\d.]+$|:/.test(host) ? 'address' : 'hostname', value: host }],
    time: { ...(at === undefined ? {} : { at }), written, basis: 'record', inferred: [...inferred] },
    identity: { written: `${host ?? ''} ${record}`, writtenTime: written },
  }
}
