/** Which validation tests are meant. */
import { TapwardenError } from '../../kit/errors.ts'
import { readSelftests, type SelftestDefinition } from './test-definition.ts'

/** All tests, or the one with a number. Throws `TW_SELFTEST_UNKNOWN`. */
export function chooseSelftests(which: string): readonly SelftestDefinition[] {
  const tests = readSelftests()
  const chosen = which === 'all' ? tests : tests.filter(({ number }) => String(number) === which)
  if (chosen.length === 0) throw unknownSelftest(which, tests)
  return chosen
}

function unknownSelftest(which: string, tests: readonly SelftestDefinition[]): TapwardenError {
  const list = tests.map(({ number, title }) => `${number} (${title})`).join(', ')
  return new TapwardenError('TW_SELFTEST_UNKNOWN', `There is no validation test ${which}.`, `There are: all, ${list}.`)
}
