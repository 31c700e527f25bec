/** Links between documents lead to files and headings that are there. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { test } from 'node:test'
import { anchorsOf, type Document, documents, prose, root } from './_testing/documents.ts'

for (const document of documents) {
  test(`links of ${document.path}`, () => {
    for (const target of linksOf(document)) check(document, target)
  })
}

function linksOf(document: Document): readonly string[] {
  const text = prose(document).replace(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
}

function check(document: Document, target: string): void {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document.path : posix.join(dirname(document.path), path)
  assert.ok(existsSync(join(root, file)), `${target} leads to ${file}, which is not there`)
  if (anchor === undefined) return
  const linked = documents.find((one) => one.path === file)
  assert.ok(linked !== undefined && anchorsOf(linked).has(anchor), `${file} has no heading for #${anchor}`)
}
