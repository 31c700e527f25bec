/** One release in the library, held against its files. */
import { isDeepStrictEqual } from 'node:util'
import { openRelease, readObjectBytes } from '../../../src/app/answers/attack/library/read-library.ts'
import { listRelations } from '../../../src/attack/releases/list-relations.ts'
import { sha256Hex } from '../../../src/kit/hash.ts'
import type { PublishedObject, PublishedRelease } from './published.ts'

/** Every object once, its bytes a piece of its file that parses to the same, its hash that of the bytes. */
export function checkBytes(library: string, { release, parsed, texts }: PublishedRelease): readonly string[] {
  const index = openRelease(library, release)
  const kept = new Set(index.objects.map(({ stixId }) => stixId))
  const missing = [...parsed.keys()].filter((id) => !kept.has(id))
  const wrong = index.objects.flatMap((object) => {
    const bytes = readObjectBytes(library, index, object)
    const text = bytes.toString('utf8')
    const holds =
      sha256Hex(bytes) === object.sha256 &&
      texts.get(object.stixId)?.includes(text) === true &&
      isDeepStrictEqual(JSON.parse(text), parsed.get(object.stixId))
    return holds ? [] : [`${release}: ${object.stixId} is not as its file has it`]
  })
  return [...missing.map((id) => `${release}: ${id} is missing`), ...wrong]
}

/** How many relations were compared, of how many objects. */
export interface CheckedRelations {
  readonly objects: number
  readonly relations: number
  readonly failures: readonly string[]
}

/** Relations of the objects with these ids (of ATT&CK or STIX), each counted again from the files. */
export function checkRelations(library: string, published: PublishedRelease, ids: readonly string[]): CheckedRelations {
  const index = openRelease(library, published.release)
  const all = [...published.objects.values()]
  const checked = all.filter((object) => ids.includes(object.id) || ids.includes(attackIdOf(object) ?? ''))
  let relations = 0
  const failures = checked.flatMap((object) => {
    const found = listRelations(index, object.id).filter(({ through }) => through === undefined)
    const expected = all.reduce((sum, other) => sum + tiesBetween(object, other), 0)
    relations += found.length
    return found.length === expected
      ? []
      : [`${published.release}: ${object.id} has ${found.length} relations, not ${expected}`]
  })
  return { objects: checked.length, relations, failures }
}

function attackIdOf({ external_references: references }: PublishedObject): string | undefined {
  return references.find(({ source_name: name }) => name === 'mitre-attack')?.external_id
}

/** What `other` says of `object`; of itself, all that it says of others. */
function tiesBetween(object: PublishedObject, other: PublishedObject): number {
  const refs = [
    ...other.x_mitre_analytic_refs,
    ...other.x_mitre_log_source_references.map((source) => source.x_mitre_data_component_ref),
    ...(other.x_mitre_data_source_ref === undefined ? [] : [other.x_mitre_data_source_ref]),
    ...other.tactic_refs,
    ...other.kill_chain_phases.map((phase) => phase.phase_name),
  ]
  const said =
    other.id === object.id
      ? refs.length
      : refs.filter((ref) => ref === object.id || ref === object.x_mitre_shortname).length
  const tied = other.type === 'relationship' && (other.source_ref === object.id || other.target_ref === object.id)
  return said + Number(tied)
}
