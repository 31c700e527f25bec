/** The header of an IPFIX message; its sets are read by `_templates`. */
import type { ExportProtocol } from '../_templates/export-protocol.ts'
import { readSets } from '../_templates/read-sets.ts'
import { budgetOf } from '../_templates/run-budget.ts'
import { TemplateMemory } from '../_templates/template-memory.ts'
import type { Datagram, ExporterMemory, FlowSink } from '../contract.ts'

const VERSION = 10
const HEADER_BYTES = 16
const FIRST_TEMPLATE_ID = 256

/** @source RFC 7011, section 3.3.2 */
const PROTOCOL: ExportProtocol = { isIpfix: true, templateSet: 2, optionTemplateSet: 3 }

/** Version, a length that holds the header, and a first set that can be one. @source RFC 7011, section 3.1 */
export function looksLikeHeader({ view, from, to }: Datagram): boolean {
  if (to - from < HEADER_BYTES || view.getUint16(from) !== VERSION) return false
  const length = view.getUint16(from + 2)
  if (length === HEADER_BYTES) return true
  if (length < HEADER_BYTES + 4 || to - from < HEADER_BYTES + 4) return false
  const id = view.getUint16(from + HEADER_BYTES)
  return (id === 2 || id === 3 || id >= FIRST_TEMPLATE_ID) && view.getUint16(from + HEADER_BYTES + 2) >= 4
}

/**
 * Reads one message as long as it says to be; another may follow it in a file (RFC 5655). A message that is cut is read as far as
 * it goes.
 *
 * @source RFC 7011, section 3.1: length at 2, seconds since 1970 at 4, observation domain at 12
 */
export function decodeMessage(datagram: Datagram, memory: ExporterMemory, sink: FlowSink): number {
  const { bytes, view, from, to } = datagram
  const length = to - from < HEADER_BYTES ? 0 : view.getUint16(from + 2)
  if (length < HEADER_BYTES) {
    sink.count('malformed')
    return to
  }
  const end = Math.min(from + length, to)
  const templates = templatesOf(memory)
  const { set } = templates
  set.bytes = bytes
  set.view = view
  set.domainId = view.getUint32(from + 12)
  set.exportMs = view.getUint32(from + 4) * 1000
  set.bootMs = Number.NaN
  readSets(templates, { from: from + HEADER_BYTES, to: end, protocol: PROTOCOL }, sink)
  // Cut between two sets, so that none of them shows it.
  if (from + length > to && !set.isCut) sink.count('malformed')
  return end
}

/** Counts the data that waited for a template. */
export function finishMemory(memory: ExporterMemory, sink: FlowSink): void {
  templatesOf(memory).finish(sink)
}

function templatesOf(memory: ExporterMemory): TemplateMemory {
  return memory.of('ipfix', () => new TemplateMemory(budgetOf(memory)))
}
