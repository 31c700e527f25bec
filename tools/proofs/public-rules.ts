/** Public conditions, written out afresh, through `rules lint`: every trap is named; and our own rules, in which none is found. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { buildContent } from '../../src/app/answers/content/build-content.ts'
import { type LintReport, lintFiles } from '../../src/app/answers/content/lint-rules.ts'
import type { Proof } from './contract.ts'

const root = join(import.meta.dirname, '..', '..')
const cases = join('src', 'content', '_lint', 'cases')

/** What is publicly known to be wrong with each, by the codes of lint. */
const TRAPS: Readonly<Record<string, readonly string[]>> = {
  'combined-query-in-azure-activity': ['wrong-log', 'dead-column', 'never-fires', 'act-missed', 'log-unread'],
  'aws-query-with-an-invented-call': ['no-such-operation', 'refused-counted', 'act-missed'],
  'taps-by-exact-case': ['case-counts', 'refused-counted', 'act-missed'],
  'gcp-name-without-its-prefix': ['prefix-missing', 'act-missed'],
  'flat-request-parameters': ['field-never-there', 'never-fires'],
  'column-that-is-not-there': ['unknown-name'],
  'sigma-cisco-sniffing': ['never-fires', 'act-missed', 'log-unread'],
  'sigma-gcp-packet-capture': ['reads-counted', 'removals-counted', 'refused-counted', 'alert-per-step', 'act-missed'],
  'sigma-azure-interface-writes': ['harmless-counted', 'removals-counted', 'act-missed'],
  'elastic-aws-full-capture': ['act-missed', 'approvals-ignored'],
  'elastic-azure-full-capture': ['act-missed', 'log-unread'],
  'panther-aws-traffic-mirroring': ['removals-counted', 'alert-per-step', 'refused-counted', 'act-missed'],
  'panther-azure-packet-capture': ['no-such-operation', 'act-missed'],
  'panther-gcp-upper-case': ['case-counts', 'act-missed'],
  'splunk-cisco-traffic-mirroring': ['act-missed', 'log-unread'],
  'splunk-asa-capture': ['never-fires', 'log-unread'],
  'splunk-cisco-tunnel': ['act-missed', 'log-unread'],
}

export const proof: Proof = {
  title: 'Every trap of public rules is named, and rules of our own have none',

  async run({ slice }) {
    const all = lintCases()
    const unnamed = Object.entries(TRAPS).flatMap(([name, codes]) => {
      const found = new Set<string>(all.get(name)?.problems.map(({ code }) => code))
      return codes.filter((code) => !found.has(code)).map((code) => `${name}: ${code} is not named`)
    })
    const own = lintOwn(slice)
    const faulty = own.flatMap(({ path, problems }) =>
      problems.filter(({ grade }) => grade === 'error').map(({ code, message }) => `${path}: ${code}: ${message}`),
    )
    const traps = Object.values(TRAPS).flat().length
    return {
      passed: unnamed.length === 0 && faulty.length === 0,
      summary: `${Object.keys(TRAPS).length} public conditions with ${traps} known traps: ${traps - unnamed.length} named. ${own.length} rules of our own: ${faulty.length} errors.`,
      figures: {
        publicConditions: Object.keys(TRAPS).length,
        knownTraps: traps,
        named: traps - unnamed.length,
        ownRules: own.length,
        ownErrors: faulty.length,
        ...Object.fromEntries([...all].map(([name, { problems, logs }]) => [name, tell(problems, logs)])),
      },
      failures: [...unnamed, ...faulty],
    }
  },
}

/** The public command, as people run it: exit 1 says that one cannot work, which is what is looked for. */
function lintCases(): ReadonlyMap<string, LintReport> {
  const program = join(root, 'src', 'cli', 'main.ts')
  const { stdout } = spawnSync(process.execPath, [program, 'rules', 'lint', cases, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { rules }: { readonly rules: readonly LintReport[] } = JSON.parse(stdout)
  return new Map(rules.map((report) => [basename(dirname(report.path)), report]))
}

/** In a slice the rules of Sigma alone: queries take longer. */
function lintOwn(slice: boolean): readonly LintReport[] {
  const out = mkdtempSync(join(tmpdir(), 'tapwarden-public-rules-'))
  try {
    buildContent({ target: 'all', out })
    const sigma = lintFiles([join(out, 'sigma', 'rules')])
    return slice ? sigma : [...sigma, ...lintFiles([join(out, 'sentinel')])]
  } finally {
    rmSync(out, { recursive: true })
  }
}

function tell(problems: LintReport['problems'], logs: LintReport['logs']): string {
  const seen = logs.reduce((sum, log) => sum + log.seen, 0)
  const wanted = logs.reduce((sum, log) => sum + log.wanted, 0)
  return `sees ${seen} of ${wanted}; ${[...new Set(problems.map(({ code }) => code))].join(', ')}`
}
