/** What the target makes of all detections and dialects, and what the published schemas say of it. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parseAllDocuments } from 'yaml'
import { guides } from '../../../detections/guides.generated.ts'
import { detections } from '../../../detections/registry.generated.ts'
import { dialects } from '../../../dialects/registry.generated.ts'
import { EMPTY_INVENTORY } from '../../../inventory/inventory.ts'
import { define } from '../../_definition/define.ts'
import type { SigmaExample } from '../../_sigma/check-sigma.ts'
import type { ContentFile } from '../../contract.ts'
import { target } from '../index.ts'

/** All definitions, without an inventory. */
export const inputs = {
  definitions: define({ detections, dialects, guides }),
  exercises: [],
  inventory: EMPTY_INVENTORY,
}
/** What the target builds of them. */
export const files = target.build(inputs)
/** Logs by id. */
export const sources = new Map(
  dialects.flatMap(({ content }) => content?.sources ?? []).map((source) => [source.id, source]),
)
/** The examples of all dialects. */
export const examples: readonly SigmaExample[] = dialects
  .flatMap(({ content }) => content?.examples ?? [])
  .flatMap((example) => {
    const source = sources.get(example.source)
    return source === undefined ? [] : [{ source, example }]
  })

const ajv = formats.default(new Ajv2020({ strict: false }))
const schemas = Object.fromEntries(
  ['detection-rule', 'correlation-rules', 'filters'].map((name) => {
    const path = new URL(`../../../../third-party/sigma/sigma-${name}-schema.json`, import.meta.url)
    const { $schema: _published, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
    return [name, ajv.compile(schema)]
  }),
)

/** What the published schema of a document's kind finds wrong with it. */
export function schemaProblems({ path, text }: ContentFile): readonly string[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value = document.toJS()
    const kind = 'correlation' in value ? 'correlation-rules' : 'filter' in value ? 'filters' : 'detection-rule'
    const validate = schemas[kind]
    return validate?.(value) === true ? [] : [`${path}: ${ajv.errorsText(validate?.errors)}`]
  })
}
