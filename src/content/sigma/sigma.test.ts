import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSigma, toLogRecord } from '../_sigma/check-sigma.ts'
import { parseSigma } from '../_sigma/parse-sigma.ts'
import { runSigma } from '../_sigma/run-sigma.ts'
import type { ContentFile } from '../contract.ts'
import { examples, files, schemaProblems } from './_testing/built.ts'
import { toFileName, toUuid } from './names.ts'

/** The files of CloudTrail, one of them with a change. */
function withChange(path: string, from: string, to: string): readonly ContentFile[] {
  const own = files.filter((file) => file.path.includes('aws_cloudtrail'))
  const changed = own.map((file) => (file.path === path ? { ...file, text: file.text.replaceAll(from, to) } : file))
  assert.notDeepEqual(changed, own)
  return changed
}

test('every document is valid by the published schema of its kind', () => {
  assert.deepEqual(files.flatMap(schemaProblems), [])
})

test('the schemas refuse what is no rule', () => {
  const file = { path: 'x.yml', kind: 'rule', text: 'title: x\nlogsource: {}\ndetection: {}\nlevel: serious\n' }
  assert.equal(schemaProblems(file).length, 1)
})

test('every rule finds the examples that show its acts, and no others', () => {
  assert.ok(files.length > 100 && examples.length > 300)
  assert.deepEqual(checkSigma(files, examples), [])
})

const AWS = 'rules/aws_cloudtrail_session_not_approved.yml'

test('a rule whose field was renamed is told', () => {
  const problems = checkSigma(withChange(AWS, 'eventName:', 'event_name:'), examples)
  assert.ok(problems.some((problem) => problem.startsWith(`${AWS}: misses`)))
})

test('a rule that counts reads is told', () => {
  const reads = withChange(
    AWS,
    "- 'CreateTrafficMirrorSession'",
    "- 'CreateTrafficMirrorSession'\n            - 'DescribeTrafficMirror*'",
  )
  assert.ok(checkSigma(reads, examples).some((problem) => problem.startsWith(`${AWS}: finds`)))
})

test('a rule for another log is told', () => {
  const problems = checkSigma(withChange(AWS, 'service: cloudtrail', 'service: guardduty'), examples)
  assert.ok(problems.some((problem) => problem.startsWith(`${AWS}: misses`)))
})

test('a reference that leads nowhere is told', () => {
  const path = 'correlations/mr_aws_cloudtrail_mirror_set_up.yml'
  const problems = checkSigma(withChange(path, 'aws_cloudtrail_session_not_approved', 'no_such_rule'), examples)
  assert.equal(problems.length, 1)
  assert.match(problems[0] ?? '', /refers to "no_such_rule"/)
})

test('the records of one set-up are one alert', () => {
  const own = examples.filter(({ example }) => example.setup === 'aws-mirror')
  const documents = files
    .filter(({ path }) => path.includes('aws_cloudtrail'))
    .flatMap(({ path, text }) => parseSigma(text, path).documents)
  const records = own.map(({ source, example }) => toLogRecord(source, example))

  const alerts = runSigma(documents, records).alerts.filter(
    ({ document }) => document.name === 'correlation_aws_cloudtrail_mirror_set_up',
  )

  assert.ok(own.length >= 4)
  assert.deepEqual(
    alerts.map(({ count }) => count),
    [own.length],
  )
})

test('file names, ids and layout are as the specification asks', () => {
  for (const { path, text } of files) {
    assert.match(path, /^(rules|correlations|filters)\/[a-z0-9_]{6,66}\.yml$/)
    assert.match(text, /^(?!\t)[^\r]*[^\s]\n$/)
  }
  assert.equal(new Set(files.map(({ path }) => path)).size, files.length)
  assert.match(toUuid('a'), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(toUuid('a', 'b'), toUuid('a', 'b'))
  assert.notEqual(toUuid('a', 'b'), toUuid('ab'))
  assert.match(toFileName('x'.repeat(100)), /^x{56}_[0-9a-f]{6}\.yml$/)
})
