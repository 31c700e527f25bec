/** Writes detection content into a folder of its own, so that building again never touches what somebody else put there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ContentFile, ContentLimit, ContentTarget } from '../../../content/contract.ts'
import { sha256Hex } from '../../../kit/hash.ts'
import { targets } from '../../content-plug-ins.ts'
import { loadInventory } from '../../evidence/load-inventory.ts'
import { contentInputs } from './content-inputs.ts'
import { writeContentPage } from './content-page.ts'
import { fileInTheWay, unknownTarget } from './errors.ts'

/** Name of the list of what was written, with hashes; what it does not name is not ours. */
const MANIFEST = 'tapwarden-content.json'

const Manifest = z.object({ files: z.record(z.string(), z.string()) })

/** What to build and where. */
export interface BuildRequest {
  /** Id of a target, or `all`. */
  readonly target: string
  readonly out: string
  readonly inventory?: string | undefined
}

/** What was built of one target. */
export interface BuiltTarget {
  readonly target: string
  readonly title: string
  readonly usage: string
  readonly files: readonly { readonly path: string; readonly kind: string }[]
  readonly limits: readonly ContentLimit[]
}

/**
 * Builds one target into the folder, or all into a folder each. Files of an earlier build that are not made any more and that nobody
 * changed are removed. Throws `TW_CONTENT_TARGET` and `TW_CONTENT_IN_THE_WAY`; then nothing was written.
 */
export function buildContent({ target, out, inventory }: BuildRequest): readonly BuiltTarget[] {
  const chosen = target === 'all' ? targets : targets.filter(({ id }) => id === target)
  if (chosen.length === 0) throw unknownTarget(target, ['all', ...targets.map(({ id }) => id)])
  const inputs = contentInputs(loadInventory(inventory).inventory)
  const built = chosen.map((one) => {
    const limits = one.limits(inputs)
    const page = writeContentPage({ target: one, inputs, limits })
    return { one, limits, folder: target === 'all' ? join(out, one.id) : out, files: [...one.build(inputs), page] }
  })
  for (const { folder, files } of built) checkFolder(folder, files)
  for (const { folder, files } of built) writeFolder(folder, files)
  return built.map(({ one, limits, files }) => toBuilt(one, limits, files))
}

function toBuilt(
  { id, title, usage }: ContentTarget,
  limits: readonly ContentLimit[],
  files: readonly ContentFile[],
): BuiltTarget {
  return { target: id, title, usage, files: files.map(({ path, kind }) => ({ path, kind })), limits }
}

/** A file that an earlier build did not write, or that was changed since, is somebody else's. */
function checkFolder(folder: string, files: readonly ContentFile[]): void {
  const earlier = readManifest(folder)
  for (const { path, text } of files) {
    const found = readIfThere(join(folder, path))
    if (found === undefined || found === text || sha256Hex(found) === earlier[path]) continue
    throw fileInTheWay(join(folder, path))
  }
}

function writeFolder(folder: string, files: readonly ContentFile[]): void {
  const now = new Set(files.map(({ path }) => path))
  for (const [path, hash] of Object.entries(readManifest(folder))) {
    const found = now.has(path) ? undefined : readIfThere(join(folder, path))
    if (found !== undefined && sha256Hex(found) === hash) remove(folder, path)
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const hashes = Object.fromEntries(files.map(({ path, text }): [string, string] => [path, sha256Hex(text)]))
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ files: hashes }, undefined, 2)}\n`)
}

function remove(folder: string, path: string): void {
  rmSync(join(folder, path))
  const parent = dirname(join(folder, path))
  if (parent !== folder && readdirSync(parent).length === 0) rmSync(parent, { recursive: true })
}

/** Paths lead out of the folder in no list of ours; one that does is not ours. */
function readManifest(folder: string): Readonly<Record<string, string>> {
  const text = readIfThere(join(folder, MANIFEST))
  if (text === undefined) return {}
  try {
    const { files } = Manifest.parse(JSON.parse(text))
    return Object.fromEntries(
      Object.entries(files).filter(([path]) => /^[\w][\w./-]*$/.test(path) && !path.includes('..')),
    )
  } catch {
    return {}
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
