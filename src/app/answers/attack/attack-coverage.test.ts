import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRules } from '../list-rules.ts'
import { listAttackCoverage } from './attack-coverage.ts'

const rows = listAttackCoverage()
const byId = new Map(rows.map((row) => [row.id, row]))

test('both analytics of traffic duplication are implemented, and so is what stands above them', () => {
  for (const id of ['AN1132', 'AN1131', 'DET0403', 'T1020.001']) assert.equal(byId.get(id)?.state, 'implemented', id)
})

test('an object lists exactly the detections that name it', () => {
  for (const { id, detections } of rows) {
    const naming = listRules().filter(({ attack }) => attack.includes(id))
    assert.deepEqual(
      detections,
      naming.map((rule) => rule.id),
      id,
    )
  }
})

test('an analytic that no detection names is not called implemented', () => {
  for (const { state, detections } of rows) if (detections.length === 0) assert.notEqual(state, 'implemented')
})

test('log sources are read by what reads such records, and by nothing else', () => {
  const sourcesOf = (id: string) => new Map(byId.get(id)?.logSources.map(({ name, readBy }) => [name, readBy]))

  assert.ok(sourcesOf('AN1132').get('networkdevice:syslog')?.includes('cisco-ios'))
  assert.ok(!sourcesOf('AN1132').get('networkdevice:syslog')?.includes('aws-cloudtrail'))
  assert.ok(sourcesOf('AN1132').get('networkdevice:Flow')?.includes('netflow-v9'))
  assert.ok(!sourcesOf('AN1132').get('networkdevice:Flow')?.includes('aws-flow-logs'))
  assert.deepEqual(sourcesOf('AN1131').get('AWS:CloudTrail'), ['aws-cloudtrail'])
  assert.deepEqual(sourcesOf('AN1131').get('AWS:VPCFlowLogs'), ['aws-flow-logs'])
})

test('a source that leaves copies out says so', () => {
  const [, flowLogs] = byId.get('AN1131')?.logSources ?? []
  assert.match(flowLogs?.limits.join(' ') ?? '', /leave out mirrored traffic/)
})

test('legs are those that the platform of an analytic has', () => {
  assert.deepEqual(byId.get('AN1132')?.legs, ['config', 'log', 'aaa', 'flow'])
  assert.deepEqual(byId.get('AN1131')?.legs, ['flow', 'audit'])
  assert.deepEqual(byId.get('T1020.001')?.legs, ['config', 'log', 'aaa', 'flow', 'audit'])
})

test('what has analytics for platforms that nobody here looks at is answered in part', () => {
  for (const id of ['T1040', 'DET0314', 'T1562']) {
    assert.equal(byId.get(id)?.state, 'partly', id)
    assert.ok(byId.get(id)?.beyond.includes('Windows'), id)
  }
})
