import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keep, type ProofRecord } from '../../tools/proof/record.ts'

const record: ProofRecord = {
  ...{ name: 'order', title: 'Findings do not depend on order', seed: 4, seconds: 1.5, at: '2026-03-01T10:00:00.000Z' },
  ...{
    passed: false,
    summary: '2 of 100 shuffles differ.',
    figures: { shuffles: 100 },
    failures: ['shuffle 7', 'shuffle 9'],
  },
}

test('a kept result can be read by machines and by people', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tapwarden-proof-'))
  t.after(() => rmSync(folder, { recursive: true }))

  keep(record, folder)

  const { machine, ...kept } = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8'))
  assert.deepEqual(kept, record)
  assert.equal(machine.node, process.versions.node)
  assert.equal(
    readFileSync(join(folder, 'order.md'), 'utf8'),
    `# Findings do not depend on order

**Does not hold.** 2 of 100 shuffles differ.

- shuffle 7
- shuffle 9

| figure | value |
| --- | --- |
| shuffles | 100 |

Run again: \`npm run proof -- order --seed 4\`. Last full run: 2026-03-01, 1.5 s.
`,
  )
})

test('an unknown proof is refused with the names of those that exist', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../tools/proof.ts'), 'nonsense'],
    {
      encoding: 'utf8',
    },
  )

  assert.equal(status, 2)
  assert.match(stderr, /^no such proof: nonsense\. There are: /)
})
