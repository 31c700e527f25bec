import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileRegex } from './regex.ts'

function matches(pattern: string, text: string, flags = {}): boolean {
  const regex = compileRegex(pattern, flags)
  assert.ok('test' in regex, JSON.stringify(regex))
  return regex.test(text)
}

const table: readonly (readonly [string, string, boolean])[] = [
  ['abc', 'xxabcxx', true],
  ['^abc', 'xabc', false],
  ['abc$', 'abc\n', false],
  ['a{2,3}b', 'ab aab', true],
  ['^a{2,3}$', 'aaaa', false],
  ['^(?:no\\s+)?mon(?:itor)?\\b', 'no monitor session', true],
  ['\\bmon\\b', 'monitor', false],
  ['x\\b-', 'x-', true],
  ['(?i)MONITOR', 'monitor', true],
  ['(?i:MON)itor', 'monITOR', false],
  ['[^a-c]', 'abc', false],
  ['[]a]', ']', true],
  ['[\\w-.]', '-', true],
  ['a|b|', '', true],
  ['(a*)*b', 'aaaa', false],
  ['\\x41\\u0042', 'AB', true],
  ['.', '\n', false],
  ['(?s).', '\n', true],
  ['(?m)^b$', 'a\nb\nc', true],
  ['a{,2}', 'a{,2}', true],
  ['', '', true],
]

for (const [pattern, text, expected] of table) {
  test(`${pattern} ${expected ? 'matches' : 'does not match'} ${JSON.stringify(text)}`, () => {
    assert.equal(matches(pattern, text), expected)
  })
}

for (const pattern of [
  '(?=a)',
  '(?<!a)b',
  '(a)\\1',
  'a++',
  '(?>a)',
  '[[:alpha:]]',
  '(',
  ')',
  '[a',
  '*a',
  'a\\',
  '[z-a]',
  'a{3,2}',
  '\\p{L}',
  '(?:(?:a{1000}){1000}){9}',
]) {
  test(`${pattern} is refused with a reason`, () => {
    const regex = compileRegex(pattern)
    assert.ok('problem' in regex)
    assert.ok(regex.problem.length > 8)
  })
}

test('letters in both cases, beyond ASCII too', () => {
  assert.equal(matches('straße ÄB', 'STRAßE äb', { i: true }), true)
  assert.equal(matches('[^k]', 'K', { i: true }), false)
})

test('patterns that hang a backtracking engine take time that grows with the text alone', () => {
  const text = 'a'.repeat(20_000)

  assert.equal(matches('^(a+)+$', `${text}!`), false)
  assert.equal(matches('(a|aa)*b', text), false)
  assert.equal(matches('.*a.*a.*a.*a.*a.*b', text), false)
})

/** Small expressions of which JavaScript and this engine must say the same. */
const expression: fc.Arbitrary<string> = fc.letrec<{ node: string; atom: string }>((tie) => ({
  atom: fc.constantFrom('a', 'b', '.', '\\w', '\\s', '\\b', '^', '$', '[^a]', '[a-b ]', '\\B'),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('atom'),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}${b}`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?')).map(([a, q]) => `(?:${a})${q}`),
  ),
})).node

test('says what JavaScript says', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', 'A', '-'), maxLength: 12 })
  fc.assert(
    fc.property(expression, text, fc.constantFrom('', 'i', 'm', 's', 'im'), (pattern, subject, letters) => {
      const flags = Object.fromEntries([...letters].map((letter) => [letter, true]))

      assert.equal(matches(pattern, subject, flags), new RegExp(pattern, letters).test(subject))
    }),
    { numRuns: 2000 },
  )
})

test('any text compiles or is refused, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 40 }), (pattern, text) => {
      const regex = compileRegex(pattern)
      if ('test' in regex) regex.test(text)
    }),
  )
})
