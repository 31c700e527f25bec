/** How the project speaks: of copies and records, never of guilt; of itself, never of where it was made; in documentation addresses. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')
const own = basename(import.meta.filename)
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)

/** Tracked files whose path matches, with their text; this file, which has to name the words, is left out. */
function texts(paths: RegExp): readonly (readonly [path: string, text: string])[] {
  return tracked
    .filter((path) => paths.test(path) && !path.endsWith(own))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')])
}

/** Records prove that somebody did something, never why. */
const ACCUSING =
  /\battack(?:er|ers|ed)\b|\bintruders?\b|\bhackers?\b|\bcompromised?\b|\bmalicious(?:ly)?\b|\bbreach(?:ed|es)?\b|\bcriminals?\b/i

const WORDING = /^src\/(?:detections|findings|cli|timeline|app)\/.*(?<!\.test|\.generated)\.ts$/

test('no sentence of the product accuses anybody', () => {
  const files = texts(WORDING)
  const sentences = files.flatMap(([path, text]) => stringsOf(path, text).map((said) => `${path}: ${said}`))

  assert.ok(sentences.length > 500)
  assert.deepEqual(
    sentences.filter((said) => ACCUSING.test(said.slice(said.indexOf(': ')))),
    [],
  )
})

/** Every string and template of a file that reads like words. */
function stringsOf(path: string, text: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return found
}

test('no page and no expected sentence accuses anybody; SECURITY.md speaks of those who attack tapwarden itself', () => {
  const pages = texts(/\.md$|\/expected\.json$|^examples\//).filter(([path]) => path !== 'SECURITY.md')

  assert.ok(pages.length > 50)
  for (const [path, text] of pages) assert.deepEqual(ACCUSING.exec(text)?.[0], undefined, path)
})

/** Where the project was made is no part of it. The optional corpus beside a checkout is named in tests and tools alone. */
const WORKPLACE = [
  /(?<![\w.-])\/work\//,
  /\bshared\/(?!corpus\b)[a-zA-Z]+(?:\/|\.md)/,
  /\bDESIGN\.md\b/,
  /\bregistry\.npmjs\b|\bartifactory\b|\bverdaccio\b/i,
  /https?:\/\/[\w.-]*(?:registry|mirror|proxy)[\w.-]*[:/]/i,
  /(?<![\w.-])\/(?:home|root|Users)\/[\w.-]/,
] as const

test('no tracked file names the workplace or a package host', () => {
  const files = texts(/\.(?:ts|mjs|js|json|md|ya?ml|sh|cfg|log|jsonl|commands|tsv|txt)$|^\.ci\//)

  assert.ok(files.length > 300)
  for (const [path, text] of files) {
    for (const place of WORKPLACE) assert.deepEqual(place.exec(text)?.[0], undefined, path)
  }
})

test('the corpus beside a checkout is named by tests and tools alone', () => {
  for (const [path, text] of texts(/^(?:src|docs|examples)\/.*(?<!\.test)\.(?:ts|md|ya?ml)$/))
    assert.doesNotMatch(text, /shared.{1,5}corpus/, path)
})

/** @source RFC 5737 and RFC 3849, addresses for documentation; masks, wildcards and the default route are no addresses */
const DOCUMENTED = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^(?:0\.0\.0\.\d+|255\.\d+\.\d+\.\d+)$/
const ACCOUNTS: readonly string[] = ['111122223333', '444455556666']

test('examples use documentation addresses, account numbers and domains only', () => {
  const files = texts(/^examples\//)
  assert.ok(files.length > 10)
  for (const [path, text] of files) {
    for (const [address] of text.matchAll(/(?<![\d.])(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}(?![\d.])/g))
      assert.match(address, DOCUMENTED, path)
    for (const [address] of text.matchAll(/(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}(?![\w:])/gi))
      assert.match(address, /^2001:db8:|^\d{1,2}:\d{2}:\d{2}$/i, path)
    for (const [account] of text.matchAll(
      /(?<=\b(?:aws:|iam::|sts::|"(?:accountId|recipientAccountId|ownerId)":\s?"))\d{12}\b/g,
    ))
      assert.ok(ACCOUNTS.includes(account), `${path}: ${account}`)
    for (const [domain] of text.matchAll(/(?<=[@/])[a-z0-9-]+\.(?:com|net|org|io)\b/g))
      assert.match(domain, /^example\.|^terraform\.io$|^amazonaws\.com$/, path)
  }
})
