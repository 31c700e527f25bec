import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, judgeAnswer } from './judge.ts'
import type { CommandCheck } from './rows.ts'

const answer: Answer = {
  status: 0,
  stdout: JSON.stringify({
    findings: [
      { id: 'a', verdict: 'approved' },
      { id: 'b', verdict: 'expired', legs: ['log'] },
    ],
  }),
  stderr: 'one note\nof two lines',
}

const judge = (check: Partial<CommandCheck>, before?: Answer): readonly string[] =>
  judgeAnswer({ run: 'scan x --json', exit: 0, ...check }, answer, before)

const met: readonly Partial<CommandCheck>[] = [
  {},
  { says: ['"verdict":"expired"'] },
  { warns: ['one note of two'] },
  { never: ['critical'] },
  { json: { 'findings[id=b].verdict': 'expired', 'findings.length': 2, 'findings.*.legs': ['log'] } },
  { json: { 'findings.0.verdict': '/^app/' } },
  { jsonNever: { 'findings.*.verdict': 'unapproved' } },
]

const failing: readonly Partial<CommandCheck>[] = [
  { exit: 1 },
  { says: ['critical'] },
  { warns: ['error'] },
  { never: ['EXPIRED'] },
  { never: ['note of'] },
  { json: { 'findings[id=a].verdict': 'expired' } },
  { json: { 'findings.2.verdict': '/./' } },
  { json: { 'findings.*.legs': ['aaa'] } },
  { jsonNever: { 'findings.*.verdict': 'approved' } },
  { sameAnswer: true },
]

for (const check of met) test(`is met: ${JSON.stringify(check)}`, () => assert.deepEqual(judge(check), []))

for (const check of failing) test(`fails: ${JSON.stringify(check)}`, () => assert.equal(judge(check).length, 1))

test('the same answer as before is met', () => assert.deepEqual(judge({ sameAnswer: true }, answer), []))

test('expectations of JSON fail on text', () => {
  const found = judgeAnswer({ run: 'scan x', exit: 0, json: { a: 1 } }, { ...answer, stdout: 'no findings' })
  assert.deepEqual(found, ['no JSON: no findings'])
})
