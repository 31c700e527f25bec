/** Every rule and hunt: shape, binding, and what it finds among the examples of all dialects; and rules that somebody broke. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { definitions, examples, fileNamed, files } from './_testing/content.ts'
import { checkSentinel, type SentinelProblem } from './check.ts'

const list = (problems: readonly SentinelProblem[]): readonly string[] =>
  problems.map(({ path, code, message }) => `${code} ${path}: ${message}`)

/** Checks one rule alone, after somebody has broken it. */
function broken(key: string, from: string, to: string): readonly string[] {
  const file = fileNamed(key)
  assert.ok(file.text.includes(from), `${key} has no ${from}`)
  return list(checkSentinel([{ ...file, text: file.text.replaceAll(from, to) }], { definitions, examples }))
}

describe('rules and hunts', () => {
  it('have their shape, bind, and find the example records that they ask for and no others', () => {
    assert.deepEqual(list(checkSentinel(files, { definitions, examples })), [])
  })

  it('carry severity, confidence, tables, false positives, tuning, references and related detections', () => {
    for (const { path, text } of files.filter(({ kind }) => kind === 'rule')) {
      assert.match(text, /severity: High/, path)
      assert.match(text, /Confidence: Confidence/, path)
      for (const title of [
        'Required tables',
        'Data sources',
        'False positives',
        'Tuning',
        'References',
        'Related detections',
      ])
        assert.ok(text.includes(`# ${title}:`), `${path} has no ${title}`)
    }
  })

  it('have ids of their own, which do not change', () => {
    const ids = files.flatMap(({ text, kind }) => (kind === 'watchlist' ? [] : [parse(text).id]))

    assert.equal(new Set(ids).size, ids.length)
    assert.equal(
      parse(fileNamed('session-not-approved-aws-cloud-trail').text).id,
      '5f9a2bf4-c30c-8bd2-a57c-5a424580d20b',
    )
  })
})

describe('a rule that is broken on purpose', () => {
  it('by a column that does not exist is an error', () => {
    const problems = broken('session-not-approved-aws-cloud-trail', 'EventName in~', 'EventNames in~')

    assert.match(problems.join('\n'), /error .*The name 'EventNames' does not refer to any known column/)
  })

  it('by a column that is never populated is a dead column', () => {
    const problems = broken('session-not-approved-azure-activity', 'OperationNameValue', 'OperationName')

    assert.match(
      problems.join('\n'),
      /dead-column .*AzureActivity.OperationName holds nothing: replaced by OperationNameValue/,
    )
  })

  it('by the wrong table is an error', () => {
    const problems = broken('session-not-approved-aws-cloud-trail', 'AWSCloudTrail\n', 'AzureActivity\n')

    assert.match(problems.join('\n'), /error .*'EventSource' does not refer/)
  })

  it('by the right columns of the wrong table misses what it asks for', () => {
    const problems = broken(
      'session-not-approved-syslog-junos',
      'let Acts = Syslog',
      'let Acts = (Syslog | where false)',
    )

    assert.match(problems.join('\n'), /missed session-not-approved: junos-syslog in Syslog/)
  })

  it('by reads that count fires on harmless records', () => {
    const problems = broken(
      'session-not-approved-aws-cloud-trail',
      '"CreateTrafficMirrorSession", ',
      '"CreateTrafficMirrorSession", "DescribeTrafficMirrorSessions", ',
    )

    assert.match(problems.join('\n'), /false-hit .*it fires on/)
  })

  it('by a name that somebody invented misses', () => {
    const problems = broken(
      'session-repointed-aws-cloud-trail',
      '"ModifyTrafficMirrorSession"',
      '"ModifyTrafficMirrorTarget"',
    )

    assert.match(problems.join('\n'), /missed session-repointed: aws-cloudtrail/)
  })
})
