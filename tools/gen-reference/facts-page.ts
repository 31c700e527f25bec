/** The page of facts: the ten kinds and what they are made of, from their schemas and the comments beside them. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import * as facts from '../../src/facts/fact.ts'
import * as edits from '../../src/facts/mirror-edit.ts'
import * as sessions from '../../src/facts/mirror-session.ts'
import * as parts from '../../src/facts/schema-parts.ts'
import { type Declaration, firstParagraph, readDeclarations } from './doc-comments.ts'
import { code, page, table } from './markdown.ts'

const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    items: z.union([z.literal(false), Node]).optional(),
    prefixItems: z.array(Node).optional(),
    anyOf: z.array(Node).optional(),
    oneOf: z.array(Node).optional(),
    properties: z.record(z.string(), Node).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Node]).optional(),
    $defs: z.record(z.string(), Node).optional(),
  }),
)
interface Node {
  readonly $ref?: string | undefined
  readonly type?: string | undefined
  readonly const?: unknown
  readonly enum?: readonly unknown[] | undefined
  readonly items?: false | Node | undefined
  readonly prefixItems?: readonly Node[] | undefined
  readonly anyOf?: readonly Node[] | undefined
  readonly oneOf?: readonly Node[] | undefined
  readonly properties?: Readonly<Record<string, Node>> | undefined
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: boolean | Node | undefined
  readonly $defs?: Readonly<Record<string, Node>> | undefined
}

/** `docs/reference/facts.md`. */
export function writeFactsPage(root: string): string {
  const comments = readComments(root)
  const { $defs = {} } = describeSchemas()
  const kinds = facts.Fact.options.map((option) => option.unwrap().shape.kind.value)
  const kindNames = kinds.map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Fact`)
  const common = Object.keys($defs[kindNames[0] ?? '']?.properties ?? {}).filter((name) =>
    comments.get('base')?.members.some((one) => one.name === name),
  )
  const known = { comments, $defs }
  const unmade = kinds.filter((kind) => !isMade(kind, root))
  const shared = Object.keys($defs)
    .filter((name) => name !== 'Fact' && !kindNames.includes(name))
    .sort()
  return page('Facts', [
    'Whatever a vendor, cloud or collector says becomes one of ten kinds of fact; everything after the dialects knows nothing else. ' +
      'A fact is identified by what the device or API wrote (see [decision 0002](../decisions/0002-identity-of-log-records.md)), and a fact seen twice is one fact with two places.',
    unmade.length === 0
      ? ''
      : `Nothing makes ${unmade.map(code).join(', ')} yet: the kinds stand here because the rooms behind the dialects are built for them.`,
    `## Members of every fact\n\n${membersTable('base', { only: common, of: kindNames[0] ?? '' }, known)}`,
    ...kinds.map((kind, index) =>
      section(`## \`${kind}\``, { name: kindNames[index] ?? '', without: ['kind', ...common] }, known),
    ),
    '## Parts',
    ...shared.map((name) => section(`### ${name}`, { name, without: [] }, known)),
  ])
}

/** Whether a dialect or the engine makes facts of the kind. */
function isMade(kind: string, root: string): boolean {
  const makers = globSync('src/{dialects,engine}/**/*.ts', { cwd: root }).filter(
    (path) => !/\.test\.ts$|_testing/.test(path),
  )
  return makers.some((path) => readFileSync(join(root, path), 'utf8').includes(`kind: '${kind}'`))
}

interface Known {
  readonly comments: ReadonlyMap<string, Declaration>
  readonly $defs: Readonly<Record<string, Node>>
}

/** Every schema of the vocabulary as JSON Schema, each under its name. */
function describeSchemas(): Node {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries({ ...facts, ...sessions, ...edits, ...parts })) {
    if (schema instanceof z.ZodType) named.add(schema, { id })
  }
  return Node.parse(z.toJSONSchema(z.object({ fact: facts.Fact }), { metadata: named, io: 'output' }))
}

function readComments(root: string): ReadonlyMap<string, Declaration> {
  const files = ['fact.ts', 'mirror-session.ts', 'mirror-edit.ts', 'schema-parts.ts']
  return new Map(files.flatMap((file) => [...readDeclarations(join(root, 'src', 'facts', file))]))
}

function section(
  title: string,
  of: { readonly name: string; readonly without: readonly string[] },
  known: Known,
): string {
  const { name, without } = of
  const node = known.$defs[name]
  const comment = known.comments.get(name)?.comment ?? ''
  const only = Object.keys(node?.properties ?? {}).filter((member) => !without.includes(member))
  const body = only.length > 0 ? membersTable(name, { only, of: name }, known) : listOf(node)
  return [title, comment, body].filter((part) => part !== '').join('\n\n')
}

/** Unions of objects are told in their comment. */
function listOf(node: Node | undefined): string {
  return node?.enum === undefined ? '' : `One of ${typeOf(node)}.`
}

function membersTable(
  declared: string,
  { only, of }: { readonly only: readonly string[]; readonly of: string },
  { comments, $defs }: Known,
): string {
  const node = $defs[of]
  const said = new Map(comments.get(declared)?.members.map(({ name, comment }) => [name, comment]))
  const rows = only.map((name) => [
    code(name) + (node?.required?.includes(name) === true ? '' : ' ?'),
    typeOf(node?.properties?.[name] ?? {}),
    firstParagraph(said.get(name) ?? ''),
  ])
  return table(['member (`?`: may be absent)', 'type', ''], rows)
}

function sayArray({ prefixItems, items }: Node): string {
  if (prefixItems !== undefined) return `[${prefixItems.map(typeOf).join(', ')}]`
  return `list of ${typeOf(items === undefined || items === false ? {} : items)}`
}

function typeOf(node: Node): string {
  if (node.$ref !== undefined) {
    const name = node.$ref.slice(node.$ref.lastIndexOf('/') + 1)
    return `[${name}](#${name.toLowerCase()})`
  }
  if (node.const !== undefined) return code(JSON.stringify(node.const))
  if (node.enum !== undefined) return node.enum.map((value) => code(String(value))).join(', ')
  const choices = node.anyOf ?? node.oneOf
  if (choices !== undefined) return choices.map(typeOf).join(' or ')
  if (node.type === 'array') return sayArray(node)
  if (node.type !== 'object') return node.type ?? 'anything'
  if (node.properties !== undefined)
    return `{ ${Object.entries(node.properties)
      .map(([name, member]) => `${name}: ${typeOf(member)}`)
      .join(', ')} }`
  return typeof node.additionalProperties === 'object'
    ? `map of names to ${typeOf(node.additionalProperties)}`
    : 'object'
}
