/** A bundle: a whole repository, or a piece of its history, in one file. */
import type { Spool } from '../../_unpacking/spool.ts'
import { type GitObject, objectId } from './git-object.ts'
import type { ObjectStore } from './object-store.ts'
import { Pack, type RandomBytes } from './pack.ts'

/** @source gitformat-bundle(5): signature lines of versions 2 and 3 */
const SIGNATURE = /^# v[23] git bundle\n/

/** The lines in front of the pack: capabilities, prerequisites and references. */
const MAX_HEADER_BYTES = 1024 * 1024

/** `PACK`, version, number of objects. */
const PACK_HEADER_BYTES = 12

/** Their ids are held in memory. */
const MAX_OBJECTS = 2_000_000

/** What a bundle says in front of its pack. */
interface BundleHeader {
  /** Name → id: `HEAD`, `refs/heads/main`. */
  readonly references: ReadonlyMap<string, string>
  readonly isSha256: boolean
  readonly packAt: number
}

/** Whether bytes start as a bundle does. */
export function isBundle(head: Uint8Array): boolean {
  return SIGNATURE.test(Buffer.from(head.subarray(0, 32)).toString('latin1'))
}

/** The objects of a bundle. Goes over its pack once; undefined when the file is no bundle that can be read. */
export function openBundle(spool: Spool): ObjectStore | undefined {
  const header = readHeader(spool)
  if (header === undefined || header.isSha256) return undefined
  const bytes = {
    size: spool.size - header.packAt,
    read: (into: Uint8Array, position: number) => spool.read(into, header.packAt + position),
  }
  const offsets = new Map<string, number>()
  const pack = new Pack(bytes, (id, chain) => objectById(id, chain))
  const objectById = (id: string, chain = 0): GitObject | undefined => {
    const offset = offsets.get(id)
    return offset === undefined ? undefined : pack.object(offset, chain)
  }
  const isWhole = indexPack(pack, bytes, offsets)
  return { head: headOf(header.references), isWhole, object: (id) => objectById(id), close: () => undefined }
}

/** @source gitformat-bundle(5), "Format" */
function readHeader(spool: Spool): BundleHeader | undefined {
  const head = Buffer.alloc(Math.min(MAX_HEADER_BYTES, spool.size))
  spool.read(head, 0)
  const end = head.indexOf('\n\nPACK')
  if (end === -1) return undefined
  const lines = head.toString('utf8', 0, end).split('\n').slice(1)
  const references = lines.flatMap((line) => {
    const [, id, name] = /^([0-9a-f]{40}) (.+)$/.exec(line) ?? []
    return id === undefined || name === undefined ? [] : [[name, id] as const]
  })
  const isSha256 = lines.includes('@object-format=sha256')
  return { references: new Map(references), isSha256, packAt: end + 2 }
}

/** What was checked out; else the branch that such a bundle is made of when nobody says otherwise. */
function headOf(references: BundleHeader['references']): string | undefined {
  const branches = [...references].filter(([name]) => name.startsWith('refs/heads/')).map(([, id]) => id)
  return (
    references.get('HEAD') ?? references.get('refs/heads/main') ?? references.get('refs/heads/master') ?? branches[0]
  )
}

/** Finds every object and its id, since a bundle has no index. False when the pack ends early or is broken. */
function indexPack(pack: Pack, bytes: RandomBytes, offsets: Map<string, number>): boolean {
  const start = Buffer.alloc(PACK_HEADER_BYTES)
  bytes.read(start, 0)
  const count = Math.min(start.readUInt32BE(8), MAX_OBJECTS)
  const waiting: number[] = []
  let at = PACK_HEADER_BYTES
  for (let n = 0; n < count; n++) {
    const entry = pack.entry(at)
    if (entry === undefined) return false
    if (!addObject(pack, at, offsets)) waiting.push(at)
    at = entry.next
  }
  return settle(pack, waiting, offsets) && count === start.readUInt32BE(8)
}

function addObject(pack: Pack, offset: number, offsets: Map<string, number>): boolean {
  const object = pack.object(offset)
  if (object !== undefined) offsets.set(objectId(object), offset)
  return object !== undefined
}

/** Deltas may stand in front of the base that they name by its id. */
function settle(pack: Pack, waiting: readonly number[], offsets: Map<string, number>): boolean {
  const left = waiting.filter((offset) => !addObject(pack, offset, offsets))
  return left.length === 0 || (left.length < waiting.length && settle(pack, left, offsets))
}
