/** Objects of a repository: what they are named by, and what commits and trees say. */
import { createHash } from 'node:crypto'
import { type Instant, toInstant } from '../../../kit/instant.ts'

/** The kinds that a repository has. */
export type ObjectKind = 'commit' | 'tree' | 'blob' | 'tag'

/** One object, decompressed. */
export interface GitObject {
  readonly kind: ObjectKind
  readonly bytes: Buffer
}

/** One entry of a tree. A folder's `id` is a tree's. */
export interface TreeEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly id: string
}

/** One commit. `filedAt` is the committer's time: when it came into the repository. */
export interface Commit {
  readonly id: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly filedAt: Instant | undefined
  readonly author: string | undefined
  readonly comment: string | undefined
}

/** Longer messages are cut. */
const MAX_COMMENT_LENGTH = 1024

const ID_BYTES = 20
const FOLDER_MODE = '40000'

/** Modes of files; links (120000) and other repositories (160000) are none. */
const FILE_MODE = /^100\d{3}$/

/** The id of an object: 40 hex digits. @source Git, "Git Internals - Git Objects" (Object Storage) */
export function objectId({ kind, bytes }: GitObject): string {
  return createHash('sha1').update(`${kind} ${bytes.length}\u0000`).update(bytes).digest('hex')
}

/** The files and folders of a tree. What is broken ends it. @source "Git Internals - Git Objects", Tree Objects */
export function parseTree(bytes: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, blank)
    if (blank === -1 || end === -1 || end + 1 + ID_BYTES > bytes.length) break
    const mode = bytes.toString('latin1', at, blank)
    const isFolder = mode === FOLDER_MODE
    const id = bytes.toString('hex', end + 1, end + 1 + ID_BYTES)
    if (isFolder || FILE_MODE.test(mode)) entries.push({ name: bytes.toString('utf8', blank + 1, end), isFolder, id })
    at = end + 1 + ID_BYTES
  }
  return entries
}

/** Headers up to an empty line, then the message. Undefined when it names no tree. */
export function parseCommit(id: string, bytes: Buffer): Commit | undefined {
  const text = bytes.toString('utf8')
  const split = text.indexOf('\n\n')
  const headers = (split === -1 ? text : text.slice(0, split)).split('\n')
  const headerOf = (name: string): string | undefined =>
    headers.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1)
  const tree = headerOf('tree')
  if (tree === undefined) return undefined
  const comment = split === -1 ? '' : text.slice(split + 2, split + 2 + MAX_COMMENT_LENGTH).trim()
  return {
    id,
    tree,
    parents: headers.filter((line) => line.startsWith('parent ')).map((line) => line.slice('parent '.length)),
    filedAt: timeOf(headerOf('committer')),
    author: authorOf(headerOf('author')),
    comment: comment === '' ? undefined : comment,
  }
}

/** `netops-1 <netops-1@example.net> 1763003527 +0100`: seconds since 1970 in UTC, whatever the zone says. */
function timeOf(person: string | undefined): Instant | undefined {
  const seconds = /> (\d{1,11}) [+-]\d{4}$/.exec(person ?? '')?.[1]
  return seconds === undefined ? undefined : toInstant(Number(seconds) * 1000)
}

/** The name as written; the address where there is none. */
function authorOf(person: string | undefined): string | undefined {
  const [, name = '', address = ''] = /^([^<]{0,256})<([^>]{0,256})>/.exec(person ?? '') ?? []
  const said = name.trim() === '' ? address.trim() : name.trim()
  return said === '' ? undefined : said
}
