import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { timeInPath } from './file-time.ts'

const cases: readonly (readonly [path: string, at: string | undefined])[] = [
  ['edge-rtr-07_2026-11-13T02-00Z.cfg', '2026-11-13T02:00:00.000Z'],
  ['backups/edge-rtr-07-20261113-020000.cfg', '2026-11-13T02:00:00.000Z'],
  ['edge-rtr-07.20261113020007.txt', '2026-11-13T02:00:07.000Z'],
  ['edge_2026-11-13_02.15.30.cfg', '2026-11-13T02:15:30.000Z'],
  ['edge 2026-11-13 02:15+0200.cfg', '2026-11-13T00:15:00.000Z'],
  ['2026-11-13/edge-rtr-07.cfg', '2026-11-13T00:00:00.000Z'],
  ['2026/11/13/edge-rtr-07.cfg', '2026-11-13T00:00:00.000Z'],
  ['/srv/2025-01-01/old/edge_20261113.cfg', '2026-11-13T00:00:00.000Z'],
  ['edge-2026_11_13.cfg', '2026-11-13T00:00:00.000Z'],
  ['configs/edge-rtr-07.cfg', undefined],
  ['core-20261399.cfg', undefined],
  ['core-2026-02-30.cfg', undefined],
  ['serial-12026111399.cfg', undefined],
  ['10.20.26.11', undefined],
]

describe('timeInPath', () => {
  for (const [path, at] of cases) {
    it(`${path} → ${at ?? 'nothing'}`, () => {
      assert.equal(timeInPath(path), at)
    })
  }

  it('is quick on long hostile paths', () => {
    assert.equal(timeInPath('2026-11'.repeat(200_000)), undefined)
  })
})
