/** One parsed YAML file against the schema: a typed value, or problems that point at the very word. */
import { z } from 'zod'
import { InventoryFile } from '../schema.ts'
import type { InventoryProblem } from './problem.ts'
import { describeWanted, didYouMean, type Issue, lastKey, nameOf, show } from './wording.ts'
import type { ValuePath, YamlFile } from './yaml-file.ts'

/** A file that has the right shape, and where its parts stand. */
export interface ShapedFile {
  readonly yaml: YamlFile
  readonly content: InventoryFile
}

/** Checks keys, types and single values. Text that YAML took for a number (`session: 4`, account ids) is text again. */
export function checkShape(yaml: YamlFile): ShapedFile | readonly InventoryProblem[] {
  const value = structuredClone(yaml.value)
  const first = InventoryFile.safeParse(value)
  if (first.success) return { yaml, content: first.data }
  for (const issue of first.error.issues) restoreText(value, issue, yaml)
  const second = InventoryFile.safeParse(value)
  return second.success
    ? { yaml, content: second.data }
    : second.error.issues.flatMap((issue) => toProblems(issue, value, yaml))
}

/** Puts the text as written where the schema wants text and YAML saw a number: leading zeros and long ids survive. */
function restoreText(value: unknown, issue: Issue, yaml: YamlFile): void {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return
  const written = yaml.writtenText(issue.path)
  const key = issue.path.at(-1)
  const holder = valueAt(value, issue.path.slice(0, -1))
  if (written === undefined || key === undefined || !/^[\d.]+$/.test(written)) return
  if (typeof holder === 'object' && holder !== null) Reflect.set(holder, key, written)
}

function toProblems(issue: Issue, value: unknown, yaml: YamlFile): readonly InventoryProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...issue.path, key], yaml))
  const found = valueAt(value, issue.path)
  if (issue.path.at(-1) === 'purpose' && found === 'lawful') return [lawfulPurpose(issue.path, yaml)]
  if (found === undefined) return [missingKey(issue.path, yaml)]
  const wanted = describeWanted(issue)
  const subject = issue.path.length === 0 ? 'the file' : `"${lastKey(issue.path)}"`
  const guess = issue.code === 'invalid_value' ? didYouMean(found, issue.values.map(String)) : ''
  return [
    {
      code: 'TW_INVENTORY_SCHEMA',
      mark: yaml.markValue(issue.path),
      message: `${subject} must be ${wanted}, not ${show(found)}.`,
      help: `${guess}Write ${wanted} for ${subject}, or leave it out where it is optional.`,
    },
  ]
}

function unknownKey(path: ValuePath, yaml: YamlFile): InventoryProblem {
  const known = knownKeys(path.slice(0, -1))
  const key = String(path.at(-1))
  return {
    code: 'TW_INVENTORY_SCHEMA',
    mark: yaml.markKey(path),
    message: `unknown key ${show(key)} in ${nameOf(path.slice(0, -1))}.`,
    help: `${didYouMean(key, known)}The keys of ${nameOf(path.slice(0, -1))} are ${known.join(', ')}.`,
  }
}

function missingKey(path: ValuePath, yaml: YamlFile): InventoryProblem {
  const inside = path.slice(0, -1)
  return {
    code: 'TW_INVENTORY_SCHEMA',
    mark: { ...yaml.markValue(inside), width: 1 },
    message: `"${lastKey(path)}" is missing in ${nameOf(inside)}.`,
    help: `Add "${lastKey(path)}" to ${nameOf(inside)}.`,
  }
}

function lawfulPurpose(path: ValuePath, yaml: YamlFile): InventoryProblem {
  return {
    code: 'TW_INVENTORY_LAWFUL',
    mark: yaml.markValue(path),
    message: 'purpose "lawful" must not stand in the ordinary inventory.',
    help:
      'Take the entry out of this file. Lawful intercept belongs in the sealed compartment, which a later version adds; ' +
      'until then keep it in a file of mode 0600 that tapwarden is not given.',
  }
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined
  readonly items?: SchemaNode | undefined
}

const schemaNode: z.ZodType<SchemaNode> = z.lazy(() =>
  z.object({ properties: z.record(z.string(), schemaNode).optional(), items: schemaNode.optional() }),
)

/** The keys that the schema allows in the mapping at a path. */
function knownKeys(path: ValuePath): readonly string[] {
  let node: SchemaNode | undefined = inventorySchema()
  for (const step of path) node = typeof step === 'number' ? node?.items : node?.properties?.[String(step)]
  return Object.keys(node?.properties ?? {})
}

/** Made when the first mistake asks for it: it takes longer than reading a small inventory. */
const inventorySchema = once(() => schemaNode.parse(z.toJSONSchema(InventoryFile, { io: 'input' })))

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function valueAt(value: unknown, path: ValuePath): unknown {
  let at = value
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
  return at
}
