/** The bytes of a bundle → its objects with the hash of each one's exact bytes, and what the bundle says of its release. */
import { z } from 'zod'
import { sha256Hex } from '../../kit/hash.ts'
import { badBundle } from '../errors.ts'
import type { StixObject } from '../releases/release-index.ts'
import { type Span, scanBundle } from './scan-bundle.ts'
import { readStixObject } from './stix-object.ts'

/** An object and its bytes: `bytes.subarray(offset, offset + size)` of the file has this SHA-256. */
export interface BundledObject {
  readonly object: StixObject
  readonly offset: number
  readonly sizeBytes: number
  readonly sha256: string
}

/** What a file holds. */
export interface ReadBundle {
  readonly objects: readonly BundledObject[]
  /** STIX version of the bundle: `2.0`; bundles of 2.1 leave it to their objects. */
  readonly stixVersion?: string
  /** Release of ATT&CK by the version of its collection: `18.1`. */
  readonly release?: string
  /** The copyright statement of the marking that the objects carry. */
  readonly statement?: string
}

const Collection = z.looseObject({ type: z.literal('x-mitre-collection'), x_mitre_version: z.string() })
const Marking = z.looseObject({
  type: z.literal('marking-definition'),
  definition: z.looseObject({ statement: z.string().regex(/MITRE/) }),
})
const Versioned = z.looseObject({ spec_version: z.string() })

/** Throws `TW_ATTACK_BUNDLE` with the place where it is none, `TW_ATTACK_TOO_LARGE` where it holds too many objects. */
export function readBundle(bytes: Buffer, name: string): ReadBundle {
  const { objects: spans, members } = scanBundle(bytes, name)
  const stated = new Map(
    [...members].map(([key, span]) => [key, key === 'objects' ? undefined : parseSlice(bytes, span, name)]),
  )

  const said: { release?: string; statement?: string; stixVersion?: string } = {}
  const objects = spans.map((span) => {
    const json = parseSlice(bytes, span, name)
    const object = readStixObject(json)
    if (object === undefined) throw badBundle(name, span.from, 'an object without a type and a STIX id')
    for (const [key, value] of statements(json)) said[key] ??= value
    return {
      object,
      offset: span.from,
      sizeBytes: span.to - span.from,
      sha256: sha256Hex(bytes.subarray(span.from, span.to)),
    }
  })
  const ofBundle = stated.get('spec_version')
  return { ...said, ...(typeof ofBundle === 'string' ? { stixVersion: ofBundle } : {}), objects }
}

/** What one object says for the whole bundle. */
function statements(json: unknown): readonly (readonly ['release' | 'statement' | 'stixVersion', string])[] {
  const release = Collection.safeParse(json).data?.x_mitre_version
  const statement = Marking.safeParse(json).data?.definition.statement
  const stixVersion = Versioned.safeParse(json).data?.spec_version
  return [
    ...(release === undefined ? [] : [['release', release] as const]),
    ...(statement === undefined ? [] : [['statement', statement] as const]),
    ...(stixVersion === undefined ? [] : [['stixVersion', stixVersion] as const]),
  ]
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function parseSlice(bytes: Buffer, { from, to }: Span, name: string): unknown {
  try {
    return JSON.parse(utf8.decode(bytes.subarray(from, to)))
  } catch {
    throw badBundle(name, from, 'what begins here is not JSON')
  }
}
