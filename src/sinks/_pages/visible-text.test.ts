import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { visibleText } from './visible-text.ts'

test('what would be obeyed is shown as a replacement character; tab, line feed and letters of any script stay', () => {
  assert.equal(
    visibleText('a\u001b[31m\u009bb\u202ec\u2066d\u200be\u0000'),
    'a\ufffd[31m\ufffdb\ufffdc\ufffdd\ufffde\ufffd',
  )
  assert.equal(visibleText('\ud800x\ufeff\u{e0041}'), '\ufffdx\ufffd\ufffd')
  assert.equal(visibleText('a\tb\nс日本\u05d0 😀'), 'a\tb\nс日本\u05d0 😀')
})

test('nothing that is obeyed is left of any text, and nothing is lost twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visibleText(text)
      assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      assert.ok(shown.isWellFormed())
      assert.equal(visibleText(shown), shown)
      assert.equal([...shown].length, [...text.toWellFormed().replaceAll('\r\n', '\n')].length)
    }),
  )
})
