import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EMPTY_INVENTORY } from '../../../../inventory/inventory.ts'
import { dialects } from '../../../plug-ins.ts'
import { contentInputs } from '../content-inputs.ts'
import { conformFixture, unexplained } from './conform-fixture.ts'
import { observeExamples, observePaths } from './observation.ts'
import type { RuleEngine } from './rule-engine.ts'
import { sentinelRules } from './sentinel-rules.ts'
import { sigmaRules } from './sigma-rules.ts'

const inputs = contentInputs(EMPTY_INVENTORY)
const sigma = sigmaRules(inputs)

async function examplesOf(id: string) {
  const dialect = dialects.find((one) => one.id === id)
  assert.ok(dialect !== undefined)
  const observation = await observeExamples(dialect)
  assert.ok(observation !== undefined)
  return observation
}

describe('rules as they are built', () => {
  it('say of the records of a cloud what scan says, in every language', async () => {
    const engines = [sigma, sentinelRules(inputs, 'usual')]

    const result = await conformFixture(await examplesOf('gcp-audit'), inputs.definitions, engines)

    assert.deepEqual(unexplained(result), [])
    assert.deepEqual([...new Set(result.cells.map(({ target }) => target))], ['definition', 'sigma', 'sentinel'])
    assert.ok(result.cells.some((cell) => 'setups' in cell.result && cell.result.equal > 0))
  })

  it('are held against the approvals of an inventory', async () => {
    const paths = ['src/app/selftest/tests/1-aws-traffic-mirror/evidence/pascal-case-requests']
    const inventory = 'src/app/selftest/tests/1-aws-traffic-mirror/inventory.yaml'

    const observation = await observePaths({ name: 'test 1', paths, inventory })
    const { cells } = await conformFixture(observation, inputs.definitions, [sigma])

    const told = cells.filter(({ target }) => target === 'sigma').flatMap(({ approvals }) => approvals ?? [])
    assert.deepEqual(told, [{ setups: 1, equal: 1, differences: [] }])
  })
})

describe('a rule that is broken', () => {
  it('is named with the behaviour, the log and the record', async () => {
    const deaf: RuleEngine = { target: 'deaf', answer: async () => ({ hits: new Set() }) }
    const loud: RuleEngine = { target: 'loud', answer: async ({ records }) => ({ hits: new Set(records) }) }

    const result = await conformFixture(await examplesOf('aws-cloudtrail'), inputs.definitions, [deaf, loud])

    const failures = unexplained(result)
    assert.ok(failures.some((failure) => /: deaf: session-not-approved, aws-cloudtrail: missed at /.test(failure)))
    assert.ok(failures.some((failure) => /: loud: session-not-approved, aws-cloudtrail: extra at /.test(failure)))
    assert.ok(failures.every((failure) => !failure.includes(': definition: ')))
  })
})
