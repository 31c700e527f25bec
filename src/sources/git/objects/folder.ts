/** A repository in a folder: `.git` of a work tree, or a bare one. Reads files only; hooks, filters and alternates are not looked at. */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { MAX_RESULT_BYTES } from './delta.ts'
import { type GitObject, type ObjectKind, objectId } from './git-object.ts'
import type { ObjectStore } from './object-store.ts'
import { Pack, type RandomBytes } from './pack.ts'
import { PackIndex } from './pack-index.ts'

/** A reference to a reference to a reference. */
const MAX_REFERENCES = 5

const KINDS: readonly ObjectKind[] = ['commit', 'tree', 'blob', 'tag']

/** Undefined when its objects are named in a way that is not read (SHA-256). Throws what the file system throws. */
export function openFolder(folder: string): ObjectStore | undefined {
  const config = join(folder, 'config')
  if (existsSync(config) && /objectformat\s*=\s*sha256/i.test(readFileSync(config, 'utf8'))) return undefined
  const packs = openPacks(folder, (id, chain) => find(id, chain))
  const find = (id: string, chain = 0): GitObject | undefined => {
    for (const { index, pack } of packs) {
      const offset = index.offsetOf(id)
      if (offset !== undefined) return pack.object(offset, chain)
    }
    return looseObject(folder, id)
  }
  return {
    head: resolveHead(folder),
    isWhole: true,
    object: (id) => find(id),
    close: () => {
      for (const { file } of packs) closeSync(file)
    },
  }
}

interface OpenPack {
  readonly file: number
  readonly index: PackIndex
  readonly pack: Pack
}

function openPacks(
  folder: string,
  baseById: (id: string, chain: number) => GitObject | undefined,
): readonly OpenPack[] {
  const at = join(folder, 'objects', 'pack')
  const names = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith('.idx')) : []
  return names.sort().flatMap((name) => {
    const index = PackIndex.parse(readFileSync(join(at, name)))
    const path = join(at, name.replace(/\.idx$/, '.pack'))
    if (index === undefined || !existsSync(path)) return []
    const file = openSync(path, 'r')
    return [{ file, index, pack: new Pack(fileBytes(file), baseById) }]
  })
}

function fileBytes(file: number): RandomBytes {
  return {
    size: fstatSync(file).size,
    read: (into, position) => readSync(file, into, 0, into.length, position),
  }
}

/** @source gitrepository-layout(5), objects/[0-9a-f][0-9a-f]; "Git Internals - Git Objects", Object Storage */
function looseObject(folder: string, id: string): GitObject | undefined {
  const path = join(folder, 'objects', id.slice(0, 2), id.slice(2))
  if (!/^[0-9a-f]{40}$/.test(id) || !existsSync(path) || statSync(path).size > MAX_RESULT_BYTES) return undefined
  try {
    const bytes = inflateSync(readFileSync(path), { maxOutputLength: MAX_RESULT_BYTES + 64 })
    const end = bytes.indexOf(0)
    const kind = KINDS.find((name) => bytes.toString('latin1', 0, end).startsWith(`${name} `))
    const object = kind === undefined ? undefined : { kind, bytes: bytes.subarray(end + 1) }
    return object !== undefined && objectId(object) === id ? object : undefined
  } catch {
    return undefined
  }
}

/** What is checked out; else, where that branch has no commit (a mirror of a bundle), the branch that others begin with. */
function resolveHead(folder: string): string | undefined {
  return ['HEAD', 'refs/heads/main', 'refs/heads/master'].reduce<string | undefined>(
    (id, name) => id ?? resolveReference(folder, name),
    undefined,
  )
}

/** @source gitrepository-layout(5), HEAD, refs and packed-refs */
function resolveReference(folder: string, reference: string): string | undefined {
  let name = reference
  for (let turn = 0; turn < MAX_REFERENCES; turn++) {
    const value = readReference(folder, name)
    const next = /^ref: (refs\/[^\s]+)$/.exec(value ?? '')?.[1]
    if (next === undefined) return /^[0-9a-f]{40}$/.test(value ?? '') ? value : undefined
    name = next
  }
  return undefined
}

function readReference(folder: string, name: string): string | undefined {
  if (name.split('/').includes('..')) return undefined
  const path = join(folder, name)
  if (existsSync(path)) return readFileSync(path, 'latin1').trim()
  const packed = join(folder, 'packed-refs')
  const lines = existsSync(packed) ? readFileSync(packed, 'latin1').split('\n') : []
  return lines.find((line) => line.slice(41) === name)?.slice(0, 40)
}
