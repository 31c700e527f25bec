/** Classes and objects with all that they inherit: from what they extend, from profiles, from the dictionary. */
import type { Attribute, Checkout, Definition } from './checkout.ts'

/** One definition, resolved. */
export interface Resolved {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly constraints: NonNullable<Definition['constraints']>
}

/** A definition with everything it inherits. Nearer words win; enumerations grow. */
export function resolve(checkout: Checkout, definition: Definition): Resolved {
  const chain = ancestors(checkout, definition)
  const names = new Map<string, Attribute>()
  for (const layer of chain.flatMap((one) => layersOf(checkout, one)))
    for (const [name, attribute] of layer)
      names.set(name, merge(names.get(name) ?? checkout.dictionary[name] ?? {}, attribute))
  const constraints = chain.findLast((one) => one.constraints !== undefined)?.constraints ?? {}
  return { name: definition.name, attributes: names, constraints }
}

/** The category of a class, which only the first of a family names. */
export function categoryOf(checkout: Checkout, definition: Definition): number {
  const category = ancestors(checkout, definition).findLast((one) => one.category !== undefined)?.category ?? 'other'
  return checkout.categories[category]?.uid ?? 0
}

/** Oldest first. A class and an object may have one name. */
function ancestors(checkout: Checkout, definition: Definition): readonly Definition[] {
  const family = checkout.classes.get(definition.name) === definition ? checkout.classes : checkout.objects
  const parent = definition.extends === undefined ? undefined : family.get(definition.extends)
  return parent === undefined ? [definition] : [...ancestors(checkout, parent), definition]
}

type Layer = readonly (readonly [string, Attribute])[]

/** What its profiles bring, each attribute marked with its profile, then its own. */
function layersOf(checkout: Checkout, { attributes }: Definition): readonly Layer[] {
  const { $include: included = [], ...own } = attributes
  const brought = included.map((path) => {
    const profile = checkout.profiles.get(path)
    if (profile === undefined) throw new Error(`no such profile: ${path}`)
    return Object.entries(profile.attributes).map(
      ([name, attribute]) => [name, { ...attribute, profile: profile.name }] as const,
    )
  })
  return [...brought, Object.entries(own)]
}

function merge(base: Attribute, over: Attribute): Attribute {
  const values = { ...base.enum, ...over.enum }
  return { ...base, ...over, ...(Object.keys(values).length === 0 ? {} : { enum: values }) }
}
