/** The sets of one message, in order. */
import type { FlowSink } from '../contract.ts'
import type { ExportProtocol } from './export-protocol.ts'
import { isZero } from './is-zero.ts'
import { FIRST_TEMPLATE_ID, readTemplates } from './read-templates.ts'
import { readRecords } from './records/read-records.ts'
import type { TemplateMemory } from './template-memory.ts'

/** Where a message's sets lie; the header is behind us. */
export interface SetsOfMessage {
  readonly from: number
  readonly to: number
  readonly protocol: ExportProtocol
}

/**
 * Reads the sets into `sink`, by `memory.set`, in which the caller has put bytes, domain and times. Returns where it stopped: at
 * `to`, or before a message that follows. A set that is cut is read as far as it goes; `memory.set.isCut` says whether the last was.
 */
export function readSets(memory: TemplateMemory, { from, to, protocol }: SetsOfMessage, sink: FlowSink): number {
  const { set } = memory
  set.isCut = false
  let at = from
  while (to - at >= 4) {
    set.id = set.view.getUint16(at)
    if (set.id === protocol.nextMessage) return at
    const length = set.view.getUint16(at + 2)
    set.isCut = length < 4 || at + length > to
    if (set.isCut) sink.count('malformed')
    if (length < 4) return to
    set.at = at + 4
    set.to = set.isCut ? to : at + length
    at = set.to
    readSet(memory, protocol, sink)
  }
  if (isZero(set.bytes, at, to)) return to
  set.isCut = true
  sink.count('malformed')
  return to
}

function readSet(memory: TemplateMemory, protocol: ExportProtocol, sink: FlowSink): void {
  const { set } = memory
  if (set.id === protocol.templateSet || set.id === protocol.optionTemplateSet) readTemplates(memory, protocol, sink)
  else if (set.id < FIRST_TEMPLATE_ID) sink.count('unsupported')
  else readData(memory, sink)
}

function readData(memory: TemplateMemory, sink: FlowSink): void {
  const { set, waiting } = memory
  const template = memory.find(set.domainId, set.id)
  if (template !== undefined) readRecords(set, template, sink)
  else if (!waiting.keep(set)) sink.count('set-without-template')
}
