/** The header of a NetFlow version 9 message; its sets are read by `_templates`. */
import type { ExportProtocol } from '../_templates/export-protocol.ts'
import { readSets } from '../_templates/read-sets.ts'
import { budgetOf } from '../_templates/run-budget.ts'
import { TemplateMemory } from '../_templates/template-memory.ts'
import type { Datagram, ExporterMemory, FlowSink } from '../contract.ts'

const VERSION = 9
const HEADER_BYTES = 20
const FIRST_TEMPLATE_ID = 256

/** @source RFC 3954, sections 5.2 (template FlowSet 0) and 6.1 (options template FlowSet 1) */
const PROTOCOL: ExportProtocol = { isIpfix: false, templateSet: 0, optionTemplateSet: 1, nextMessage: VERSION }

/** Version, a clock that was set after 1970, and a first set that can be one. @source RFC 3954, section 5.1 */
export function looksLikeHeader({ view, from, to }: Datagram): boolean {
  return looksLikeHeaderAt(view, from, to)
}

function looksLikeHeaderAt(view: DataView, from: number, to: number): boolean {
  if (to - from < HEADER_BYTES || view.getUint16(from) !== VERSION) return false
  if (to - from < HEADER_BYTES + 4) return view.getUint16(from + 2) === 0
  const id = view.getUint16(from + HEADER_BYTES)
  return (id < 2 || id >= FIRST_TEMPLATE_ID) && view.getUint16(from + HEADER_BYTES + 2) >= 4
}

/**
 * Reads one message; another may follow it in a file. The count of records in its header is not used: sets say where they end.
 *
 * @source RFC 3954, section 5.1: uptime at 4 (ms), seconds since 1970 at 8, source id at 16
 */
export function decodeMessage(datagram: Datagram, memory: ExporterMemory, sink: FlowSink): number {
  const { bytes, view, from, to } = datagram
  if (to - from < HEADER_BYTES) {
    sink.count('malformed')
    return to
  }
  const templates = templatesOf(memory)
  const { set } = templates
  set.bytes = bytes
  set.view = view
  set.domainId = view.getUint32(from + 16)
  set.exportMs = view.getUint32(from + 8) * 1000
  set.bootMs = set.exportMs - view.getUint32(from + 4)
  const end = readSets(templates, { from: from + HEADER_BYTES, to, protocol: PROTOCOL }, sink)
  if (end === to || looksLikeHeaderAt(view, end, to)) return end
  sink.count('malformed')
  return to
}

/** Counts the data that waited for a template. */
export function finishMemory(memory: ExporterMemory, sink: FlowSink): void {
  templatesOf(memory).finish(sink)
}

function templatesOf(memory: ExporterMemory): TemplateMemory {
  return memory.of('netflow-v9', () => new TemplateMemory(budgetOf(memory)))
}
