/** One template record of a set. */
import type { DataSet } from './data-set.ts'
import type { ExportProtocol } from './export-protocol.ts'
import type { TemplateField } from './records/record-layout.ts'

/** A template as it was sent. */
export interface TemplateDefinition {
  readonly id: number
  readonly isOption: boolean
  readonly fields: readonly TemplateField[]
  /** Equal for equal lists of fields, and for them alone. */
  readonly signature: string
}

const ENTERPRISE_BIT = 0x8000
const INGRESS_INTERFACE = 10
/** Of an enterprise, or a scope that is no element. */
const UNWANTED = -1

/**
 * The template at `set.at`, which moves behind it; undefined, and nothing moves, when the set ends before the template does.
 *
 * @source RFC 3954, sections 5.2 and 6.1 (lengths of scopes and options in bytes); RFC 7011, sections 3.4.1 and 3.4.2.2 (counts)
 */
export function parseTemplate(set: DataSet, protocol: ExportProtocol): TemplateDefinition | undefined {
  const isOption = set.id === protocol.optionTemplateSet
  const from = set.at + (isOption ? 6 : 4)
  if (from > set.to) return undefined
  const { view, at } = set
  const [first, second] = [view.getUint16(at + 2), isOption ? view.getUint16(at + 4) : 0]
  const isInBytes = isOption && !protocol.isIpfix
  const count = isInBytes ? (first + second) >>> 2 : first
  const scopes = isInBytes ? first >>> 2 : 0
  const to = specifiersEnd(set, { from, count, protocol })
  if (to < 0) return undefined
  set.at = to
  return {
    id: view.getUint16(at),
    isOption,
    fields: fieldsBetween(view, { from, to, scopes, protocol }),
    signature: `${isOption ? 'option' : 'data'} ${scopes} ${Buffer.from(set.bytes.subarray(from, to)).toString('latin1')}`,
  }
}

interface Specifiers {
  readonly from: number
  readonly protocol: ExportProtocol
}

function specifiersEnd(
  { view, to }: DataSet,
  { from, count, protocol }: Specifiers & { readonly count: number },
): number {
  let at = from
  for (let left = count; left > 0; left -= 1) {
    if (at + 4 > to) return -1
    at += isOfEnterprise(view.getUint16(at), protocol) ? 8 : 4
  }
  return at > to ? -1 : at
}

function fieldsBetween(
  view: DataView,
  { from, to, scopes, protocol }: Specifiers & { readonly to: number; readonly scopes: number },
): readonly TemplateField[] {
  const fields: TemplateField[] = []
  let at = from
  while (at < to) {
    const type = view.getUint16(at)
    const length = view.getUint16(at + 2)
    const isForeign = isOfEnterprise(type, protocol)
    fields.push({ element: fields.length < scopes ? elementOfScope(type) : isForeign ? UNWANTED : type, length })
    at += isForeign ? 8 : 4
  }
  return fields
}

function isOfEnterprise(type: number, { isIpfix }: ExportProtocol): boolean {
  return isIpfix && (type & ENTERPRISE_BIT) !== 0
}

/** Version 9 numbers scopes apart: system, interface, line card, cache, template. @source RFC 3954, section 6.1 */
function elementOfScope(type: number): number {
  return type === 2 ? INGRESS_INTERFACE : UNWANTED
}
