/** Properties that the one-line form and the block form of `monitor session` share, as edits. */
import type { MirrorEdit } from '../../../../facts/mirror-edit.ts'
import { type Verb, write } from '../../../_cisco-configuration/commands/command-line.ts'
import {
  addClause,
  dropClause,
  type FilterClause,
  formatFilter,
} from '../../../_cisco-configuration/commands/filter-clauses.ts'
import { readDestination, readSource } from './ends.ts'
import { readFilter } from './filter.ts'

/** What one property of a session turns into. */
export interface Property {
  readonly edits: readonly MirrorEdit[]
  readonly canonical: string
  readonly problem?: string
}

/** `source interface Gi1/0/1 rx`; with `no`, the sources to take away: all of them when none is named. */
export function readSourceProperty(verb: Verb, words: readonly string[]): Property {
  if (verb !== 'set' && words.length === 0)
    return { edits: [{ do: 'drop-sources', sources: [] }], canonical: write(verb, 'source') }
  const { sources, remote, canonical, problem } = readSource(words)
  if (problem !== undefined) return { edits: [], canonical: write(verb, canonical), problem }
  const role: readonly MirrorEdit[] = remote ? [{ do: 'set', role: verb === 'set' ? 'destination' : 'source' }] : []
  const ends: MirrorEdit = { do: verb === 'set' ? 'add-sources' : 'drop-sources', sources: [...sources] }
  return { edits: [ends, ...role], canonical: write(verb, canonical) }
}

/** `destination interface Gi1/0/24 ingress vlan 30`; with `no`, the destinations to take away: all when none is named. */
export function readDestinationProperty(verb: Verb, words: readonly string[], snapshot: boolean): Property {
  if (verb !== 'set' && words.length === 0) {
    const members = ['ingress', 'reflectorPort', 'erspanId', 'originIp', 'vrf', 'mtu']
    return {
      edits: [
        { do: 'drop-destinations', destinations: [] },
        { do: 'clear', members },
      ],
      canonical: write(verb, 'destination'),
    }
  }
  const { destinations, details, canonical, problem } = readDestination(words)
  const text = write(verb, canonical)
  if (problem !== undefined) return { edits: [], canonical: text, problem }
  if (verb !== 'set') {
    const members = Object.keys(details)
    const drop: MirrorEdit = { do: 'drop-destinations', destinations: [...destinations] }
    return { edits: members.length === 0 ? [drop] : [drop, { do: 'clear', members }], canonical: text }
  }
  // A session copies into one remote VLAN: another one takes its place.
  const single = !snapshot && destinations.some((end) => end.vlan !== undefined)
  const add: MirrorEdit = { do: 'add-destinations', destinations: [...destinations], ...(single ? { single } : {}) }
  return { edits: Object.keys(details).length === 0 ? [add] : [add, { do: 'set', details }], canonical: text }
}

/** A filter command, and the clauses of the session after it. */
export function readFilterProperty(
  verb: Verb,
  words: readonly string[],
  before: readonly FilterClause[],
): Property & { readonly clauses: readonly FilterClause[] } {
  const clause = readFilter(words)
  const canonical = write(verb, 'filter', clause === undefined ? words.join(' ') : (formatFilter([clause]) ?? ''))
  if (clause === undefined && (verb === 'set' || words.length > 1)) {
    return {
      edits: [],
      canonical,
      clauses: before,
      problem: `filter "${words.join(' ').slice(0, 40)}" is not understood`,
    }
  }
  const clauses = clause === undefined ? [] : verb === 'set' ? addClause(before, clause) : dropClause(before, clause)
  const filter = formatFilter(clauses)
  return {
    edits: [filter === undefined ? { do: 'clear', members: ['filter'] } : { do: 'set', filter }],
    canonical,
    clauses,
  }
}
