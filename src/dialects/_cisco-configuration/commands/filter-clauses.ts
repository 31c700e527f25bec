/** The filters of one session as a list of clauses, and as one text. */
import { formatIntegerRanges } from '../../../kit/integer-ranges.ts'

/** One filter command: VLANs add up, every other clause stands by its own words. */
export type FilterClause = { readonly vlans: readonly number[] } | { readonly text: string }

/** The clauses as one text: `vlan 10,20-22`, `vlan 10; ip access-group TAP`; undefined when none is left. */
export function formatFilter(clauses: readonly FilterClause[]): string | undefined {
  const vlans = [...vlansOf(clauses)]
  const texts = clauses.flatMap((clause) => ('text' in clause ? [clause.text] : []))
  const all = [...(vlans.length === 0 ? [] : [`vlan ${formatIntegerRanges(vlans)}`]), ...new Set(texts)]
  return all.length === 0 ? undefined : all.join('; ')
}

/** The clauses with one more: VLANs in one clause, each once, so that a filter typed again and again does not grow. */
export function addClause(clauses: readonly FilterClause[], added: FilterClause): readonly FilterClause[] {
  const others = clauses.filter((clause) => 'text' in clause && !('text' in added && clause.text === added.text))
  const vlans = vlansOf([...clauses, added])
  return [...others, ...('text' in added ? [added] : []), ...(vlans.size === 0 ? [] : [{ vlans: [...vlans] }])]
}

function vlansOf(clauses: readonly FilterClause[]): ReadonlySet<number> {
  const vlans = new Set<number>()
  for (const clause of clauses) if ('vlans' in clause) for (const vlan of clause.vlans) vlans.add(vlan)
  return vlans
}

/** What is left of the clauses when one is taken away. */
export function dropClause(clauses: readonly FilterClause[], gone: FilterClause): readonly FilterClause[] {
  if ('text' in gone) return clauses.filter((clause) => !('text' in clause && clause.text === gone.text))
  const goneVlans = new Set(gone.vlans)
  return clauses.flatMap((clause): readonly FilterClause[] => {
    if (!('vlans' in clause)) return [clause]
    const vlans = clause.vlans.filter((vlan) => !goneVlans.has(vlan))
    return vlans.length === 0 ? [] : [{ vlans }]
  })
}
