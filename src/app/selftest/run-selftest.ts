/** Runs a validation test through the whole pipeline, offline, and holds what comes out against what must. */
import type { Finding } from '../../findings/finding.ts'
import { type ScanOutcome, scanPaths } from '../scan.ts'
import type { ExpectedValue, SelftestDefinition } from './test-definition.ts'

/** One thing that was checked. */
export interface Check {
  readonly name: string
  readonly expected: string
  readonly found: string
  readonly passed: boolean
}

/** One variant of the evidence, and everything that was checked of it. */
export interface VariantResult {
  readonly variant: string
  readonly passed: boolean
  readonly sentence: string | null
  readonly checks: readonly Check[]
}

/** One test with the results of all its variants. */
export interface SelftestResult {
  readonly number: number
  readonly title: string
  readonly passed: boolean
  readonly variants: readonly VariantResult[]
  readonly definition: SelftestDefinition
}

/** Runs every variant of one test. */
export async function runSelftest(definition: SelftestDefinition): Promise<SelftestResult> {
  const variants: VariantResult[] = []
  for (const { name, path } of definition.variants) {
    const outcome = await scanPaths({ paths: [path], inventory: definition.inventory, at: definition.at })
    variants.push(judge(definition, name, outcome))
  }
  const { number, title } = definition
  return { number, title, passed: variants.every(({ passed }) => passed), variants, definition }
}

function judge({ expect }: SelftestDefinition, variant: string, { assessment, evidence }: ScanOutcome): VariantResult {
  const { findings } = assessment
  const [finding] = findings
  const modelled = evidence.facts.filter(({ kind }) => kind === 'change').length
  const checks = [
    check('findings', String(expect.findings), String(findings.length)),
    ...(expect.records === undefined ? [] : [check('records read', String(expect.records), String(modelled))]),
    ...expect.values
      .filter((value) => value.in === undefined || value.in === variant)
      .map((value) => check(value.name, value.is, finding === undefined ? 'no finding' : valueAt(finding, value))),
  ]
  return { variant, passed: checks.every(({ passed }) => passed), sentence: finding?.sentence ?? null, checks }
}

function check(name: string, expected: string, found: string): Check {
  return { name, expected, found, passed: expected === found }
}

/** `session.sources.0.resource` of a finding as text; `length` counts a list, a list is joined by blanks. */
function valueAt(finding: Finding, { path }: ExpectedValue): string {
  let value: unknown = finding
  for (const step of path.split('.')) {
    if (Array.isArray(value) && step === 'length') value = value.length
    else value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  }
  if (Array.isArray(value)) return value.map(String).join(' ')
  return value === undefined ? 'nothing' : String(value)
}
