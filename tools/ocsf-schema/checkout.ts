/** A checkout of the OCSF schema repository as definitions by name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One attribute, as the dictionary has it or as a class or object changes it. */
export interface Attribute {
  readonly type?: string
  readonly is_array?: boolean
  readonly requirement?: 'required' | 'recommended' | 'optional'
  /** The profile that brings it; null where the class has it without any. */
  readonly profile?: string | null
  readonly enum?: Readonly<Record<string, { readonly caption: string }>>
  readonly observable?: number
  readonly '@deprecated'?: unknown
}

/** Attributes by name, and the profiles that bring more. */
export type Attributes = Readonly<Record<string, Attribute>> & { readonly $include?: readonly string[] }

/** A class, object or profile. */
export interface Definition {
  readonly name: string
  readonly uid?: number
  readonly category?: string
  readonly extends?: string
  readonly observable?: number
  readonly attributes: Attributes
  readonly constraints?: Readonly<Partial<Record<'at_least_one' | 'just_one', readonly string[]>>>
}

/** A scalar type of the dictionary. */
export interface ScalarType {
  readonly type?: string
  readonly regex?: string
  readonly max_len?: number
  readonly range?: readonly [number, number]
  readonly observable?: number
}

/** What the schema repository holds; extensions of single operating systems are left out. */
export interface Checkout {
  readonly version: string
  readonly dictionary: Readonly<Record<string, Attribute>>
  readonly types: Readonly<Record<string, ScalarType>>
  readonly categories: Readonly<Record<string, { readonly uid: number }>>
  readonly classes: ReadonlyMap<string, Definition>
  readonly objects: ReadonlyMap<string, Definition>
  /** By path, as `$include` names them. `profiles/cloud.json` */
  readonly profiles: ReadonlyMap<string, Definition>
}

/** Reads the checkout in a folder. */
export function readCheckout(folder: string): Checkout {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const { version } = read<{ readonly version: string }>('version.json')
  const { attributes, types } = read<{
    readonly attributes: Checkout['dictionary']
    readonly types: { readonly attributes: Checkout['types'] }
  }>('dictionary.json')
  const categories = read<{ readonly attributes: Checkout['categories'] }>('categories.json').attributes
  const definitions = (below: string): readonly (readonly [string, Definition])[] =>
    readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json'))
      .map((path) => [`${below}/${path}`, read<Definition>(`${below}/${path}`)])
  const byName = (below: string): ReadonlyMap<string, Definition> =>
    new Map(definitions(below).map(([, definition]) => [definition.name, definition]))
  return {
    version,
    dictionary: attributes,
    types: types.attributes,
    categories,
    classes: byName('events'),
    objects: byName('objects'),
    profiles: new Map(definitions('profiles')),
  }
}
