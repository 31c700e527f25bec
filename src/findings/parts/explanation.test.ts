import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess, context } from '../_testing/assessments.ts'
import { setup, timeline } from '../_testing/setups.ts'
import { account, device } from '../_testing/subjects.ts'
import { explain } from './explanation.ts'
import { toJudged } from './judgement.ts'

test('a finding names the analytic of its own kind of subject', () => {
  const attackOf = new Map([['session-not-approved', ['T1020.001', 'DET0403', 'AN1131', 'AN1132']]])
  const reasons = [{ detection: 'session-not-approved', statement: 'No approval covers it.', evidence: ['change-1'] }]
  const attackOfSubject = (subject: ReturnType<typeof device>) => {
    const main = assess(setup(), { timeline: timeline({ subject }), reasons })
    return explain(toJudged({ main, members: [], case: 'case', context: context({ attackOf }) })).attack
  }

  assert.deepEqual(attackOfSubject(device()), ['AN1132', 'DET0403', 'T1020.001'])
  assert.deepEqual(attackOfSubject(account()), ['AN1131', 'DET0403', 'T1020.001'])
})
