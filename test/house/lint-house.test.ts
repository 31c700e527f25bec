import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintFile } from '../../tools/lint-house/lint.ts'
import { places } from '../../tools/lint-house/rules/places.ts'

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')
const functionOf = (body: string): string => `function f(x: number) {\n${body}\n}`
const branches = (count: number): string => functionOf(lines(count, (i) => `if (x === ${i}) return`))

interface Example {
  readonly path?: string
  readonly text: string
}

interface RuleExamples {
  readonly rule: string
  readonly broken: readonly Example[]
  readonly kept: readonly Example[]
}

const examples: readonly RuleExamples[] = [
  {
    rule: 'file-size',
    broken: [{ text: lines(301, (i) => `let a${i}`) }],
    kept: [
      { text: lines(600, (i) => (i % 2 ? `let a${i}` : '// said twice')) },
      { text: lines(301, (i) => `let a${i}`), path: 'src/kit/ports.data.ts' },
    ],
  },
  {
    rule: 'function-size',
    broken: [
      { text: functionOf(lines(49, () => 'x++')) },
      { text: `test('a', () => {\n${lines(49, () => 'x++')}\n})` },
    ],
    kept: [
      { text: functionOf(lines(48, () => 'x++ // up\n\n')) },
      { text: `describe('a', () => {\n${lines(49, () => 'x++')}\n})` },
    ],
  },
  {
    rule: 'parameter-count',
    broken: [
      { text: 'const f = (a: 1, b: 2, c: 3, d: 4) => a' },
      { text: 'interface A { f(a: 1, b: 2, c: 3, d: 4): void }' },
    ],
    kept: [{ text: 'const f = (a: 1, b: 2, { c, d }: { c: 3; d: 4 }) => a' }],
  },
  {
    rule: 'complexity',
    broken: [
      { text: branches(12) },
      { text: functionOf(`return ${lines(13, (i) => `x === ${i}`).replaceAll('\n', ' || ')}`) },
    ],
    kept: [{ text: branches(11) }, { text: functionOf(`${branches(7)}\n${branches(7)}`) }],
  },
  {
    rule: 'import-count',
    broken: [{ text: lines(16, (i) => `import './a${i}.ts'`) }],
    kept: [{ text: lines(15, (i) => `import './a${i}.ts'`) }],
  },
  {
    rule: 'export-count',
    broken: [
      { text: lines(9, (i) => `export const a${i} = 1`) },
      { text: `export { ${lines(9, (i) => `a${i},`)} } from './a.ts'` },
    ],
    kept: [
      { text: lines(8, (i) => `export const A${i} = 1\nexport type A${i} = 1`) },
      { text: lines(9, (i) => `export const a${i} = 1`), path: 'src/sinks/contract.ts' },
      { text: lines(9, (i) => `export const a${i} = 1`), path: 'src/facts/fact.ts' },
    ],
  },
  {
    rule: 'no-default-export',
    broken: [
      { text: 'export default {}' },
      { text: 'export default function f() {}' },
      { text: 'export { a as default }' },
    ],
    kept: [{ text: 'export const a = 1' }, { text: 'export default {}', path: 'tools/vite.config.ts' }],
  },
  { rule: 'no-enum', broken: [{ text: 'enum A { b }' }], kept: [{ text: `type A = 'b'` }] },
  { rule: 'no-namespace', broken: [{ text: 'namespace A {}' }], kept: [{ text: `declare module 'a' {}` }] },
  { rule: 'no-any', broken: [{ text: 'let a: any' }], kept: [{ text: 'let any: unknown // any' }] },
  {
    rule: 'no-assertion',
    broken: [{ text: 'const a = b as string' }, { text: 'const a = <string>b' }],
    kept: [{ text: `const a = 'b' as const` }, { text: 'const a = b as string', path: 'src/kit/a.test.ts' }],
  },
  {
    rule: 'purity',
    broken: [
      ...['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'process.env.HOME', 'performance.now()', `fetch('a')`],
      ...['setTimeout(f, 1)', 'globalThis.fetch', 'crypto.randomUUID()', `import { randomUUID } from 'node:crypto'`],
      ...['const wait = setTimeout', `console.log('a')`],
    ].map((text) => ({ text })),
    kept: [
      ...['new Date(0)', 'Date.parse(a)', 'Math.max(1)', 'job.process()', 'const a = { process: 1 }', '// Date.now()'],
      ...[
        'function f(process: string) { return process }',
        `import { createHash } from 'node:crypto'`,
        'interface A { fetch(): void }',
      ],
    ]
      .map((text): Example => ({ text }))
      .concat(
        { text: 'Date.now()', path: 'src/kit/a.test.ts' },
        { text: 'Date.now()', path: 'src/sources/files/read.ts' },
      ),
  },
  {
    rule: 'todo-names-issue',
    broken: [{ text: '// TODO later' }, { text: '/*\n * FIXME\n */' }],
    kept: [{ text: '// TODO(#12) later' }, { text: `const a = '// TODO'` }, { text: 'const a = /[/]/ // TODOS' }],
  },
  {
    rule: 'doc-comment',
    broken: ['function f() {}', 'class A {}', 'interface A {}', 'type A = 1', 'const f = () => 1'].map((text) => ({
      text: `export ${text}`,
    })),
    kept: [
      { text: '/** Said. */\nexport function f(): void\nexport function f() {}' },
      { text: '/** Said. */\nexport const A = z.object({})\nexport type A = z.infer<typeof A>' },
      { text: `/** Said. */\nexport const ALL = ['a'] as const\nexport type One = (typeof ALL)[number]` },
      { text: 'export const a = 1' },
      { text: 'export function f() {}', path: 'tools/a.ts' },
    ],
  },
]

for (const { rule, broken, kept } of examples) {
  test(`${rule} is reported where broken and silent where kept`, () => {
    for (const example of broken) assert.ok(rulesBrokenBy(example).includes(rule), `not reported: ${example.text}`)
    for (const example of kept) assert.ok(!rulesBrokenBy(example).includes(rule), `reported: ${example.text}`)
  })
}

function rulesBrokenBy({ path = 'src/kit/example.ts', text }: Example): readonly string[] {
  return lintFile(path, text).map(({ rule }) => rule)
}

test('a problem names the line of its cause, comments before it not counted', () => {
  const [problem] = lintFile('tools/a.ts', '/** Said. */\n\n/** Too. */\nexport default {}')

  assert.deepEqual(problem, {
    path: 'tools/a.ts',
    line: 4,
    rule: 'no-default-export',
    message: 'give the export a name',
  })
})

test('paths: names, depth and crowded folders', () => {
  const files = (folder: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${folder}/a${i}.ts`)
  const broken: Readonly<Record<string, readonly string[]>> = {
    'kebab-case': ['src/kit/ipSet.ts', 'src/Kit/ip-set.ts', 'tools/ip_set.mjs'],
    'folder-name': ['src/kit/utils/a.ts', 'src/dialects/_common/a.ts', 'src/helpers/a.ts', 'test/misc/a.ts'],
    depth: ['src/a/b/c/d/e/f.ts'],
  }
  const kept = [
    'src/kit/ip-set.test.ts',
    'src/dialects/_shared/words.data.ts',
    'src/a/b/c/d/f.ts',
    'tools/a/b/c/d/e/f.ts',
  ]

  for (const [rule, paths] of Object.entries(broken)) {
    for (const path of paths)
      assert.ok(
        places([path]).some((problem) => problem.rule === rule),
        `${rule}: ${path}`,
      )
  }
  assert.deepEqual(places(kept), [])
  assert.equal(places(files('src/kit', 15))[0]?.rule, 'crowded-folder')
  assert.deepEqual(places([...files('src/kit', 14), 'src/kit/a1.test.ts', ...files('src/dialects', 15)]), [])
})
