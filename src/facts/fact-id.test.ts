import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factId, factIdInRealm } from './fact-id.ts'

/** Stores hold these ids: a change here makes every stored fact a stranger. */
const golden = [
  ['change', { native: 'a3c6297b-0000-4000-8000-000000000001' }, 0],
  ['change', { native: 'a3c6297b-0000-4000-8000-000000000001' }, 1],
  ['signal', { native: 'a3c6297b-0000-4000-8000-000000000001' }, 0],
  ['fragment', { writtenTime: 'Nov 14 03:12:07.123', written: '%PARSER-5-CFGLOG_LOGGEDCMD: …' }, 0],
] as const

const ids = [
  '2efb4e175b39e130cd1ef8c147157078aaf62f2570dead02e15b026a41899b32',
  '5d329e7fd694b5d26b0f66c7482366afce805fcfc03d37e3682619d746676cc8',
  'f58110d5550b02c5f0a934b9be547b4e06073acdee9ac751e5f2ec563242b52f',
  'ef3216de8867e6b8a5e22e5056d69451e6de3785cf5454efd209e42df3c4d879',
]

for (const [at, [kind, identity, ordinal]] of golden.entries()) {
  test(`the id of ${kind} ${JSON.stringify(identity)} ${ordinal} stays`, () => {
    assert.equal(factId(kind, identity, ordinal), ids[at])
  })
}

test('time and text do not run into each other', () => {
  const one = factId('fragment', { writtenTime: '1', written: '2 x' }, 0)
  const other = factId('fragment', { writtenTime: '1 2', written: 'x' }, 0)

  assert.notEqual(one, other)
})

test('a native id is never the same as written text', () => {
  assert.notEqual(factId('change', { native: 'a' }, 0), factId('change', { writtenTime: '', written: 'a' }, 0))
})

test('the same words in two realms are two facts; those of the default realm keep their id', () => {
  const id = ids[0] ?? ''

  assert.equal(factIdInRealm(id, 'default'), id)
  assert.equal(new Set(['default', 'customer-a', 'customer-b'].map((realm) => factIdInRealm(id, realm))).size, 3)
})
