import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tree, violationsIn, violationsInProject } from './layers/cruise.ts'

/** Room → rooms it may import, written down once more so that a slip in the rules shows. */
const may: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  facts: ['kit'],
  sources: ['facts', 'kit'],
  dialects: ['facts', 'kit'],
  flows: ['facts', 'kit'],
  inventory: ['facts', 'kit'],
  timeline: ['facts', 'inventory', 'kit'],
  detections: ['facts', 'timeline', 'inventory', 'kit'],
  findings: ['facts', 'timeline', 'inventory', 'kit'],
  attack: ['facts', 'kit'],
  content: ['facts', 'inventory', 'attack', 'kit'],
  proof: ['facts', 'findings', 'kit'],
  sinks: ['facts', 'findings', 'kit'],
  store: ['facts', 'inventory', 'findings', 'kit'],
  engine: ['facts', 'kit', 'inventory', 'timeline', 'findings'],
  api: ['facts', 'kit', 'inventory', 'timeline', 'findings'],
  cli: ['app', 'facts', 'kit', 'inventory', 'timeline', 'findings'],
}
const rooms = [...Object.keys(may), 'app']

/** Room → contracts of other rooms it may import. */
const contracts: Readonly<Record<string, readonly string[]>> = {
  timeline: ['dialects'],
  findings: ['detections'],
  content: ['detections', 'dialects'],
  engine: rooms,
  api: ['engine'],
}

test('every room imports what the table allows, and nothing else', () => {
  const tree: Record<string, string> = {}
  const expected: string[] = []
  for (const room of rooms) Object.assign(tree, { [`src/${room}/model.ts`]: '', [`src/${room}/contract.ts`]: '' })
  for (const [from, to] of rooms.flatMap((from) => rooms.map((to) => [from, to] as const))) {
    if (from === to) continue
    const allowed = from === 'app' || may[from]?.includes(to) === true
    for (const module of ['model', 'contract']) {
      const path = `src/${from}/uses-${to}-${module}.ts`
      tree[path] = `import type { X } from '../${to}/${module}.ts'`
      const open = allowed || (module === 'contract' && contracts[from]?.includes(to) === true)
      if (!open) expected.push(`${from}-imports: ${path} -> src/${to}/${module}.ts`)
    }
  }

  const found = violationsIn(tree)

  assert.deepEqual([...found].filter((violation) => violation.includes('-imports:')).sort(), expected.sort())
})

/** Files with one fault, and the violation that must be reported. */
const faults: readonly { readonly fault: string; readonly tree: Tree; readonly reported: string }[] = [
  {
    fault: 'a plug-in imports its sibling',
    tree: { 'src/dialects/junos/index.ts': `import '../eos/mirror.ts'`, 'src/dialects/eos/mirror.ts': '' },
    reported: 'plug-ins-do-not-know-each-other: src/dialects/junos/index.ts -> src/dialects/eos/mirror.ts',
  },
  {
    fault: 'what plug-ins share imports a plug-in',
    tree: { 'src/sinks/_shared/text.ts': `import '../cef/index.ts'`, 'src/sinks/cef/index.ts': '' },
    reported: 'plug-ins-do-not-know-each-other: src/sinks/_shared/text.ts -> src/sinks/cef/index.ts',
  },
  {
    fault: 'a contract opens a plug-in',
    tree: { 'src/store/contract.ts': `import './sqlite/index.ts'`, 'src/store/sqlite/index.ts': '' },
    reported: 'rooms-do-not-know-their-plug-ins: src/store/contract.ts -> src/store/sqlite/index.ts',
  },
  {
    fault: 'another room than app imports a registry',
    tree: { 'src/sources/pick.ts': `import './registry.generated.ts'`, 'src/sources/registry.generated.ts': '' },
    reported: 'only-app-picks-plug-ins: src/sources/pick.ts -> src/sources/registry.generated.ts',
  },
  {
    fault: 'a pure room reads files',
    tree: { 'src/timeline/fold.ts': `import { readFileSync } from 'node:fs'` },
    reported: 'pure-rooms-do-no-io: src/timeline/fold.ts -> fs',
  },
  {
    fault: 'a pure room opens a database',
    tree: { 'src/findings/keep.ts': `import { DatabaseSync } from 'node:sqlite'` },
    reported: 'pure-rooms-do-no-io: src/findings/keep.ts -> node:sqlite',
  },
  {
    fault: 'a command runs code of a model',
    tree: { 'src/cli/show.ts': `import { a } from '../findings/a.ts'\na()`, 'src/findings/a.ts': '' },
    reported: 'cli-knows-models-by-type-only: src/cli/show.ts -> src/findings/a.ts',
  },
  {
    fault: 'a folder of src is not in the table',
    tree: { 'src/utils/a.ts': `import '../kit/model.ts'`, 'src/kit/model.ts': '' },
    reported: 'every-room-is-in-the-table: src/utils/a.ts -> src/kit/model.ts',
  },
  {
    fault: 'app imports a folder that is not in the table',
    tree: { 'src/app/strays.ts': `import '../misc/b.ts'`, 'src/misc/b.ts': '' },
    reported: 'only-rooms-of-the-table-are-imported: src/app/strays.ts -> src/misc/b.ts',
  },
  {
    fault: 'the product uses a tool',
    tree: { 'src/app/tooled.ts': `import '../../tools/b.ts'`, 'tools/b.ts': '' },
    reported: 'src-stands-alone: src/app/tooled.ts -> tools/b.ts',
  },
  {
    fault: 'the product uses what tests share',
    tree: { 'src/app/shown.ts': `import './_testing/sample.ts'`, 'src/app/_testing/sample.ts': '' },
    reported: 'only-tests-use-testing: src/app/shown.ts -> src/app/_testing/sample.ts',
  },
  {
    fault: 'the product imports a package for development',
    tree: {
      'package.json': '{ "devDependencies": { "only-dev": "1" } }',
      'node_modules/only-dev/package.json': '{ "name": "only-dev", "main": "index.js" }',
      'node_modules/only-dev/index.js': '',
      'src/app/heavy.ts': `import 'only-dev'`,
    },
    reported: 'no-undeclared-packages: src/app/heavy.ts -> node_modules/only-dev/index.js',
  },
  {
    fault: 'an import leads nowhere',
    tree: { 'src/app/lost.ts': `import './gone.ts'` },
    reported: 'no-unresolvable: src/app/lost.ts -> ./gone.ts',
  },
  {
    fault: 'two modules import each other, one of them a type only',
    tree: { 'src/kit/a.ts': `import './b.ts'`, 'src/kit/b.ts': `import type { A } from './a.ts'` },
    reported: 'no-circles: src/kit/a.ts -> src/kit/b.ts',
  },
  {
    fault: 'a test closes a circle',
    tree: { 'src/kit/c.ts': `import './c.test.ts'`, 'src/kit/c.test.ts': `import './c.ts'` },
    reported: 'no-circles: src/kit/c.test.ts -> src/kit/c.ts',
  },
  {
    fault: 'a module is neither imported nor imports',
    tree: { 'src/kit/alone.ts': 'export const alone = 1' },
    reported: 'no-orphans: src/kit/alone.ts -> src/kit/alone.ts',
  },
]

test('every kind of fault is reported', async (t) => {
  const found = violationsIn(Object.assign({}, ...faults.map(({ tree }) => tree)))

  for (const { fault, reported } of faults) {
    await t.test(fault, () => assert.ok(found.has(reported), `expected ${reported}, found ${[...found].join(', ')}`))
  }
})

test('nothing is reported for what the rules allow', () => {
  const found = violationsIn({
    'src/dialects/contract.ts': `import type { Note } from '../facts/note.ts'`,
    'src/facts/note.ts': `import { createHash } from 'node:crypto'`,
    'src/dialects/_shared/words.ts': `import type { Note } from '../../facts/note.ts'`,
    'src/dialects/eos/index.ts': `import '../_shared/words.ts'`,
    'src/dialects/eos/index.test.ts': `import '../junos/index.ts'\nimport { readFileSync } from 'node:fs'`,
    'src/dialects/junos/index.ts': `import type { Dialect } from '../contract.ts'`,
    'src/dialects/registry.generated.ts': `import './eos/index.ts'\nimport './junos/index.ts'`,
    'src/app/compose.ts': `import '../dialects/registry.generated.ts'\nimport { readFile } from 'node:fs/promises'`,
    'src/cli/main.ts': `import '../app/compose.ts'\nimport type { Note } from '../findings/finding.ts'`,
    'src/findings/finding.ts': '',
    'src/findings/finding.test.ts': `import './_testing/sample.ts'`,
    'src/findings/_testing/sample.ts': `import '../../app/compose.ts'\nimport { readFileSync } from 'node:fs'`,
  })

  assert.deepEqual([...found], [])
})

test('the project follows its own rules', () => {
  assert.deepEqual([...violationsInProject()], [])
})
