import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScanReport } from '../../findings/report/report.ts'
import { approvedFinding, fillTexts, finding, HOSTILE, report } from '../_pages/_testing/reports.ts'
import { sink } from './index.ts'

const CONTEXT = { version: '0.1.0' }
const whole = report([finding(), finding({ id: 'b' }), approvedFinding()])

/** Tags with their attributes, as a parser would see them; what stands between them is text. */
function tagsOf(page: string): readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  return [...page.matchAll(/<([a-z!/][^\s>/]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...rest.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  )
}

function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '')
}

test('the page needs nothing but itself: no script, no request, a policy that forbids both', () => {
  const page = sink.render(whole, CONTEXT)
  const tags = tagsOf(page)
  assert.ok(page.startsWith('<!doctype html>\n<html lang="en">') && page.endsWith('</html>\n'))
  assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'/)
  for (const { name, attributes } of tags) {
    assert.ok(
      !['script', 'link', 'img', 'iframe', 'object', 'embed', 'base', 'form', 'use', 'image'].includes(name),
      name,
    )
    for (const [attribute] of attributes) assert.doesNotMatch(attribute, /^on|^src$|^style$|^xlink/)
  }
  assert.doesNotMatch(page, /@import|url\((?!#)/)
})

test('every link within the page leads somewhere, every id is there once, and links outside go to MITRE alone', () => {
  const tags = tagsOf(sink.render(whole, CONTEXT))
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
  assert.deepEqual(ids, [...new Set(ids)])
  const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? [])
  assert.ok(links.length > 20)
  for (const link of links)
    assert.ok(link.startsWith('#') ? ids.includes(link.slice(1)) : link.startsWith('https://attack.mitre.org/'), link)
  const labels = tags.flatMap(({ attributes }) => attributes.get('aria-labelledby') ?? [])
  for (const label of labels) assert.ok(ids.includes(label), label)
})

test('headings go down one step at a time, there is one main, and pictures have names', () => {
  const tags = tagsOf(sink.render(whole, CONTEXT))
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  assert.equal(levels.filter((level) => level === 1).length, 1)
  for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, `heading ${index}`)
  assert.equal(tags.filter(({ name }) => name === 'main').length, 1)
  for (const { attributes } of tags.filter(({ name }) => name === 'svg'))
    assert.ok(attributes.has('aria-label') || attributes.get('aria-hidden') === 'true')
})

/** The tags of a page and the names of their attributes: what hostile text must not change. */
function skeleton(given: ScanReport): readonly string[] {
  return tagsOf(withoutStyle(sink.render(given, CONTEXT))).map(
    ({ name, attributes }) => `${name} ${[...attributes.keys()].join(' ')}`,
  )
}

for (const withTimes of [false, true])
  test(`hostile text in every place${withTimes ? ', times too,' : ''} is text`, () => {
    const page = withoutStyle(sink.render(fillTexts(whole, HOSTILE, withTimes), CONTEXT))
    assert.doesNotMatch(
      page,
      /<script|<img|<!--|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/,
    )
    assert.ok(page.isWellFormed())
    assert.match(page, /&lt;script&gt;alert\(1\)/)
    assert.deepEqual(
      skeleton(fillTexts(whole, HOSTILE, withTimes)),
      skeleton(fillTexts(whole, 'text', withTimes)),
      'the same tags as with harmless text',
    )
  })

test('the same report gives the same bytes', () => {
  assert.equal(sink.render(whole, CONTEXT), sink.render(structuredClone(whole), CONTEXT))
})

test('a report of nothing is a page that says what it rests on', () => {
  const page = sink.render(report([], { coverage: [], conflicts: [], acts: [] }), CONTEXT)
  assert.match(page, /No unapproved copy was seen in the configurations of 1 device/)
  assert.match(page, /No findings/)
})

test('the notice of MITRE stands beside its ids, apart from what tapwarden says, and nobody is accused', () => {
  const page = sink.render(whole, CONTEXT)
  assert.match(page, /© The MITRE Corporation\. This work is reproduced and distributed with the permission/)
  assert.match(page, /MITRE ATT&amp;CK, referred to[\s\S]*techniques\/T1020\/001\/[\s\S]*Analysis of tapwarden/)
  assert.doesNotMatch(page.replaceAll('attack.mitre.org', ''), /attacker|intruder|hacker|compromised|malicious/i)
})
