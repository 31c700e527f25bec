/** Flows that real exporters and switches recorded: counts and values are those of other people's decoders. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { CORPUS, ROOT } from './_shared/command.ts'
import { progressOf } from './_shared/progress.ts'
import type { Proof } from './contract.ts'
import { type CountedInput, countedInputs, FLOWS, readCounted } from './flows-corpus/count-inputs.ts'

/** Tests that hold decoded values against what Telegraf, softflowd and tcpdump wrote beside the recordings. */
const GOLDENS = [
  'src/flows/_templates/corpus.test.ts',
  'src/flows/sflow-v5/corpus.test.ts',
  'src/flows/_packets/corpus.test.ts',
]

const progress = progressOf('flows-corpus')

export const proof: Proof = {
  title: 'Recorded flows count and read as other decoders count and read them, for every file',

  async run() {
    if (!existsSync(FLOWS))
      return {
        passed: true,
        summary: `Not run: there is no corpus at ${CORPUS}.`,
        figures: { run: false },
        failures: [],
      }
    const counted = []
    for (const input of countedInputs()) counted.push(await count(input))
    const whole = await readCounted([FLOWS])
    const notRead = whole.summary.inputs.filter(({ path }) => /\.(?:pcap|bin|dat)$/.test(path)).filter(isNotRead)
    const goldens = await runGoldens()
    const failures = [
      ...counted.flatMap((one) => one.failures),
      ...notRead.map(({ path }) => `not read as flows: ${path}`),
      ...goldens.failures,
    ]
    const records = counted.reduce((sum, one) => sum + one.records, 0)
    return {
      passed: failures.length === 0,
      summary: `${counted.length} inputs of the table with ${records} records and samples count as it says; ${goldens.passed} tests of values agree with the recordings' own tools.`,
      figures: {
        inputs: counted.length,
        'records and samples': records,
        'files read in one run': whole.summary.inputs.filter((input) => !isNotRead(input)).length,
        'tests of values': goldens.passed,
      },
      failures,
    }
  },
}

function isNotRead({ framing }: { readonly framing: string }): boolean {
  return framing !== 'flows'
}

async function count({
  input,
  files,
  counts,
}: CountedInput): Promise<{ records: number; failures: readonly string[] }> {
  progress(input)
  const { decoded, failures } = await readCounted(files)
  const wrong = Object.entries(counts).flatMap(([what, expected]) => {
    const found = Object.entries(decoded).find(([name]) => name === what)?.[1]
    return found === expected ? [] : [`${input}: ${found} of ${what}, expected ${expected}`]
  })
  return { records: (decoded.record ?? 0) + (decoded['flow-sample'] ?? 0), failures: [...failures, ...wrong] }
}

/** Runs the tests of values, and takes their totals. */
async function runGoldens(): Promise<{ readonly passed: number; readonly failures: readonly string[] }> {
  // Under a test runner a child would report to it instead of to us.
  const { NODE_TEST_CONTEXT: _runner, ...env } = process.env
  const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }
  const run = promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', ...GOLDENS], options)
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error)
  const passed = Number(/^# pass (\d+)$/m.exec(stdout)?.[1] ?? 0)
  const failures = [...stdout.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name]) => `values: ${name}`)
  const skipped = Number(/^# skipped (\d+)$/m.exec(stdout)?.[1] ?? 0)
  return {
    passed,
    failures: [...failures, ...(skipped + passed === 0 || skipped > 0 ? ['values: not all tests ran'] : [])],
  }
}
