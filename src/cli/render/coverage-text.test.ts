import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CoverageReport, CoverageRow } from '../../app/answers/coverage-report.ts'
import { renderCoverage } from './coverage-text.ts'

const terminal = { widthColumns: 200 } as Parameters<typeof renderCoverage>[1]

/** A device whose flow leg is in this state, with these members put in place. */
function device(subject: string, state: 'heard' | 'silent', flows: Partial<CoverageRow['flows']> = {}): CoverageRow {
  const leg = { leg: 'flow', state, last: '2026-11-14T03:00:00.000Z', commands: false, basis: 'exact' } as const
  return {
    subject,
    kind: 'device',
    platform: 'cisco-ios',
    inInventory: true,
    legs: [leg],
    quiet: [],
    skew: [],
    unjoinedCommands: 0,
    ambiguousCommands: 0,
    flows: { exportsTo: [], knownPorts: 0, unseenPorts: [], ...flows },
  }
}

function render(members: Partial<CoverageReport>): readonly string[] {
  const none = { heard: 0, of: 2 }
  const figures = {
    denominator: 'inventory',
    config: none,
    commands: none,
    audit: none,
    flow: { heard: 1, of: 2 },
  } as const
  const report = { at: '2026-11-15T00:00:00.000Z', figures, coverage: [], conflicts: [], flowLimits: [], ...members }
  return renderCoverage(report, terminal)
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, '  '))
}

test('ports that no flow record shows are told by device and reason, with their part in mirrors', () => {
  const lines = render({
    coverage: [
      device('edge-1', 'silent', {
        knownPorts: 1,
        unseenPorts: [{ port: 'Gi0/1', as: ['inventory', 'mirror-source'], because: 'not-exporting' }],
      }),
      device('core-1', 'heard', {
        knownPorts: 9,
        unseenPorts: [
          { port: 'Eth1/1', as: ['inventory'], because: 'never-mentioned' },
          { port: 'Eth1/2', as: ['inventory'], because: 'never-mentioned' },
          { port: 'mgmt0', as: ['inventory'], because: 'number-unknown' },
        ],
      }),
    ],
  })

  assert.ok(lines.some((line) => line.startsWith('edge-1  cisco-ios') && line.includes('○ silent')))
  assert.ok(lines.some((line) => line.startsWith('core-1  cisco-ios') && line.includes('● 11-14 03:00Z')))
  assert.deepEqual(lines.slice(lines.findIndex((line) => line.startsWith('Ports without')) + 1), [
    'SUBJECT  PORTS  BECAUSE  WHICH',
    'edge-1  1 of 1  no flow records heard  Gi0/1 (mirror source)',
    'core-1  2 of 9  in no flow record  Eth1/1, Eth1/2',
    'core-1  1 of 9  number in flow records unknown  mgmt0',
  ])
})

test('nothing is said of ports where none is known, and of clouds where none is covered', () => {
  const lines = render({ coverage: [device('edge-1', 'heard')] })
  assert.match(lines.at(-1) ?? '', /^Coverage of 2 devices .*; flow records of 1 device \(as of /)
})

test('what the flow logs of a cloud leave out stands below', () => {
  const lines = render({ flowLimits: [{ cloud: 'aws', title: 'AWS VPC flow logs', limits: ['Copies are left out.'] }] })
  assert.deepEqual(lines.slice(-2), ['What AWS VPC flow logs can and cannot show:', '  Copies are left out.'])
})
