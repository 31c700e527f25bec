import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountNumber, nameActor, nameSubject } from './describe-subject.ts'

test('subjects and people have one name in every room', () => {
  const account = { id: 'customer-b/aws:111122223333', realm: 'customer-b', kind: 'account' } as const
  const device = { id: 'edge-rtr-07', realm: 'default', kind: 'device' } as const

  assert.equal(nameSubject(account), 'AWS account 111122223333')
  assert.equal(accountNumber(account), '111122223333')
  assert.equal(nameSubject(device), 'edge-rtr-07')
  assert.equal(accountNumber(device), undefined)
  assert.equal(nameActor({}), 'an unnamed account')
  assert.equal(
    nameActor({ account: 'cloud-admin', session: 'operator-1', from: '203.0.113.9' }),
    'account cloud-admin (session operator-1) from 203.0.113.9',
  )
  assert.equal(
    nameActor({ account: 'deploy-role', invokedBy: 'cloudformation.amazonaws.com' }),
    'account deploy-role through cloudformation.amazonaws.com',
  )
})
