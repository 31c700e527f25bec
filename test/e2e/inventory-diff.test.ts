import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { InventoryDiff } from '../../src/app/answers/inventory/diff-inventory.ts'
import type { InventoryShow } from '../../src/app/answers/inventory/show-inventory.ts'
import type { Knob } from '../../src/app/answers/inventory/show-tuning.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import type { AliasReport } from '../../src/inventory/aliases/collect-aliases.ts'
import { project, tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const campus = 'test/e2e/fixtures/campus'
const inventory = `${campus}/inventory`
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-diff-'))
after(() => rmSync(folder, { recursive: true }))

function put(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('every session complies or is extra, with each dimension of the approval it is compared with', () => {
  const { sessions, counts } = tapwardenJson<InventoryDiff>('inventory', 'diff', campus)
  const marks = sessions.map(({ subject, session, state, approval, dimensions }) => [
    `${subject} ${session}`,
    state,
    approval,
    dimensions.filter((one) => one.state === 'differs' || one.state === 'not-known').map(({ dimension }) => dimension),
  ])
  assert.deepEqual(marks, [
    ['acc-sw-1 1', 'extra', null, []],
    ['acc-sw-1 2', 'extra', 'BASE-1', []],
    ['acc-sw-1 3', 'extra', null, []],
    ['edge-rtr-1 4', 'complies', 'APR-1', ['egress']],
    ['edge-rtr-1 7', 'extra', 'APR-4', ['session', 'time']],
    ['edge-rtr-1 8', 'extra', 'APR-4', ['session', 'time']],
  ])
  assert.deepEqual(counts, { complies: 1, extra: 5, missing: 1, unknown: 1 })
})

test('an approval is missing only where it was looked for', () => {
  const { approvals } = tapwardenJson<InventoryDiff>('inventory', 'diff', campus)
  assert.deepEqual(
    approvals.map(({ approval, state }) => [approval, state]),
    [
      ['APR-1', 'complies'],
      ['APR-2', 'missing'],
      ['APR-3', 'unknown'],
      ['APR-4', 'ended'],
      ['BASE-1', 'unreviewed'],
    ],
  )
  const coverage = new Map(approvals.map((row) => [row.approval, row.coverage]))
  assert.deepEqual(coverage.get('APR-2'), {
    complete: true,
    subjects: [{ subject: 'edge-rtr-1', looked: true, newest: '2026-11-16T02:00:00.000Z' }],
  })
  assert.deepEqual(coverage.get('APR-3'), { complete: false, subjects: [{ subject: 'core-sw-9', looked: false }] })
})

test('the exit status says whether evidence and inventory agree', () => {
  const config = `${campus}/configs/edge-rtr-1_2026-11-16T02-00Z.cfg`
  const devices = 'devices: [{ name: edge-rtr-1 }]\n'
  const all = put(
    'all.yaml',
    `${devices}approvals: [{ id: A, scope: { device: edge-rtr-1 }, purpose: netops, owner: netops }]\n`,
  )
  const unused = put(
    'unused.yaml',
    `${devices}approvals: [{ id: A, scope: { device: edge-rtr-1 }, purpose: netops, owner: netops }, { id: B, scope: { device: edge-rtr-1 }, session: '99', purpose: netops, owner: netops }]\n`,
  )
  const diff = (...parameters: readonly string[]): number | null =>
    tapwarden(['inventory', 'diff', config, '--at', '2026-11-16T09:00:00Z', ...parameters]).status
  assert.equal(diff('--inventory', all), 0)
  assert.equal(diff('--inventory', unused), 1)
  assert.equal(diff('--inventory', unused, '--allow-missing'), 0)
  assert.equal(diff('--inventory', `${project}/${inventory}`), 1)
})

test('without an inventory there is nothing to compare with', () => {
  for (const command of [
    ['inventory', 'diff', `${campus}/configs`],
    ['inventory', 'aliases', `${campus}/configs`],
    ['inventory', 'show'],
    ['baseline', 'show'],
  ]) {
    const { status, stderr } = tapwarden(command)
    assert.equal(status, 2)
    assert.match(stderr, /^TW_INVENTORY_MISSING: .*\n.*--inventory/)
  }
})

test('a sender nobody lists and a device nobody heard are named', () => {
  const { subjects, unmatched, neverHeard } = tapwardenJson<AliasReport>('inventory', 'aliases', campus)
  assert.deepEqual(unmatched, ['192.0.2.99'])
  assert.deepEqual(neverHeard, ['core-sw-9'])
  const edge = subjects.find(({ subject }) => subject === 'edge-rtr-1')
  assert.ok(edge?.names.some(({ value, saidBy }) => value === 'edge-rtr-1' && saidBy.length > 2))
  const { stdout } = tapwarden(['inventory', 'aliases', campus])
  assert.match(stdout, /does not know 1 sender.*\n {2}192\.0\.2\.99 {2}\d+ records? \(log\)/)
})

test('show tells sessions, collectors and egress from the inventory alone', () => {
  const shown = tapwardenJson<InventoryShow>('inventory', 'show', '-i', inventory, '--at', '2026-11-16')
  assert.deepEqual(
    shown.approvals.map(({ id, state }) => [id, state]),
    [
      ['APR-1', 'in-force'],
      ['APR-2', 'in-force'],
      ['APR-3', 'in-force'],
      ['APR-4', 'ended'],
      ['BASE-1', 'unreviewed'],
    ],
  )
  assert.deepEqual(shown.collectors, [
    { name: 'ids-1', realm: 'default', ends: ['198.51.100.9'], approvals: ['APR-1', 'APR-2'] },
  ])
  assert.deepEqual(shown.egress[0], {
    approval: 'APR-1',
    exporter: 'edge-rtr-1',
    interfaces: ['TenGigabitEthernet0/0/0'],
    encapsulation: 'erspan',
    to: 'ids-1',
  })
  assert.deepEqual(tapwardenJson<InventoryShow>('baseline', 'show', '-i', inventory, '--at', '2026-11-16'), shown)
})

test('tune show names the six knobs, their values and who listens', () => {
  const { knobs } = tapwardenJson<{ readonly knobs: readonly Knob[] }>('tune', 'show', '-i', inventory)
  assert.deepEqual(
    knobs.map(({ name, analytic, value, set }) => [name, analytic, value, set]),
    [
      ['ConfigChangeType', 'AN1132', null, false],
      ['MirrorDestinationPort', 'AN1132', [4443, 8443, 2055], false],
      ['DeviceRole', 'AN1132', ['edge', 'core'], true],
      ['TimeWindow', 'AN1131', 60, true],
      ['MirrorDestinationCIDR', 'AN1131', null, false],
      ['UserIdentity', 'AN1131', null, false],
    ],
  )
  assert.ok(knobs.find(({ name }) => name === 'TimeWindow')?.detections.includes('logging-impaired-around-change'))
})

test('a managed service is approved by its account, and asks for a decision where nobody lists it', () => {
  const evidence = 'test/e2e/fixtures/mssp/evidence'
  const scan = (...parameters: readonly string[]): ScanReport['findings'][number] | undefined =>
    tapwardenJson<ScanReport>('scan', evidence, '--at', '2026-11-13', ...parameters).findings[0]
  const approved = scan('--inventory', 'test/e2e/fixtures/mssp/inventory.yaml')
  assert.equal(approved?.verdict, 'approved')
  assert.equal(approved?.approval.id, 'APR-9')

  const own =
    "accounts: [{ id: '111122223333', provider: aws }, { id: '555566667777', provider: aws, ownership: partner }]\n"
  const partner = scan('--inventory', put('partner.yaml', own))
  assert.match(
    partner?.severityBasis[0] ?? '',
    /^destination D4 .*partner account 555566667777, which no approval names/,
  )
  const unknown = scan()
  assert.match(unknown?.severityBasis[0] ?? '', /^destination D4 .*foreign account 555566667777/)
  assert.match(unknown?.sentence ?? '', /whether account 555566667777 is own or partner is not decided\.$/)
})

test('egress is compared by the names of ports, and by the word of the device itself', () => {
  const cases = join('src', 'detections', 'egress-not-expected', 'cases')
  const states = ['fires-other-port', 'silent-expected-port', 'silent-other-exporter'].map((name) => {
    const evidence = [join(cases, name, 'evidence'), '--inventory', join(cases, name, 'inventory.yaml')]
    const { sessions } = tapwardenJson<InventoryDiff>('inventory', 'diff', ...evidence, '--at', '2026-11-16')
    return sessions[0]?.dimensions.find(({ dimension }) => dimension === 'egress')?.state
  })
  assert.deepEqual(states, ['differs', 'matches', 'not-known'])
})
