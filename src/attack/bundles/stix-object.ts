/** One object of a bundle → what its index says of it. Fields that are not as published are left out, never guessed. */
import { z } from 'zod'
import { isStixId } from '../ids/attack-id.ts'
import type { StixLink, StixObject } from '../releases/release-index.ts'

const Text = z.string().optional().catch(undefined)
const Flag = z.boolean().optional().catch(undefined)
const Refs = z.array(z.string()).catch([])

/** @source ATT&CK data model: USAGE.md of mitre/cti; x_mitre_log_source_references and x_mitre_analytic_refs of ATT&CK 18.1 */
const Published = z.looseObject({
  type: z.string().min(1).max(250),
  id: z.string().refine(isStixId),
  name: Text,
  created: Text,
  modified: Text,
  revoked: Flag,
  x_mitre_deprecated: Flag,
  x_mitre_version: Text,
  x_mitre_attack_spec_version: Text,
  x_mitre_shortname: Text,
  external_references: z.array(z.looseObject({ source_name: Text, external_id: Text })).catch([]),
  kill_chain_phases: z.array(z.looseObject({ phase_name: z.string() })).catch([]),
  tactic_refs: Refs,
  x_mitre_analytic_refs: Refs,
  x_mitre_data_source_ref: Text,
  x_mitre_log_source_references: z
    .array(z.looseObject({ x_mitre_data_component_ref: z.string(), name: Text, channel: Text }))
    .catch([]),
  relationship_type: Text,
  source_ref: Text,
  target_ref: Text,
})
type Published = z.infer<typeof Published>

/** Undefined where it has no type and no STIX id. */
export function readStixObject(json: unknown): StixObject | undefined {
  const { success, data: object } = Published.safeParse(json)
  if (!success) return undefined
  return {
    stixId: object.id,
    type: object.type,
    ...given('attackId', attackIdOf(object)),
    ...given('name', object.name),
    ...given('shortName', object.x_mitre_shortname),
    ...given('version', object.x_mitre_version),
    ...given('specVersion', object.x_mitre_attack_spec_version),
    ...given('created', object.created),
    ...given('modified', object.modified),
    status: statusOf(object),
    links: linksOf(object),
    ...tiesOf(object),
  }
}

function given<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const one: Partial<Record<K, string>> = {}
  if (value !== undefined) one[key] = value
  return one
}

function statusOf({ revoked, x_mitre_deprecated }: Published): StixObject['status'] {
  if (revoked === true) return 'revoked'
  return x_mitre_deprecated === true ? 'deprecated' : 'current'
}

/** References to other sources (CAPEC, CVE) have external ids too. */
function attackIdOf({ external_references }: Published): string | undefined {
  return external_references.find(({ source_name }) => source_name?.startsWith('mitre-') === true)?.external_id
}

function linksOf(object: Published): StixLink[] {
  const refs = (relation: string, targets: readonly string[]): StixLink[] => targets.map((to) => ({ relation, to }))
  return [
    ...refs('analytic', object.x_mitre_analytic_refs),
    ...object.x_mitre_log_source_references.map(({ x_mitre_data_component_ref, name, channel }) => ({
      relation: 'log source',
      to: x_mitre_data_component_ref,
      says: [name, channel].filter((part) => part !== undefined).join(': '),
    })),
    ...refs('data source', object.x_mitre_data_source_ref === undefined ? [] : [object.x_mitre_data_source_ref]),
    ...refs('tactic', [...object.tactic_refs, ...object.kill_chain_phases.map(({ phase_name }) => phase_name)]),
  ]
}

function tiesOf({ type, relationship_type, source_ref, target_ref }: Published): Pick<StixObject, 'ties'> {
  if (type !== 'relationship' || !relationship_type || !source_ref || !target_ref) return {}
  return { ties: { relation: relationship_type, from: source_ref, to: target_ref } }
}
