/** Reads rules of other people from files, and says of each which mirroring it misses and why. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parse } from 'yaml'
import { type KustoWorkspace, kustoUnderTest } from '../../../content/_lint/kusto-under-test.ts'
import { type LintReport, lintRule } from '../../../content/_lint/lint.ts'
import type { LintKnowledge, RuleUnderTest } from '../../../content/_lint/rule-under-test.ts'
import { sigmaUnderTest } from '../../../content/_lint/sigma-under-test.ts'
import { SENTINEL_SCHEMA } from '../../../content/_tables/schema.ts'
import { toRows } from '../../../content/_tables/to-rows.ts'
import { noRules, unreadableRule } from './errors.ts'
import { lintKnowledge } from './lint-knowledge.ts'
import { claimsToBeRule } from './rule-files.ts'

export type { LintReport }

/** The workspace that queries are held against. */
const WORKSPACE: KustoWorkspace = { schema: SENTINEL_SCHEMA, toRows }

/** Larger files are no rules. */
const MAX_BYTES = 1024 * 1024

const SIGMA_OR_SENTINEL: ReadonlySet<string> = new Set(['.yml', '.yaml'])
const QUERIES: ReadonlySet<string> = new Set(['.kql', '.kusto', '.csl', '.txt'])

/** Lints files, and the rules below folders. Throws `TW_RULES_UNREADABLE` and `TW_RULES_NONE`. */
export function lintFiles(paths: readonly string[]): readonly LintReport[] {
  const files = paths.flatMap(filesAt)
  if (files.length === 0) throw noRules(paths)
  const knowledge = lintKnowledge()
  return files.map((path) => lintRule(toRule(path, knowledge), knowledge))
}

function filesAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isRuleName(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(isRule)
      .sort()
  } catch (cause) {
    throw unreadableRule(path, cause)
  }
}

function isRuleName(name: string): boolean {
  const extension = extname(name).toLowerCase()
  return SIGMA_OR_SENTINEL.has(extension) || QUERIES.has(extension)
}

function isRule(path: string): boolean {
  if (QUERIES.has(extname(path).toLowerCase())) return true
  return statSync(path).size > MAX_BYTES || claimsToBeRule(path)
}

function toRule(path: string, knowledge: LintKnowledge): RuleUnderTest {
  const text = readRule(path)
  if (!SIGMA_OR_SENTINEL.has(extname(path).toLowerCase())) return kustoUnderTest({ text, path, title: path }, WORKSPACE)
  const query = queryOf(text)
  return query === undefined ? sigmaUnderTest(text, path, knowledge) : kustoUnderTest({ path, ...query }, WORKSPACE)
}

function readRule(path: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw new RangeError(`more than ${MAX_BYTES} bytes`)
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw unreadableRule(path, cause)
  }
}

/** The query of an analytics rule or hunt in the form that Sentinel's repositories keep; undefined for anything else. */
function queryOf(text: string): { readonly text: string; readonly title: string } | undefined {
  try {
    const document: unknown = parse(text, { maxAliasCount: 20 })
    if (typeof document !== 'object' || document === null || !('query' in document)) return undefined
    if (typeof document.query !== 'string' || 'detection' in document) return undefined
    const title = 'name' in document && typeof document.name === 'string' ? document.name : 'query'
    return { text: document.query, title }
  } catch {
    return undefined
  }
}
