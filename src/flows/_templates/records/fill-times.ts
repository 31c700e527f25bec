/** When a flow began and ended. */
import type { FlowRow } from '../../contract.ts'
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { readUnsigned, WORD } from './read-unsigned.ts'
import { type RecordLayout, readNumber } from './record-layout.ts'
import { SLOT, type Slot } from './wanted-fields.data.ts'

/** Seconds from 1900, where NTP counts from, to 1970. @source RFC 5905, section 6 */
const NTP_TO_UNIX_SECONDS = 2_208_988_800
const FRACTIONS_PER_MS = WORD / 1000

/** The last moment that four digits of a year can write; what is later, or not behind 1970, is no time. */
const LAST_MS = 253_402_300_799_999

/** Sets both times; each stands in for the other where it is not said, and the time of export for both. */
export function fillTimes(row: FlowRow, set: DataSet, template: Template): void {
  if (template.layout.timeForm === 'milliseconds' && fillMilliseconds(row, set, template.layout)) return
  const start = timeIn(SLOT.start, set, template)
  const end = timeIn(SLOT.end, set, template)
  row.startMs = start || end || set.exportMs
  row.endMs = end || start || set.exportMs
}

/** The usual form, with less ado. False when one of them is no time. */
function fillMilliseconds(row: FlowRow, { view, at }: DataSet, { offsets }: RecordLayout): boolean {
  const start = at + offsets[SLOT.start]!
  const end = at + offsets[SLOT.end]!
  row.startMs = view.getUint32(start) * WORD + view.getUint32(start + 4)
  row.endMs = view.getUint32(end) * WORD + view.getUint32(end + 4)
  return row.startMs > 0 && row.startMs <= LAST_MS && row.endMs > 0 && row.endMs <= LAST_MS
}

/** Epoch milliseconds; 0 when the record does not say. */
function timeIn(slot: Slot, set: DataSet, template: Template): number {
  const { layout } = template
  const offset = layout.offsets[slot]!
  if (offset < 0) return 0
  const { view } = set
  const at = set.at + offset
  switch (slot === SLOT.start ? layout.startUnit : layout.endUnit) {
    case 'uptime':
      return sinceBoot(view.getUint32(at), set.exportMs, bootOf(set, template))
    case 'seconds':
      return view.getUint32(at) * 1000
    case 'ntp':
      return certain((view.getUint32(at) - NTP_TO_UNIX_SECONDS) * 1000 + view.getUint32(at + 4) / FRACTIONS_PER_MS)
    default:
      return certain(readUnsigned(view, at, layout.lengths[slot]!))
  }
}

/**
 * Epoch milliseconds of a moment of the exporter's uptime; 0 when nobody said when it began. The counter of 32 bits starts again
 * after 49.7 days, so it is its distance from the time of export that counts.
 */
export function sinceBoot(uptimeMs: number, exportMs: number, bootMs: number): number {
  return Number.isNaN(bootMs) ? 0 : Math.max(0, exportMs - ((exportMs - bootMs - uptimeMs) | 0))
}

/** When the exporter started, epoch milliseconds: by the record, the header of the message, or an option record; NaN when none says. */
export function bootOf(set: DataSet, { layout, domain }: Template): number {
  const said = readNumber(SLOT.systemInit, set, layout)
  if (said >= 0) return said
  return Number.isNaN(set.bootMs) ? domain.bootMs : set.bootMs
}

function certain(ms: number): number {
  return ms > 0 && ms <= LAST_MS ? Math.floor(ms) : 0
}
