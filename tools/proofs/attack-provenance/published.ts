/** A release as its files have it, read without any code of the library. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

const Published = z.looseObject({
  type: z.string(),
  id: z.string(),
  external_references: z
    .array(z.looseObject({ source_name: z.string(), external_id: z.string().optional() }))
    .default([]),
  source_ref: z.string().optional(),
  target_ref: z.string().optional(),
  relationship_type: z.string().optional(),
  x_mitre_analytic_refs: z.array(z.string()).default([]),
  x_mitre_log_source_references: z.array(z.looseObject({ x_mitre_data_component_ref: z.string() })).default([]),
  x_mitre_data_source_ref: z.string().optional(),
  x_mitre_shortname: z.string().optional(),
  kill_chain_phases: z.array(z.looseObject({ phase_name: z.string() })).default([]),
  tactic_refs: z.array(z.string()).default([]),
})
/** One object with the members that tie it to others. */
export type PublishedObject = z.infer<typeof Published>

/** All objects of a release by STIX id: as parsed, and the text of the file that each stands in. */
export interface PublishedRelease {
  readonly release: string
  readonly objects: ReadonlyMap<string, PublishedObject>
  readonly parsed: ReadonlyMap<string, unknown>
  readonly texts: ReadonlyMap<string, string>
}

const Bundle = z.looseObject({ objects: z.array(z.unknown()) })

/** Reads a bundle, or all below a folder. */
export function readPublished(release: string, path: string): PublishedRelease {
  const objects = new Map<string, PublishedObject>()
  const parsed = new Map<string, unknown>()
  const texts = new Map<string, string>()
  for (const file of filesAt(path)) {
    const text = readFileSync(file, 'utf8')
    for (const json of Bundle.parse(JSON.parse(text)).objects) {
      const object = Published.parse(json)
      objects.set(object.id, object)
      parsed.set(object.id, json)
      texts.set(object.id, text)
    }
  }
  return { release, objects, parsed, texts }
}

function filesAt(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name))
}

/** What changed from one release to the next, by the parsed objects alone. */
export function countChanges(from: PublishedRelease, to: PublishedRelease): Readonly<Record<string, number>> {
  const ids = [...new Set([...from.parsed.keys(), ...to.parsed.keys()])]
  const count = (holds: (was: unknown, is: unknown) => boolean): number =>
    ids.filter((id) => holds(from.parsed.get(id), to.parsed.get(id))).length
  return {
    added: count((was) => was === undefined),
    removed: count((_, is) => is === undefined),
    changed: count((was, is) => was !== undefined && is !== undefined && !isDeepStrictEqual(was, is)),
  }
}
