/** OCSF classes → one JSON Schema (draft 2020-12) that knows every attribute and refuses all others. */
import type { Attribute, Checkout, Definition, ScalarType } from './checkout.ts'
import { categoryOf, type Resolved, resolve } from './resolve.ts'

/** What to compile: events of these classes may declare these profiles. */
export interface Wanted {
  readonly classes: readonly string[]
  readonly profiles: readonly string[]
}

type Schema = Readonly<Record<string, unknown>>

const PRIMITIVES: Readonly<Record<string, Schema>> = {
  string_t: { type: 'string' },
  integer_t: { type: 'integer' },
  long_t: { type: 'integer' },
  float_t: { type: 'number' },
  boolean_t: { type: 'boolean' },
  json_t: {},
}

/**
 * One schema with a definition for each class and for every object that can stand in it. Attributes that are deprecated, and those
 * of other profiles, are left out, so that an event which has them is refused.
 */
export function compile(checkout: Checkout, wanted: Wanted): Schema {
  const objects = new Map<string, Schema>()
  const open = [...wanted.classes.map((name) => resolve(checkout, known(checkout.classes, name)))]
  const context: Context = { checkout, wanted, observables: observableTypes(checkout) }
  const reached = open.flatMap((resolved) => objectsOf(resolved, context))
  for (let name = reached.pop(); name !== undefined; name = reached.pop()) {
    if (objects.has(name)) continue
    const resolved = resolve(checkout, known(checkout.objects, name))
    objects.set(name, objectSchema(resolved, context))
    reached.push(...objectsOf(resolved, context))
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `ocsf-${checkout.version}`,
    title: `OCSF ${checkout.version}: ${wanted.classes.join(', ')}`,
    $defs: {
      ...Object.fromEntries(open.map((resolved) => [resolved.name, classSchema(resolved, context)])),
      ...Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

interface Context {
  readonly checkout: Checkout
  readonly wanted: Wanted
  /** `observable.type_id` is made of all types, objects and attributes that are observable. */
  readonly observables: readonly number[]
}

function known(definitions: ReadonlyMap<string, Definition>, name: string): Definition {
  const found = definitions.get(name)
  if (found === undefined) throw new Error(`no such definition: ${name}`)
  return found
}

/** Every attribute that may stand in an event. */
function usable({ attributes }: Resolved, { wanted }: Context): readonly (readonly [string, Attribute])[] {
  return [...attributes]
    .filter(([, { profile }]) => profile === undefined || profile === null || wanted.profiles.includes(profile))
    .filter(([, attribute]) => attribute['@deprecated'] === undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function objectsOf(resolved: Resolved, context: Context): string[] {
  return usable(resolved, context).flatMap(([, { type = '' }]) => (context.checkout.objects.has(type) ? [type] : []))
}

function objectSchema(resolved: Resolved, context: Context): Schema {
  const attributes = usable(resolved, context)
  if (resolved.name === 'object') return { type: 'object' }
  const required = attributes.filter(([, { requirement }]) => requirement === 'required').map(([name]) => name)
  const oneOf = resolved.constraints.just_one
  const anyOf = resolved.constraints.at_least_one
  const each = (names: readonly string[]): readonly Schema[] => names.map((name) => ({ required: [name] }))
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    ...(anyOf === undefined ? {} : { anyOf: each(anyOf) }),
    ...(oneOf === undefined ? {} : { oneOf: each(oneOf) }),
    properties: Object.fromEntries(
      attributes.map(([name, attribute]) => [name, attributeSchema(resolved.name, [name, attribute], context)]),
    ),
  }
}

/** A class also fixes its own numbers, and holds the attributes of a profile only where the event declares it. */
function classSchema(resolved: Resolved, context: Context): Schema {
  const { checkout, wanted } = context
  const definition = known(checkout.classes, resolved.name)
  const category = categoryOf(checkout, definition)
  const classNumber = category * 1000 + (definition.uid ?? 0)
  const own = new Map(resolved.attributes)
  own.set('category_uid', { ...own.get('category_uid'), enum: numbers([category]) })
  own.set('class_uid', { ...own.get('class_uid'), enum: numbers([classNumber]) })
  const activities = Object.keys(own.get('activity_id')?.enum ?? {}).map(Number)
  const always = new Map(
    [...own].map(([name, attribute]) => [
      name,
      typeof attribute.profile === 'string' && attribute.requirement === 'required'
        ? { ...attribute, requirement: 'recommended' as const }
        : attribute,
    ]),
  )
  return {
    ...objectSchema({ ...resolved, attributes: always }, context),
    allOf: [
      ...activities.map((activity) => ({
        if: { properties: { activity_id: { const: activity } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { type_uid: { const: classNumber * 100 + activity } } },
      })),
      ...wanted.profiles.flatMap((profile) => profileRule({ ...resolved, attributes: own }, profile)),
    ],
  }
}

function profileRule({ attributes }: Resolved, profile: string): readonly Schema[] {
  const brought = [...attributes].filter(([, attribute]) => attribute.profile === profile)
  if (brought.length === 0) return []
  const required = brought.filter(([, { requirement }]) => requirement === 'required').map(([name]) => name)
  const declared = { required: ['profiles'], properties: { profiles: { contains: { const: profile } } } }
  return [
    {
      if: { required: ['metadata'], properties: { metadata: declared } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required },
      else: { properties: Object.fromEntries(brought.map(([name]) => [name, false])) },
    },
  ]
}

function numbers(values: readonly number[]): NonNullable<Attribute['enum']> {
  return Object.fromEntries(values.map((value) => [value, { caption: '' }]))
}

function attributeSchema(owner: string, [name, attribute]: readonly [string, Attribute], context: Context): Schema {
  const one =
    owner === 'observable' && name === 'type_id'
      ? { type: 'integer', enum: context.observables }
      : valueSchema(attribute, context.checkout)
  return attribute.is_array === true ? { type: 'array', items: one } : one
}

function valueSchema({ type = 'string_t', enum: values }: Attribute, { types, objects }: Checkout): Schema {
  if (objects.has(type)) return { $ref: `#/$defs/${type}` }
  const scalar = types[type]
  if (scalar === undefined) throw new Error(`no such type: ${type}`)
  const schema = scalarSchema(type, scalar)
  if (values === undefined) return schema
  const keys = Object.keys(values)
  return { ...schema, enum: schema['type'] === 'integer' ? keys.map(Number).sort((a, b) => a - b) : keys.sort() }
}

function scalarSchema(name: string, { type = name, regex, max_len: maxLength, range }: ScalarType): Schema {
  const primitive = PRIMITIVES[type]
  if (primitive === undefined) throw new Error(`no such primitive type: ${type}`)
  return {
    ...primitive,
    ...(regex === undefined ? {} : { pattern: regex }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(range === undefined ? {} : { minimum: range[0], maximum: range[1] }),
  }
}

function observableTypes({ types, objects, dictionary, classes }: Checkout): readonly number[] {
  const definitions = [...objects.values(), ...classes.values()]
  const inside = definitions.flatMap(({ attributes: { $include: _profiles, ...own } }) => Object.values(own))
  const found = [...Object.values(types), ...definitions, ...Object.values(dictionary), ...inside]
  const ids = found.flatMap(({ observable }) => (observable === undefined ? [] : [observable]))
  return [...new Set([0, 99, ...ids])].sort((a, b) => a - b)
}
