/** What documents say of the code is there: files, functions, tests. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { codeSpans, type Document, documents, root, tableRows } from './_testing/documents.ts'

const PATH = /^(?:src|test|tools|docs|examples|bench|bin|changelog\.d)\/[\w./-]*$/

/** Names with a placeholder or a pattern stand for many files. */
const isPath = (span: string): boolean => PATH.test(span)

test('paths that documents name exist', () => {
  const missing = documents.flatMap((document) =>
    codeSpans(document)
      .filter((span) => isPath(span) && !existsSync(join(root, span)))
      .map((span) => `${document.path}: ${span}`),
  )
  assert.deepEqual(missing, [])
})

test('functions beside a path in a table are in that file', () => {
  const rows = documents.flatMap(named).filter(({ name }) => /^[a-z]\w+$/i.test(name))
  const missing = rows.filter(
    ({ path, name }) => !new RegExp(`(?:function\\*?|const|class) ${name}\\b`).test(read(path)),
  )
  assert.deepEqual(missing, [])
  assert.ok(rows.length > 10, 'there are such tables')
})

test('tests beside a path in a table are in that file', () => {
  const rows = documents.flatMap(named).filter(({ path }) => path.endsWith('.test.ts'))
  const missing = rows.filter(({ path, name }) => !read(path).includes(name))
  assert.deepEqual(missing, [])
  assert.ok(rows.length > 10, 'there are such tables')
})

/** Rows `… | path | name |`. */
function named(document: Document): readonly { readonly path: string; readonly name: string }[] {
  return tableRows(document).flatMap((cells) => {
    const [path = '', name = ''] = cells.slice(-2)
    return path.endsWith('.ts') && isPath(path) ? [{ path, name }] : []
  })
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
