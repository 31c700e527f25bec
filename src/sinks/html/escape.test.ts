import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { escapeText, html, Markup } from './escape.ts'

test('values are escaped in text and attributes, markup and lists of it are not', () => {
  assert.equal(
    html`<a title="${`"'<&>`}">${'<b>'}${[html`<i>${1}</i>`, 'x&y']}</a>`.toString(),
    '<a title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>1</i>x&amp;y</a>',
  )
})

test('an object of a file that looks like markup is not taken for it', () => {
  const forged = { toString: () => '<script>' } as unknown as Markup
  assert.equal(html`${forged}`.toString(), '&lt;script&gt;')
  assert.equal(html`${new Markup('<br>')}`.toString(), '<br>')
})

test('no text leaves its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      assert.doesNotMatch(escapeText(text), /[<>"'\u0000\u001b\u202e]/),
    ),
  )
})
