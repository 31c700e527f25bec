/** The acceptance demonstrations that need the wire: confidence rises with the legs, and a copy without a session is a ghost. */
import { execFile } from 'node:child_process'
import { ROOT } from './_shared/command.ts'
import type { Proof } from './contract.ts'

/** Scans through the command line as an operator would; the demonstrations are numbered in its titles. */
const DEMONSTRATIONS = 'test/e2e/acceptance/wire.test.ts'

export const proof: Proof = {
  title:
    'The same change by log, configuration, wire and all three is told ever more surely; ERSPAN without a session is a ghost',

  async run({ slice }) {
    const lines = (await runTests(slice ? ['--test-name-pattern=^4'] : [])).split('\n')
    const titles = (mark: string): readonly string[] =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.replace(/^(?:not )?ok \d+ - /, ''))
    const [shown, failed] = [titles('ok '), titles('not ok ')]
    return {
      passed: failed.length === 0 && shown.length > 0,
      summary: `${shown.length} of ${shown.length + failed.length} demonstrations hold.`,
      figures: Object.fromEntries(shown.map((title) => [title, true])),
      failures: shown.length === 0 ? ['no demonstration ran', ...failed] : failed,
    }
  },
}

/** What the test runner says in TAP, whether or not all passed. */
function runTests(options: readonly string[]): Promise<string> {
  // Under a test runner a child would report to it instead of to us.
  const { NODE_TEST_CONTEXT: _runner, ...env } = process.env
  return new Promise((resolve) => {
    const parameters = ['--test', '--test-reporter=tap', ...options, DEMONSTRATIONS]
    execFile(process.execPath, parameters, { cwd: ROOT, env }, (_error, stdout) => resolve(stdout))
  })
}
