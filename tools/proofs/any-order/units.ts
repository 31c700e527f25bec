/** Cuts the example estate into units of evidence: whole configurations, single lines, single audit records. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One configuration with the folder that dates it. */
export interface ConfigurationUnit {
  /** `2026-11-13/edge-rtr-1.cfg`: the date is part of what the evidence says. */
  readonly datedName: string
  readonly text: string
}

/** All evidence of an estate, cut small. */
export interface Units {
  readonly configurations: readonly ConfigurationUnit[]
  /** Lines of logs and accounting alike. */
  readonly lines: readonly string[]
  /** Audit records as JSON text. */
  readonly records: readonly string[]
}

/** Reads `configs/`, `logs/`, `aaa/` and `cloud/` of an estate. */
export function cutEstate(estate: string): Units {
  return {
    configurations: filesBelow(join(estate, 'configs')).map((path) => ({
      datedName: relative(join(estate, 'configs'), path),
      text: readFileSync(path, 'utf8'),
    })),
    lines: [...filesBelow(join(estate, 'logs')), ...filesBelow(join(estate, 'aaa'))].flatMap(linesOf),
    records: filesBelow(join(estate, 'cloud')).flatMap(recordsOf),
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function recordsOf(path: string): readonly string[] {
  const parsed: { readonly Records: readonly unknown[] } = JSON.parse(readFileSync(path, 'utf8'))
  return parsed.Records.map((record) => JSON.stringify(record))
}
