/** What MITRE says in an object, for the block that is MITRE's. */
import { z } from 'zod'

const Text = z.string().optional().catch(undefined)
const Texts = z.array(z.string()).catch([])

const Words = z.looseObject({
  name: Text,
  description: Text,
  x_mitre_platforms: Texts,
  kill_chain_phases: z.array(z.looseObject({ phase_name: z.string() })).catch([]),
  x_mitre_log_source_references: z.array(z.looseObject({ name: Text, channel: Text })).catch([]),
  x_mitre_mutable_elements: z.array(z.looseObject({ field: z.string(), description: Text })).catch([]),
  external_references: z.array(z.looseObject({ source_name: Text, url: Text, description: Text })).catch([]),
})

/** A reference as MITRE gives it. */
export interface MitreReference {
  readonly source?: string
  readonly url?: string
  readonly says?: string
}

/** MITRE's words, unchanged. */
export interface MitreWords {
  readonly name?: string
  readonly description?: string
  readonly tactics: readonly string[]
  readonly platforms: readonly string[]
  readonly logSources: readonly string[]
  /** What an analytic leaves to be set, with what MITRE says of it. */
  readonly mutableElements: readonly { readonly field: string; readonly says: string }[]
  readonly references: readonly MitreReference[]
}

/** Never throws for the JSON of an object; what is not as published is left out. */
export function mitreWords(json: unknown): MitreWords {
  const { name, description, ...lists } = Words.parse(json)
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    tactics: lists.kill_chain_phases.map(({ phase_name }) => phase_name),
    platforms: lists.x_mitre_platforms,
    logSources: lists.x_mitre_log_source_references.map((source) => joined(source.name, source.channel)),
    mutableElements: lists.x_mitre_mutable_elements.map(({ field, description: says = '' }) => ({ field, says })),
    references: lists.external_references.map(({ source_name, url, description: says }) => ({
      ...(source_name === undefined ? {} : { source: source_name }),
      ...(url === undefined ? {} : { url }),
      ...(says === undefined ? {} : { says }),
    })),
  }
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(': ')
}
