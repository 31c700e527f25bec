import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { approvedFinding, fillTexts, finding, HOSTILE, report } from '../_pages/_testing/reports.ts'
import { codeBlock, escapeLine, markdownTable } from './escape.ts'
import { sink } from './index.ts'

const CONTEXT = { version: '0.1.0' }
const whole = report([finding(), approvedFinding()])

test('what means something in Markdown is escaped, what does not is left readable', () => {
  const cases = [
    [
      'a|b `c` *d* _e_ [f](g) <h> #i ~j~ &k; @l !m $n$',
      'a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\<h\\> \\#i \\~j\\~ \\&k; \\@l \\!m \\$n\\$',
    ],
    ['1. first', '1\\. first'],
    ['192.0.2.1 to edge-rtr-1', '192.0.2.1 to edge-rtr-1'],
    ['- item', '\\- item'],
    ['two\r\nlines', 'two lines'],
    ['see https://example.com or www.example.com', 'see https\\://example.com or www\\.example.com'],
  ] as const
  for (const [text, escaped] of cases) assert.equal(escapeLine(text), escaped)
})

test('a block of code ends at its own fence alone', () => {
  assert.equal(codeBlock('a\n````\nb'), '`````text\na\n````\nb\n`````')
})

test('any text stays in its cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), (row) => {
      const [table = ''] = markdownTable({ head: ['a', 'b'], rows: [row] })
      const lines = table.split('\n')
      assert.equal(lines.length, 3)
      assert.equal(lines[2]?.replaceAll(/\\./g, '').split('|').length, 4)
    }),
  )
})

/** Lines outside blocks of code. */
function prose(page: string): readonly string[] {
  const lines: string[] = []
  let fence: string | undefined
  for (const line of page.split('\n')) {
    const found = /^\s*(`{3,})/.exec(line)?.[1]
    if (fence === undefined && found !== undefined) fence = found
    else if (fence !== undefined && line.trim() === fence) fence = undefined
    else if (fence === undefined) lines.push(line)
  }
  assert.equal(fence, undefined, 'every block of code ends')
  return lines
}

test('hostile text in every place is text', () => {
  const lines = prose(sink.render(fillTexts(whole, HOSTILE, false), CONTEXT))
  const harmless = prose(sink.render(fillTexts(whole, 'text', false), CONTEXT))
  const bare = lines.map((line) => line.replaceAll(/\\./g, ''))
  assert.equal(lines.length, harmless.length)
  assert.ok(bare.some((line) => line.includes('script')))
  for (const [index, line] of bare.entries()) {
    assert.doesNotMatch(
      line,
      /<|https?:\/\/(?!attack\.mitre\.org)|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
    assert.equal(line.split('|').length, harmless[index]?.split('|').length, line.slice(0, 200))
  }
})

test('the same content as the web page: both pages, every part of a finding, the notice', () => {
  const page = sink.render(whole, CONTEXT)
  for (const part of [
    '# Where traffic is copied',
    '## Governed, logged, reviewed?',
    '## What this does not say',
    '# Technical page',
  ])
    assert.ok(page.includes(part), part)
  for (const part of [
    'How it is judged',
    'The session',
    'Who was heard',
    'Reasons',
    'Evidence',
    'Who',
    'Exposure',
    'Investigation',
    'Playbook',
  ])
    assert.ok(page.includes(`#### ${part}`), part)
  assert.match(page, /\| Destinations \| ip 198\.51\.100\.200 \| ip 192\.0\.2\.140 \|/)
  assert.match(page, /\(destination-not-approved; evidence 2–3 and 2 more records\)/)
  assert.match(page, /aaa\/accounting\.log:53/)
  assert.match(page, /© The MITRE Corporation/)
  assert.ok(page.endsWith('\n') && !page.endsWith('\n\n'))
})
