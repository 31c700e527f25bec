import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parseAllDocuments } from 'yaml'
import { guides } from '../../detections/guides.generated.ts'
import { detections } from '../../detections/registry.generated.ts'
import { dialects } from '../../dialects/registry.generated.ts'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { define } from '../_definition/define.ts'
import { checkSigma, type SigmaExample, toLogRecord } from '../_sigma/check-sigma.ts'
import { parseSigma } from '../_sigma/parse-sigma.ts'
import { runSigma } from '../_sigma/run-sigma.ts'
import type { ContentFile } from '../contract.ts'
import { target } from './index.ts'
import { toFileName, toUuid } from './names.ts'

const inputs = { definitions: define({ detections, dialects, guides }), exercises: [], inventory: EMPTY_INVENTORY }
const files = target.build(inputs)
const sources = new Map(dialects.flatMap(({ content }) => content?.sources ?? []).map((source) => [source.id, source]))
const examples: readonly SigmaExample[] = dialects
  .flatMap(({ content }) => content?.examples ?? [])
  .flatMap((example) => {
    const source = sources.get(example.source)
    return source === undefined ? [] : [{ source, example }]
  })

const ajv = formats.default(new Ajv2020({ strict: false }))
const schemas = Object.fromEntries(
  ['detection-rule', 'correlation-rules', 'filters'].map((name) => {
    const path = new URL(`../../../third-party/sigma/sigma-${name}-schema.json`, import.meta.url)
    const { $schema: _published, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
    return [name, ajv.compile(schema)]
  }),
)

/** What the published schema of a document's kind finds wrong with it. */
function schemaProblems({ path, text }: ContentFile): readonly string[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value = document.toJS()
    const kind = 'correlation' in value ? 'correlation-rules' : 'filter' in value ? 'filters' : 'detection-rule'
    const validate = schemas[kind]
    return validate?.(value) === true ? [] : [`${path}: ${ajv.errorsText(validate?.errors)}`]
  })
}

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

const TARGETS = ['requestParameters.CreateTrafficMirrorSessionRequest.TrafficMirrorTargetId']

/** A session to a target, as CloudTrail records it. */
function sessionTo(id: string): LogRecord {
  const source = sources.get('aws-cloudtrail')
  assert.ok(source !== undefined)
  const value = {
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateTrafficMirrorSession',
    eventTime: '2026-11-14T03:12:07Z',
    recipientAccountId: '111122223333',
    requestParameters: { CreateTrafficMirrorSessionRequest: { TrafficMirrorTargetId: id } },
  }
  return { source, text: JSON.stringify(value), value, place: { path: 'trail.json' } }
}

const APPROVALS = `
accounts:
  - { id: '111122223333', name: shop, provider: aws }
collectors:
  - { name: ids-1, resources: [tmt-0a1b2c3d] }
approvals:
  - { id: APR-1, scope: { account: shop }, destinations: [{ collector: ids-1 }], carrier: cloud, purpose: ids-ndr, owner: soc }
  - { id: APR-2, scope: { account: shop }, maxCount: 4, purpose: ids-ndr, owner: soc }
  - { id: APR-3, scope: { device: core-rtr-1 }, session: '10', purpose: ids-ndr, owner: soc }
  - { id: APR-4, scope: { account: shop }, reviewed: false, purpose: ids-ndr, owner: soc }
`

/** The fields of a target as the log of a cloud would name them, whatever the dialect offers. */
const approved = {
  ...inputs,
  inventory: parseInventory([{ path: 'inventory.yaml', text: APPROVALS }]),
  definitions: inputs.definitions.map((definition) => ({
    ...definition,
    sources: definition.sources.map((asked) => ({
      ...asked,
      source: { ...asked.source, fields: { ...asked.source.fields, targets: TARGETS } },
    })),
  })),
}

test('an approval that one record can be held against is a filter, and leaves out no other target', () => {
  const filters = target.build(approved).filter(({ kind, path }) => kind === 'filter' && path.includes('aws'))
  assert.deepEqual(
    filters.map(({ path }) => path),
    ['filters/mf_aws_cloudtrail_apr_1.yml'],
  )
  assert.deepEqual(filters.flatMap(schemaProblems), [])

  const found = ['tmt-0a1b2c3d', 'tmt-0ffffffff'].map((id) => {
    const [filter] = filters
    const documents = [...files, ...filters]
      .filter(({ path }) => path === AWS || path === filter?.path)
      .flatMap(({ path, text }) => parseSigma(text, path).documents)
    return runSigma(documents, [sessionTo(id)]).alerts.length
  })
  assert.deepEqual(found, [0, 1])
})

test('an approval that is no filter is listed with the reason', () => {
  const reasons = target.limits(approved).filter(({ because }) => because.startsWith('approval'))
  const about = (id: string): readonly string[] => [
    ...new Set(
      reasons
        .filter(({ because }) => because.includes(`${id} `))
        .map(({ because }) => because.slice(because.indexOf(':') + 2)),
    ),
  ]

  assert.deepEqual(about('APR-1'), [])
  assert.deepEqual(about('APR-2'), ['one record does not show whether "maxCount" holds'])
  assert.deepEqual(about('APR-3'), ['a line has no fields for device, session and destination'])
  assert.deepEqual(about('APR-4'), ['nobody has reviewed it'])
})
