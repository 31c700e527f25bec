/** Generated rules over the records that scan reads: the same verdict on every set-up, or a reason that is listed. */
import { conformFixture, unexplained } from '../../src/app/answers/content/conformance/conform-fixture.ts'
import type { RuleEngine } from '../../src/app/answers/content/conformance/rule-engine.ts'
import { sentinelRules } from '../../src/app/answers/content/conformance/sentinel-rules.ts'
import { sigmaRules } from '../../src/app/answers/content/conformance/sigma-rules.ts'
import { contentInputs } from '../../src/app/answers/content/content-inputs.ts'
import type { ContentInputs } from '../../src/content/contract.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { progressOf } from './_shared/progress.ts'
import { figuresByGroup, figuresByTarget, type GroupedResult } from './content-conformance/figures.ts'
import { allFixtures, smallFixtures } from './content-conformance/fixtures.ts'
import type { Proof } from './contract.ts'

const progress = progressOf('content-conformance')

export const proof: Proof = {
  title: 'Rules generated for other systems say of every record what scan says, or the difference is listed',

  async run({ slice }) {
    const inputs = contentInputs(EMPTY_INVENTORY)
    const engines = enginesOf(inputs, slice)
    const grouped: GroupedResult[] = []
    for (const { name, group, observe } of slice ? smallFixtures() : allFixtures()) {
      progress(name)
      const observation = await observe()
      if (observation === undefined) continue
      grouped.push({ group, result: await conformFixture(observation, inputs.definitions, engines) })
    }
    const results = grouped.map(({ result }) => result)
    const failures = results.flatMap(unexplained)
    const records = results.reduce((sum, result) => sum + result.records, 0)
    return {
      passed: failures.length === 0,
      summary: `${results.length} fixtures with ${records} records; ${failures.length} differences that nothing explains.`,
      figures: {
        fixtures: results.length,
        records,
        unexplained: failures.length,
        ...figuresByTarget(results),
        ...figuresByGroup(grouped),
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
