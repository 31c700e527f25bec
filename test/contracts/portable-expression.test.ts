import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flawOf } from './portable-expression.ts'

test('an expression that some engine reads otherwise is told', () => {
  const flawed = ['a(?=b)', 'a(?!b)', '(?<n>a)', '(a)\\1', 'a++', '(a+)+', '(?:a|b*c){2,}', '((x*)y)*', '\\pL', '(?i)a']
  for (const source of flawed) assert.notEqual(flawOf(source), undefined, source)
  for (const source of ['^a\\s+b', '(?:no\\s+)?mon[a-z]*', '\\bx{1,3}(?:a+b)?', '[(+]+\\d+\\.', 'a\\\\+'])
    assert.equal(flawOf(source), undefined, source)
})
