import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cpuTimeMs } from '../../../../test/_testing/cpu-time.ts'
import { nameInPath } from './name-in-path.ts'

const cases: readonly (readonly [path: string, name: string])[] = [
  ['edge-rtr-07.cfg', 'edge-rtr-07'],
  ['backups/2026-11-13/edge-rtr-07', 'edge-rtr-07'],
  ['backups/edge-rtr-07_2026-11-13T02-00Z.cfg', 'edge-rtr-07'],
  ['20261113-020000_edge-rtr-07.conf.gz', 'edge-rtr-07'],
  ['night.zip!configs/edge-rtr-07.txt', 'edge-rtr-07'],
  ['edge-rtr-07.example.net.cfg', 'edge-rtr-07.example.net'],
  ['192.0.2.7', '192.0.2.7'],
  ['2026-11-13.cfg', 'unnamed'],
  ['-', 'unnamed'],
]

describe('the name in a path', () => {
  for (const [path, name] of cases) it(`${path} → ${name}`, () => assert.equal(nameInPath(path), name))

  it('is found quickly in long hostile paths', () => {
    const started = cpuTimeMs()
    for (const path of ['-'.repeat(100_000), '2026-'.repeat(20_000), '.gz'.repeat(30_000)])
      assert.ok(nameInPath(path).length <= 255)
    assert.ok(cpuTimeMs() - started < 500)
  })
})
