/** Real records, where the corpus is at hand: the known positives and nothing else become facts. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isObject, type JsonObject } from '../_audit-records/fields.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'cloud',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** File → what its records must become: operation or signal, address id, outcome. Files not named give nothing. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'panther-aws_ec2_traffic_mirroring.jsonl': [
    'CreateTrafficMirrorFilter tmf-010db9a7d8056cc2d accepted',
    'CreateTrafficMirrorFilterRule tmf-010db9a7d8056cc2d accepted',
    'CreateTrafficMirrorSession attempt:eni-0c61fbc84fca4138f>tmt-0fd4b591901182794 failed',
    'CreateTrafficMirrorTarget tmt-0a45c694b91bcea54 accepted',
    'DeleteTrafficMirrorTarget tmt-0fd4b591901182794 accepted',
    'ModifyTrafficMirrorSession tms-05e1e21760419ecb6 accepted',
  ],
  'panther-aws_vpc_flow_logs_deleted.jsonl': ['flow-logs-cut flow logs fl-0ef673ef70c4f07cc deleted accepted'],
  'stratus-aws.defense-evasion.cloudtrail-stop.json': [
    'audit-trail-cut trail stratus-red-team-ct-stop-trail-buykxbqejv stopped logging accepted',
  ],
  'stratus-aws.defense-evasion.vpc-remove-flow-logs.json': [
    'flow-logs-cut flow logs fl-0e17aa62a21d4bbfe deleted accepted',
  ],
}

test('real records become exactly the known facts', { skip }, () => {
  for (const file of readdirSync(folder)) {
    const found = records(readFileSync(join(folder, file), 'utf8')).flatMap(factsOf)

    assert.deepEqual(found, EXPECTED[file] ?? [], file)
  }
})

test('the state of a modified session comes whole from the answer', { skip }, () => {
  const lines = records(readFileSync(join(folder, 'panther-aws_ec2_traffic_mirroring.jsonl'), 'utf8'))

  const facts = lines.flatMap((value) => dialect.json?.read({ value, place: { path: 'x' } }, context)?.facts ?? [])

  const modify = facts.find((fact) => fact.kind === 'change' && fact.operation === 'ModifyTrafficMirrorSession')
  assert.deepEqual(modify?.kind === 'change' && modify.edits, [
    { do: 'define', name: 'tms-05e1e21760419ecb6', kind: 'encapsulated', enabled: true },
    {
      do: 'replace',
      sources: [{ resource: 'eni-08dd7ebbda3b01770', direction: 'both' }],
      destinations: [{ resource: 'tmt-0a45c694b91bcea54', encapsulation: 'vxlan' }],
    },
    {
      do: 'set',
      filter: 'tmf-010db9a7d8056cc2d',
      details: {
        filterId: 'tmf-010db9a7d8056cc2d',
        targetId: 'tmt-0a45c694b91bcea54',
        virtualNetworkId: '12348395',
        sessionNumber: '2',
      },
    },
    { do: 'clear', members: ['truncateBytes', 'description'] },
  ])
})

function records(text: string): JsonObject[] {
  const values: unknown = text.startsWith('[')
    ? JSON.parse(text)
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
  return Array.isArray(values) ? values.filter(isObject) : []
}

function factsOf(value: JsonObject): string[] {
  const facts = dialect.json?.read({ value, place: { path: 'x' } }, context)?.facts ?? []
  return facts.flatMap((fact) => {
    if (fact.kind === 'change') return [`${fact.operation} ${fact.address.id} ${fact.outcome}`]
    return fact.kind === 'signal' ? [`${fact.signal} ${fact.detail} ${fact.outcome}`] : [fact.kind]
  })
}
