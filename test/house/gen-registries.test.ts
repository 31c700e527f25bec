import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readGuide, renderGuides } from '../../tools/gen-registries/guides.ts'
import { render } from '../../tools/gen-registries/render.ts'
import { rooms } from '../../tools/gen-registries/rooms.ts'

const room = (folder: string) => rooms.find((candidate) => candidate.folder === folder)!

test('a registry lists its plug-ins by folder name', () => {
  const text = render(room('dialects'), ['junos', 'cisco-ios', '3com'])

  assert.equal(
    text.slice(text.indexOf('\n') + 1),
    `import type { Dialect } from './contract.ts'
import { dialect as n3comDialect } from './3com/index.ts'
import { dialect as ciscoIosDialect } from './cisco-ios/index.ts'
import { dialect as junosDialect } from './junos/index.ts'

/** Every plug-in of src/dialects, sorted by folder name. */
export const dialects: readonly Dialect[] = [
  n3comDialect,
  ciscoIosDialect,
  junosDialect,
]
`,
  )
})

test('a registry of stores opens each on demand', () => {
  const text = render(room('store'), ['sqlite'])

  assert.match(text, /storeAdapters: Readonly<Record<string, \(\) => Promise<StoreAdapter>>> = \{/)
  assert.match(text, /'sqlite': async \(\) => \(await import\('\.\/sqlite\/index\.ts'\)\)\.storeAdapter,/)
  assert.doesNotMatch(text, /^import \{/m)
})

test('a room without plug-ins has an empty registry', () => {
  assert.match(render(room('sources'), []), /export const sources: readonly Source\[\] = \[\]\n$/)
  assert.match(render(room('store'), []), /= \{\}\n$/)
})

test('the tool writes, notices what changed and removes what has no contract', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'tapwarden-registries-'))
  t.after(() => rmSync(root, { recursive: true }))
  const registry = join(root, 'src/dialects/registry.generated.ts')
  const put = (path: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  for (const path of ['contract.ts', 'junos/index.ts', '_shared/index.ts', 'draft/notes.ts'])
    put(`src/dialects/${path}`)

  assert.equal(generate(root, '--check'), 1, 'missing')
  assert.equal(generate(root), 0)
  assert.deepEqual(readFileSync(registry, 'utf8').match(/from '\.\/.*\/index\.ts'/g), [`from './junos/index.ts'`])
  assert.equal(generate(root, '--check'), 0, 'fresh')
  put('src/dialects/eos/index.ts')
  assert.equal(generate(root, '--check'), 1, 'stale')
  rmSync(join(root, 'src/dialects/contract.ts'))
  assert.equal(generate(root), 0)
  assert.equal(existsSync(registry), false)
})

function generate(root: string, ...flags: readonly string[]): number | null {
  const tool = join(import.meta.dirname, '../../tools/gen-registries.ts')
  return spawnSync(process.execPath, [tool, '--root', root, ...flags]).status
}

const page = `# A question

\`a-question\`

## What it sees

A copy of
two lines.

Another.

## What it misses

- One thing
  told in two lines.
- Another thing.

## False positives

- A move.

## Triage

1. First ask.
2. Then ask
   again.

## Tuning

No knob.
`

test('the page of a detection is its guide, item by item', () => {
  assert.deepEqual(readGuide('a-question', page), {
    sees: ['A copy of two lines.', 'Another.'],
    misses: ['One thing told in two lines.', 'Another thing.'],
    falsePositives: ['A move.'],
    triage: ['First ask.', 'Then ask again.'],
    tuning: ['No knob.'],
  })
  assert.match(renderGuides([['a-question', page]]), /\["a-question", \{"sees":\["A copy of two lines\."/)
})

test('a page without one of its sections stops the build, and is named', () => {
  assert.throws(() => readGuide('a-question', page.replace('## Triage', '## Triag')), /a-question\/README\.md.*Triage/)
})
