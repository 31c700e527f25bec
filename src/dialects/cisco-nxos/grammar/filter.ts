/** Filters of a session: what of its sources is copied. */
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { matchKeyword } from '../../../kit/keyword.ts'
import { type Verb, write } from '../../_cisco-configuration/commands/command-line.ts'
import {
  addClause,
  dropClause,
  type FilterClause,
  formatFilter,
} from '../../_cisco-configuration/commands/filter-clauses.ts'
import type { Property } from './step.ts'

const KINDS = ['vlan', 'access-group', 'frame-type', 'flow', 'ipv4', 'ipv6'] as const

/** How an access list reads among the clauses of a filter: `acl ONLY-DB`. */
const ACCESS_LIST_CLAUSE = 'acl'

/**
 * Reads what follows `filter`: `vlan 10,20-21`, `access-group ONLY-DB`, `frame-type ipv4 src-ip 192.0.2.1/32`; undefined for
 * other words.
 *
 * @source Cisco NX-OS model, System/span-items/monitor-items/Monitor-list (aclName, fltvlan); frame-type filters of Nexus 7000
 */
function readFilter(words: readonly string[]): FilterClause | undefined {
  const [first, second, ...more] = words
  const kind = matchKeyword(first, KINDS)
  if (kind === undefined || second === undefined) return undefined
  if (kind === 'access-group') return { text: [ACCESS_LIST_CLAUSE, second, ...more].join(' ') }
  if (kind !== 'vlan') return { text: [kind, second, ...more].join(' ') }
  const list = [second, ...more].filter((word) => matchKeyword(word, ['include-untagged']) === undefined)
  const { values, problem } = parseIntegerRanges(list.join(' '))
  return problem === undefined ? { vlans: values } : undefined
}

/** A filter command, and the clauses of the session after it. Without words after `no filter`, all of them go. */
export function readFilterProperty(
  verb: Verb,
  words: readonly string[],
  before: readonly FilterClause[],
): Property & { readonly clauses: readonly FilterClause[] } {
  const clause = readFilter(words)
  const canonical = write(verb, 'filter', clause === undefined ? words.join(' ') : writeClause(formatFilter([clause])))
  if (clause === undefined && (verb === 'set' || words.length > 1)) {
    const problem = `filter "${words.join(' ').slice(0, 40)}" is not understood`
    return { edits: [], canonical, clauses: before, problem }
  }
  const clauses = clause === undefined ? [] : verb === 'set' ? withClause(before, clause) : dropClause(before, clause)
  const filter = formatFilter(clauses)
  return {
    edits: [filter === undefined ? { do: 'clear', members: ['filter'] } : { do: 'set', filter }],
    canonical,
    clauses,
  }
}

/** A session has one access list: another takes its place. */
function withClause(before: readonly FilterClause[], clause: FilterClause): readonly FilterClause[] {
  return addClause(
    before.filter((known) => !(isAccessList(known) && isAccessList(clause))),
    clause,
  )
}

function isAccessList(clause: FilterClause): boolean {
  return 'text' in clause && clause.text.startsWith(`${ACCESS_LIST_CLAUSE} `)
}

/** A clause as it is typed: `acl ONLY-DB` → `access-group ONLY-DB`. */
export function writeClause(clause = ''): string {
  const prefix = `${ACCESS_LIST_CLAUSE} `
  return clause.startsWith(prefix) ? `access-group ${clause.slice(prefix.length)}` : clause
}

/** The access lists that a filter names: `vlan 10; acl ONLY-DB` → `ONLY-DB`. */
export function filterLists(filter: string): readonly string[] {
  return filter.split('; ').flatMap((clause) => {
    const [kind, name] = clause.split(' ')
    return kind === ACCESS_LIST_CLAUSE && name !== undefined ? [name] : []
  })
}
