/** Sets of templates, and the data that waited for them. */
import type { FlowSink } from '../contract.ts'
import type { ExportProtocol } from './export-protocol.ts'
import { isZero } from './is-zero.ts'
import { parseTemplate, type TemplateDefinition } from './parse-template.ts'
import { readRecords } from './records/read-records.ts'
import type { TemplateMemory } from './template-memory.ts'

/** Fields of one template; those of known exporters have at most about a hundred. */
const MAX_FIELDS = 128

/** Lower numbers name sets of templates. @source RFC 3954, section 5.2; RFC 7011, section 3.4.3 */
export const FIRST_TEMPLATE_ID = 256

/** Reads every template of the set at `memory.set`. What is left out, be it one template or the rest of the set, is counted. */
export function readTemplates(memory: TemplateMemory, protocol: ExportProtocol, sink: FlowSink): void {
  const { set } = memory
  while (set.to - set.at >= 4) {
    if (protocol.isIpfix && readWithdrawal(memory)) continue
    if (set.view.getUint16(set.at) < FIRST_TEMPLATE_ID) break
    const definition = parseTemplate(set, protocol)
    if (definition === undefined) break
    if (canDescribe(definition) && memory.define(set.domainId, definition)) {
      sink.count(definition.isOption ? 'option-template' : 'template')
      readWaiting(memory, definition.id, sink)
    } else sink.count('malformed')
  }
  if (!set.isCut && !isZero(set.bytes, set.at, set.to)) sink.count('malformed')
}

/**
 * A template without fields takes back the one with its id; with the id of its set, all of the set's kind.
 *
 * @source RFC 7011, section 8.1
 */
function readWithdrawal(memory: TemplateMemory): boolean {
  const { set } = memory
  const id = set.view.getUint16(set.at)
  if (set.view.getUint16(set.at + 2) > 0) return false
  if (id >= FIRST_TEMPLATE_ID) memory.withdraw(set.domainId, id)
  else if (id === set.id) memory.withdrawAll(set.domainId, id === 3)
  else return false
  set.at += 4
  return true
}

/** Some byte has to belong to every record, or a set would hold any number of them. */
function canDescribe({ fields }: TemplateDefinition): boolean {
  return fields.length <= MAX_FIELDS && fields.some(({ length }) => length > 0)
}

function readWaiting(memory: TemplateMemory, id: number, sink: FlowSink): void {
  const { domainId } = memory.set
  const template = memory.find(domainId, id)
  if (template === undefined) return
  for (const waiting of memory.waiting.take(domainId, id)) readRecords(waiting, template, sink)
}
