/** Results of the example estate, of the validation tests, and of every case of dialects and detections. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { toScanReport } from '../../../src/app/answers/scan-report.ts'
import { type ScanOptions, scanPaths } from '../../../src/app/scan.ts'
import type { ScanReport } from '../../../src/findings/report/report.ts'
import { TapwardenError } from '../../../src/kit/errors.ts'
import { ROOT } from '../_shared/command.ts'

/** One scan to make. */
export interface ScanSource extends ScanOptions {
  readonly name: string
}

/** What came of it; no report where the inventory of a case is one that must be refused. */
export interface ScannedReport {
  readonly name: string
  readonly report: ScanReport | undefined
}

const AT = '2026-11-20T00:00:00Z'

/** All of them, the estate first. */
export function scanSources(): readonly ScanSource[] {
  return [
    { name: 'examples/estate', paths: [join(ROOT, 'examples', 'estate')] },
    ...foldersBelow('src/app/selftest/tests').map((name) => ({
      name,
      paths: [join(ROOT, name, 'evidence')],
      inventory: join(ROOT, name, 'inventory.yaml'),
      at: AT,
    })),
    ...casesOf('src/detections').flatMap(detectionCase),
    ...casesOf('src/dialects').flatMap(dialectCase),
  ]
}

/** Makes them one after the other, with places. */
export async function* reportsOf(sources: readonly ScanSource[]): AsyncGenerator<ScannedReport> {
  for (const { name, ...options } of sources) yield { name, report: await scan(options) }
}

async function scan(options: ScanOptions): Promise<ScanReport | undefined> {
  try {
    return toScanReport(await scanPaths({ ...options, withPlaces: true }))
  } catch (error) {
    if (error instanceof TapwardenError) return undefined
    throw error
  }
}

function foldersBelow(path: string): readonly string[] {
  const folder = join(ROOT, path)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`)
}

function casesOf(room: string): readonly string[] {
  return foldersBelow(room).flatMap((plugIn) => foldersBelow(`${plugIn}/cases`))
}

function detectionCase(name: string): readonly ScanSource[] {
  const [evidence, inventory, words] = ['evidence', 'inventory.yaml', 'case.yaml'].map((file) => join(ROOT, name, file))
  if (evidence === undefined || words === undefined || !existsSync(evidence) || !existsSync(words)) return []
  const { at }: { readonly at?: unknown } = parse(readFileSync(words, 'utf8'))
  const isGiven = inventory !== undefined && existsSync(inventory)
  return [{ name, paths: [evidence], at: typeof at === 'string' ? at : AT, ...(isGiven ? { inventory } : {}) }]
}

function dialectCase(name: string): readonly ScanSource[] {
  const inputs = readdirSync(join(ROOT, name)).filter((file) => file.startsWith('input.'))
  return inputs.length === 0 ? [] : [{ name, paths: inputs.map((file) => join(ROOT, name, file)), at: AT }]
}
