import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openEnvelope } from './envelope.ts'

const reference = '2026-11-20T12:00:00.000Z'

for (const [line, host, written, message] of [
  ['just text', undefined, undefined, 'just text'],
  ['<189>42: text', undefined, undefined, '42: text'],
  ['<189>Nov 14 03:12:07 sw1 42: text', 'sw1', 'Nov 14 03:12:07', '42: text'],
  ['Nov  4 2025 03:12:07 sw1: text', 'sw1', 'Nov  4 2025 03:12:07', 'text'],
  ['Nov 14 03:12:07 192.0.2.7 text', '192.0.2.7', 'Nov 14 03:12:07', 'text'],
  ['Nov 14 03:12:07 2001:db8::7 text', '2001:db8::7', 'Nov 14 03:12:07', 'text'],
  ['Oct 19 13:40:06 CDT: %X-1-Y: text', undefined, undefined, 'Oct 19 13:40:06 CDT: %X-1-Y: text'],
  ['Oct 19 13:40:06 sw1: %X-1-Y: text', 'sw1', 'Oct 19 13:40:06', '%X-1-Y: text'],
  ['Oct 19 13:40:06: %X-1-Y: text', undefined, undefined, 'Oct 19 13:40:06: %X-1-Y: text'],
  ['2026-11-14T03:12:07.1+02:00 sw1 42: text', 'sw1', '2026-11-14T03:12:07.1+02:00', '42: text'],
  ['<189>1 2026-11-14T03:12:07Z sw1 app 1 - [a b="c"][d] \uFEFFtext', 'sw1', '2026-11-14T03:12:07Z', 'text'],
  ['<189>1 - - - - - - text', undefined, undefined, 'text'],
  ['2026-11-14T03:12:08Z relay1 <189>Nov 14 03:12:07 sw1 text', 'sw1', '2026-11-14T03:12:08Z', 'text'],
] as const) {
  test(`opens ${line}`, () => {
    const opened = openEnvelope(line, reference)
    assert.deepEqual([opened.host, opened.stamp?.written, opened.message], [host, written, message])
  })
}

test('a stamp without year or zone says what was inferred', () => {
  assert.deepEqual(openEnvelope('Nov 14 03:12:07 sw1 text', reference).stamp, {
    written: 'Nov 14 03:12:07',
    at: '2026-11-14T03:12:07.000Z',
    inferred: ['year', 'zone'],
  })
  assert.deepEqual(openEnvelope('2026-11-14 03:12:07 sw1 text', reference).stamp?.inferred, ['zone'])
})

test('any line opens, and only its first 8 KiB', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => openEnvelope(line, reference).message.length <= line.length),
  )
  assert.equal(openEnvelope('x'.repeat(100_000), reference).message.length, 8192)
})
