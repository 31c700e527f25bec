import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { parseSigma } from '../_sigma/parse-sigma.ts'
import { runSigma } from '../_sigma/run-sigma.ts'
import { files, inputs, schemaProblems, sources } from './_testing/built.ts'
import { target } from './index.ts'

const AWS = 'rules/aws_cloudtrail_session_not_approved.yml'
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
