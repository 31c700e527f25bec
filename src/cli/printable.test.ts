import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonText, printable } from './printable.ts'

test('words, tabs, line ends and colours are printed as they are', () => {
  for (const text of ['edge-rtr-07\tTe0/0/1\n● seen', 'a,b\r\nc\r\n', '\u001b[31mred\u001b[39m', 'zürich 日本 😀'])
    assert.equal(printable(text), text)
})

test('what a terminal would obey is shown and not done', () => {
  const hostile = ['a\u001b]0;title\u0007b', 'a\u001b[2Jb', 'a\rb', 'a\u009b31mb', 'a\u202eb', 'a\u001bPb', 'a\u0008b']
  for (const text of hostile) {
    const shown = printable(text)
    assert.match(shown, /^a\ufffd/)
    assert.equal([...shown].length, [...text].length)
    assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
  }
})

test('JSON keeps every character, and sends none that a terminal would obey', () => {
  const value = { text: 'a\u001b]0;x\u0007b\u009b31m\u202ec\u007f\td\n' }
  const written = jsonText(value)
  assert.deepEqual(JSON.parse(written), value)
  assert.equal(printable(written), written)
})
