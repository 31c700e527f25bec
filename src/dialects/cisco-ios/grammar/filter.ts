/** Filters of a session: what of its sources is copied. Several filter commands add up to one text. */
import { formatIntegerRanges, parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'

/** One filter command: VLANs add up, every other clause stands by its own words. */
export type FilterClause = { readonly vlans: readonly number[] } | { readonly text: string }

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

/** The clauses as one text: `vlan 10,20-22`, `vlan 10; ip access-group TAP`; undefined when none is left. */
export function formatFilter(clauses: readonly FilterClause[]): string | undefined {
  const vlans = clauses.flatMap((clause) => ('vlans' in clause ? clause.vlans : []))
  const texts = clauses.flatMap((clause) => ('text' in clause ? [clause.text] : []))
  const all = [...(vlans.length === 0 ? [] : [`vlan ${formatIntegerRanges(vlans)}`]), ...new Set(texts)]
  return all.length === 0 ? undefined : all.join('; ')
}

/** What is left of the clauses when one is taken away. */
export function dropClause(clauses: readonly FilterClause[], gone: FilterClause): readonly FilterClause[] {
  if ('text' in gone) return clauses.filter((clause) => !('text' in clause && clause.text === gone.text))
  return clauses.flatMap((clause): readonly FilterClause[] => {
    if (!('vlans' in clause)) return [clause]
    const vlans = clause.vlans.filter((vlan) => !gone.vlans.includes(vlan))
    return vlans.length === 0 ? [] : [{ vlans }]
  })
}
