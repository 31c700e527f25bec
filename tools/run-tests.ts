/**
 * The body of `npm test`: the static checks, then every test, with the totals of Node's runner last.
 *
 * `npm test -- src/dialects/junos` runs the tests below a path, `--only tests` or `--only checks` one half; other flags
 * go to Node's runner.
 */
import { runChecks } from './run-tests/checks.ts'
import { findTests, runTests } from './run-tests/tests.ts'

const { only, paths, flags } = readArguments(process.argv.slice(2))
const failed = only === 'tests' || paths.length > 0 ? [] : await runChecks()
const files = only === 'checks' ? [] : findTests(paths)

if (only !== 'checks') process.exitCode = files.length > 0 ? await runTests(files, flags) : noTests()
if (failed.length > 0) {
  console.error(`✖ static checks failed: ${failed.join(', ')} (details above)`)
  process.exitCode = 1
}

function noTests(): number {
  console.error(`no test file matches ${paths.join(' ')}`)
  return 1
}

function readArguments(given: readonly string[]): { only?: string; paths: string[]; flags: string[] } {
  const rest = [...given]
  const at = rest.indexOf('--only')
  const [, only] = at === -1 ? [] : rest.splice(at, 2)
  const flags = rest.filter((argument) => argument.startsWith('-'))
  const paths = rest.filter((argument) => !argument.startsWith('-'))
  return only === undefined ? { paths, flags } : { only, paths, flags }
}
