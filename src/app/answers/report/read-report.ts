/** Reads what `scan --json` printed, to make other formats of it. */
import { createReadStream } from 'node:fs'
import type { ScanReport } from '../../../findings/report/report.ts'
import { brokenReport, otherReport, unreadableReport } from './errors.ts'
import { ReportShape } from './report-schema.ts'

/** Half of what one JavaScript string can hold; a result of ten thousand findings has about 150 MiB. */
const MAX_BYTES = 256 * 1024 * 1024

/** Deeper than any result, and far from what the call stack can take. */
const MAX_DEPTH = 64

/**
 * Reads a report from a file, or from standard input for `-`. What the formats use is checked; members that this version does not know
 * are kept. Throws `TW_REPORT_UNREADABLE`, `TW_REPORT_JSON`, `TW_REPORT_MEMBER`.
 */
export async function readReport(path: string): Promise<ScanReport> {
  return parseReport(await readText(path), path === '-' ? 'standard input' : path)
}

/** The same from a text; `name` stands for it in errors. */
export function parseReport(text: string, name: string): ScanReport {
  const value = parseJson(text, name)
  if (isDeeper(value, MAX_DEPTH)) throw otherReport(name, 'a member', `nested more than ${MAX_DEPTH} deep`)
  assertReport(value, name)
  return value
}

async function readText(path: string): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      bytes += chunk.length
      if (bytes > MAX_BYTES) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw unreadableReport(path, 'cannot be read', error)
  }
  if (bytes > MAX_BYTES) throw unreadableReport(path, 'is larger than 256 MiB')
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw brokenReport(name, error instanceof Error ? error.message.slice(0, 200) : 'not readable')
  }
}

/** Level by level instead of by recursion: depth is what the sender chooses. */
function isDeeper(value: unknown, depth: number): boolean {
  let level: readonly unknown[] = [value]
  for (let at = 0; at <= depth; at += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

/** The value itself is handed on, so that the order of its members and what is not known of it stay. */
function assertReport(value: unknown, name: string): asserts value is ScanReport {
  const { error } = ReportShape.safeParse(value)
  const [issue] = error?.issues ?? []
  if (issue === undefined) return
  throw otherReport(name, memberName(issue.path), issue.message)
}

/** `findings[3].severity`; the result itself for an empty path. */
function memberName(path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return name === '' ? 'the result' : name.replace(/^\./, '')
}
