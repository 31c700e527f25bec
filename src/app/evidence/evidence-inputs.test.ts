import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { evidenceInputs, unpackEvidence } from './evidence-inputs.ts'

let root = ''
before(() => {
  root = mkdtempSync(join(tmpdir(), 'tapwarden-inputs-'))
})
after(() => rmSync(root, { recursive: true }))

it('an inventory is no evidence, also where it lies in the work tree of a repository', async () => {
  for (const folder of ['.git/objects', '.git/refs', 'inventory', 'logs'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n')
  for (const file of ['inventory/approvals.yaml', 'logs/edge.log']) writeFileSync(join(root, file), 'text\n')
  const options = {
    exclude: join(root, 'inventory'),
    report: ({ message }: { message: string }) => assert.fail(message),
  }
  const paths: string[] = []

  for await (const { path } of unpackEvidence(evidenceInputs([root], options), options)) paths.push(path)

  assert.deepEqual(paths, [join(root, 'logs/edge.log')])
})
