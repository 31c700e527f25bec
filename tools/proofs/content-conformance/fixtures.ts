/** Everything that rules and scan are compared on: examples of dialects, validation tests, the example estate, cases, recorded logs. */
import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  type FixturePaths,
  type Observation,
  observeExamples,
  observePaths,
} from '../../../src/app/answers/content/conformance/observation.ts'
import { dialects } from '../../../src/app/plug-ins.ts'
import { chooseSelftests } from '../../../src/app/selftest/choose-selftests.ts'
import { CORPUS, ROOT } from '../_shared/command.ts'

/** Folders of the corpus with logs and audit records. */
const RECORDED = ['cloud', 'syslog', 'aaa'] as const

/** A fixture that is read when its turn comes: only one is held at a time. */
export interface Fixture {
  readonly name: string
  /** What it is told of together with: `cases of junos`. */
  readonly group: string
  observe(): Promise<Observation | undefined>
}

/** The part for every submission: what dialects show of themselves, the validation tests, the estate. */
export function smallFixtures(): readonly Fixture[] {
  const examples = dialects
    .filter(({ content }) => content !== undefined)
    .map((dialect) => {
      const name = `examples of ${dialect.id}`
      return { name, group: name, observe: () => observeExamples(dialect) }
    })
  const selftests = chooseSelftests('all').flatMap(({ number, inventory, at, variants }) =>
    variants.map((variant) =>
      inFiles(
        { name: `validation test ${number}, ${variant.name}`, paths: [variant.path], inventory, at },
        'validation tests',
      ),
    ),
  )
  return [...examples, ...selftests, inFiles({ name: 'example estate', paths: [join(ROOT, 'examples', 'estate')] })]
}

/** The small ones, the cases of every dialect, and recorded evidence where it is at hand. */
export function allFixtures(): readonly Fixture[] {
  const cases = dialects.filter(({ content }) => content !== undefined).flatMap(({ id }) => caseFixtures(id))
  const recorded = RECORDED.filter((folder) => existsSync(join(CORPUS, folder))).map((folder) =>
    inFiles({ name: `recorded ${folder}`, paths: [join(CORPUS, folder)], at: '2026-12-31' }),
  )
  return [...smallFixtures(), ...cases, ...recorded]
}

function inFiles(fixture: FixturePaths, group: string = fixture.name): Fixture {
  return { name: fixture.name, group, observe: () => observePaths(fixture) }
}

/** Each by itself: records of two cases may say of themselves that they are one. Typed commands are lists of their own that no log is written as. */
function caseFixtures(dialect: string): readonly Fixture[] {
  const inputs = globSync(`src/dialects/${dialect}/cases/*/input.*`, { cwd: ROOT })
    .filter((path) => !/\.(?:cfg|commands)$/.test(path))
    .sort()
  return inputs.map((path) =>
    inFiles(
      { name: `case ${dialect}/${basename(dirname(path))}`, paths: [join(ROOT, path)], at: '2026-12-31' },
      `cases of ${dialect}`,
    ),
  )
}
