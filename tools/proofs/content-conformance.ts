/** Generated rules over the records that scan reads: the same verdict on every set-up, or a reason that is listed. */
import {
  conformFixture,
  type FixtureConformance,
  unexplained,
} from '../../src/app/answers/content/conformance/conform-fixture.ts'
import { sentinelRules } from '../../src/app/answers/content/conformance/sentinel-rules.ts'
import { sigmaRules } from '../../src/app/answers/content/conformance/sigma-rules.ts'
import { contentInputs } from '../../src/app/answers/content/content-inputs.ts'
import { EMPTY_INVENTORY } from '../../src/inventory/inventory.ts'
import { progressOf } from './_shared/progress.ts'
import { allFixtures, smallFixtures } from './content-conformance/fixtures.ts'
import type { Proof } from './contract.ts'

const progress = progressOf('content-conformance')

export const proof: Proof = {
  title: 'Rules generated for other systems say of every record what scan says, or the difference is listed',

  async run({ slice }) {
    const inputs = contentInputs(EMPTY_INVENTORY)
    const engines = [
      sigmaRules(inputs),
      sentinelRules(inputs, 'usual'),
      ...(slice ? [] : [sentinelRules(inputs, 'other')]),
    ]
    const results: FixtureConformance[] = []
    for (const fixture of slice ? smallFixtures() : allFixtures()) {
      progress(fixture.name)
      const observation = await fixture.observe()
      if (observation !== undefined) results.push(await conformFixture(observation, inputs.definitions, engines))
    }
    const failures = results.flatMap(unexplained)
    return { passed: failures.length === 0, summary: '', figures: {}, failures }
  },
}
