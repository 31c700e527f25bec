/** Generated pages and blocks are what the code of this moment makes. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findErrors } from '../../tools/gen-reference/error-sentences.ts'
import { fillBlocks, writePages } from '../../tools/gen-reference/pages.ts'
import { root } from './_testing/documents.ts'

for (const { path, text } of await writePages(root)) {
  test(`${path} is what the code says`, () => {
    assert.equal(readFileSync(join(root, path), 'utf8'), text, 'to write it again: node tools/gen-reference.ts')
  })
}

test('a block is filled between its marks, and nothing else is touched', () => {
  const text = 'a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n<!-- begin y -->\nkept\n<!-- end y -->\n'
  const filled = fillBlocks(text, new Map([['x', 'new']]))
  assert.equal(filled, text.replace('old', 'new'))
})

test('an empty block is filled too', () => {
  const filled = fillBlocks('<!-- begin x -->\n<!-- end x -->\n', new Map([['x', 'new']]))
  assert.equal(filled, '<!-- begin x -->\nnew\n<!-- end x -->\n')
})

test('errors are found with their sentences, wherever these are put together', () => {
  const source = `
    throw new TapwardenError('TW_A_GONE', \`\${path} is gone.\`, many ? 'Look.' : 'Wait.')
    function f(fault) {
      const cut = fault === 1
      const message = cut ? \`\${path}: ends early\` : 'damaged'
      return { code: cut ? 'TW_A_CUT' : 'TW_A_DAMAGED', message }
    }
    say(\`TW_A_SAID: \${plural(count, 'line')} lost\`)
    if (code === 'TW_A_GONE') return`
  assert.deepEqual(findErrors('source.ts', source), [
    { code: 'TW_A_GONE', sentence: '{path} is gone.', help: 'Look. / Wait.' },
    { code: 'TW_A_CUT', sentence: '{path}: ends early', help: '' },
    { code: 'TW_A_DAMAGED', sentence: 'damaged', help: '' },
    { code: 'TW_A_SAID', sentence: '{count} lost', help: '' },
  ])
})
