import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf } from './number-fields.ts'

test('account ids keep twelve digits', () => {
  assert.equal(accountOf({ ownerId: '032092706103' }, 'ownerId'), '032092706103')
  assert.equal(accountOf({ ownerId: 32092706103 }, 'ownerId'), '032092706103')
  assert.equal(accountOf({ OwnerId: '32092706103.0' }, 'ownerId'), '032092706103')
  assert.equal(accountOf({ ownerId: 'amazon' }, 'ownerId'), 'amazon')
  assert.equal(accountOf({}, 'ownerId'), undefined)
})
