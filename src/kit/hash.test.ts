import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256Hex } from './hash.ts'

/** @source FIPS 180-4 example values of NIST: the empty message and "abc". */
test('known hashes', () => {
  assert.equal(sha256Hex(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('text is hashed as its UTF-8 bytes', () => {
  assert.equal(sha256Hex('zürich 😀'), sha256Hex(Buffer.from('zürich 😀', 'utf8')))
  assert.notEqual(sha256Hex('é'), sha256Hex(Buffer.from('é', 'latin1')))
})
