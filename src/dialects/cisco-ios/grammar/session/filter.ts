/** Filters of a session: what of its sources is copied. */
import { parseIntegerRanges } from '../../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../../kit/keyword.ts'
import type { FilterClause } from '../../../_cisco-configuration/commands/filter-clauses.ts'

const KINDS = ['vlan', 'ip', 'ipv6', 'mac', 'sgt', 'packet-type', 'access-group'] as const

/**
 * Reads what follows `filter`: `vlan 10 , 20 - 22`, `ip access-group TAP`, `packet-type good rx`, `sgt 10`.
 *
 * @source Cisco-IOS-XE-native model, monitor/session/filter
 */
export function readFilter(words: readonly string[]): FilterClause | undefined {
  const [first, ...rest] = words
  const kind = matchKeyword(first, KINDS)
  if (kind === undefined || rest.length === 0) return undefined
  if (kind === 'vlan') {
    const { values, problem } = parseIntegerRanges(rest.join(' '))
    return problem === undefined ? { vlans: values } : undefined
  }
  const [second, ...names] = rest
  const group =
    kind !== 'packet-type' && kind !== 'sgt' && names.length > 0 && matchKeyword(second, ['access-group']) !== undefined
  return { text: [kind, group ? 'access-group' : second, ...names].join(' ') }
}
