/** A folder of evidence may say of itself when it was taken, where its inventory is and which folders hold evidence. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { badManifest } from './errors.ts'

const MANIFEST_NAME = 'manifest.yaml'

/** `{ tapwarden: 1, title: 'Example estate', at: '2026-11-15T09:00:00Z', inventory: 'inventory', evidence: ['configs', 'logs'] }`. */
const Manifest = z.strictObject({
  tapwarden: z.literal(1),
  title: z.string().optional(),
  at: z.string().optional(),
  inventory: z.string().optional(),
  evidence: z.array(z.string()).optional(),
})

/** What a scanned location comes down to. */
export interface EvidenceLocation {
  readonly paths: readonly string[]
  readonly inventory?: string | undefined
  readonly at?: string | undefined
  readonly title?: string | undefined
}

/** Reads a location's manifest when it is a folder that has one; any other `manifest.yaml` is left to be evidence. Throws `TW_MANIFEST`. */
export function openLocation(location: string): EvidenceLocation {
  const path = join(location, MANIFEST_NAME)
  if (location === '-' || !hasManifest(location)) return { paths: [location] }
  const text = readFileSync(path, 'utf8')
  const { evidence, inventory, at, title } = check(path, text)
  return {
    paths: evidence === undefined ? [location] : evidence.map((folder) => join(location, folder)),
    inventory: inventory === undefined ? undefined : join(location, inventory),
    at,
    title,
  }
}

/** Whether a folder holds a manifest of tapwarden's; other tools have files of that name too. */
export function hasManifest(folder: string): boolean {
  const path = join(folder, MANIFEST_NAME)
  return existsSync(path) && /^tapwarden:/m.test(readFileSync(path, 'utf8'))
}

function check(path: string, text: string): z.infer<typeof Manifest> {
  const parsed = Manifest.safeParse(parseYaml(path, text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badManifest(path, `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a manifest'}.`.trim())
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    throw badManifest(path, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'is not YAML.')
  }
}
