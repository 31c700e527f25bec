/** Generated rules over the records that scan reads: the same verdict on every set-up, or a reason that is listed. */
import {
  conformFixture,
  type FixtureConformance,
  unexplained,
} from '../../src/app/answers/content/conformance/conform-fixture.ts'
import type { RuleEngine } from '../../src/app/answers/content/conformance/rule-engine.ts'
import { sentinelRules } from '../../src/app/answers/content/conformance/sentinel-rules.ts'
import { sigmaRules } from '../../src/app/answers/content/conformance/sigma-rules.ts'
import { contentInputs } from '../../src/app/answers/content/content-inputs.ts'
import type { ContentInputs } from '../../src/content/contract.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { progressOf } from './_shared/progress.ts'
import { figuresOf, type TargetFigures } from './content-conformance/figures.ts'
import { allFixtures, smallFixtures } from './content-conformance/fixtures.ts'
import type { Proof } from './contract.ts'

const progress = progressOf('content-conformance')

export const proof: Proof = {
  title: 'Rules generated for other systems say of every record what scan says, or the difference is listed',

  async run({ slice }) {
    const inputs = contentInputs(EMPTY_INVENTORY)
    const engines = enginesOf(inputs, slice)
    const results: FixtureConformance[] = []
    for (const fixture of slice ? smallFixtures() : allFixtures()) {
      progress(fixture.name)
      const observation = await fixture.observe()
      if (observation !== undefined) results.push(await conformFixture(observation, inputs.definitions, engines))
    }
    const failures = results.flatMap(unexplained)
    const figures = figuresOf(results)
    return {
      passed: failures.length === 0,
      summary: `${results.length} fixtures with ${sum(results.map(({ records }) => records))} records. ${figures.map(tellTarget).join(' ')}`,
      figures: {
        fixtures: results.length,
        records: sum(results.map(({ records }) => records)),
        ...Object.fromEntries(figures.flatMap(targetRows)),
        unexplained: failures.length,
      },
      failures,
    }
  },
}

/** The second table of a log is asked in full runs alone: it holds the same lines otherwise cut. */
function enginesOf(inputs: ContentInputs, slice: boolean): readonly RuleEngine[] {
  const others = slice ? [] : [sentinelRules(inputs, 'other')]
  return [sigmaRules(inputs), sentinelRules(inputs, 'usual'), ...others]
}

function tellTarget({ target, setups, equal }: TargetFigures): string {
  return `${target}: ${equal} of ${setups} alike.`
}

function targetRows({ target, setups, equal, alerts, differences, none, approvals }: TargetFigures) {
  return [
    [`${target}: set-ups`, `${setups}, ${equal} alike, ${alerts} alerts`],
    [`${target}: differences`, tellReasons(differences)],
    ...(none === 0 ? [] : [[`${target}: without a rule`, none]]),
    ...(approvals.setups === 0
      ? []
      : [
          [`${target}: set-ups held against approvals`, `${approvals.setups}, ${approvals.equal} alike`],
          [`${target}: differences of approvals`, tellReasons(approvals.differences)],
        ]),
  ] satisfies readonly (readonly [string, string | number] | readonly (string | number)[])[]
}

function tellReasons(differences: Readonly<Record<string, number>>): string {
  const told = Object.entries(differences).map(([reason, count]) => `${reason} ${count}`)
  return told.length === 0 ? 'none' : told.join(', ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
