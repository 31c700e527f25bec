import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { renderInventorySchema } from '../../tools/gen-inventory-schema/render.ts'
import { Approval, InventoryFile } from './schema.ts'

const published = JSON.parse(
  readFileSync(new URL('../../docs/reference/inventory.schema.json', import.meta.url), 'utf8'),
)

test('the published JSON Schema is fresh', () => {
  assert.deepEqual(published, renderInventorySchema(), 'run `node tools/gen-inventory-schema.ts`')
})

test('the published schema asks for one end in a destination and some member in a scope', () => {
  const { scope, destinations } = published.properties.approvals.items.properties

  assert.equal(scope.minProperties, 1)
  assert.deepEqual([destinations.items.minProperties, destinations.items.maxProperties], [1, 1])
  assert.equal(scope.additionalProperties, false)
})

test('every list of a file may be left out', () => {
  assert.deepEqual(Object.values(InventoryFile.parse({})), [[], [], [], [], [], [], [], [], []])
})

test('purposes are those that somebody may have for a copy, lawful intercept apart', () => {
  const entry = { id: 'APR-7', scope: { everywhere: true }, owner: 'netops' }
  const accepts = (purpose: string): boolean => Approval.safeParse({ ...entry, purpose }).success

  for (const purpose of ['netops', 'troubleshooting', 'soc-capture', 'ids-ndr', 'automation', 'mssp', 'migration'])
    assert(accepts(purpose), purpose)
  assert(!accepts('lawful'))
})
