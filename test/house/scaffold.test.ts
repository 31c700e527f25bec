/** `new:dialect` and `new:detection`: one folder that passes at once, and no folder for a name that will not do. */
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { after, test } from 'node:test'
import { copyTree, isOnePlugIn } from '../../tools/scaffold/trial/tree-copy.ts'

const copy = copyTree()
after(copy.remove)

const REFUSED = [
  { tool: 'new-dialect', given: [], code: 'TW_SCAFFOLD_USAGE', help: /run: npm run new:dialect/ },
  { tool: 'new-dialect', given: ['a-b', 'c-d'], code: 'TW_SCAFFOLD_USAGE', help: /run: npm run new:dialect/ },
  {
    tool: 'new-dialect',
    given: ['--type', 'lines', 'acme-os'],
    code: 'TW_SCAFFOLD_USAGE',
    help: /run: npm run new:dialect/,
  },
  {
    tool: 'new-dialect',
    given: ['acme-os', '--kind', 'logs'],
    code: 'TW_SCAFFOLD_KIND',
    help: /configuration, lines, audit/,
  },
  { tool: 'new-dialect', given: ['Acme_OS'], code: 'TW_SCAFFOLD_NAME', help: /: acme-os$/m },
  { tool: 'new-dialect', given: ['../acme'], code: 'TW_SCAFFOLD_NAME', help: /: acme$/m },
  { tool: 'new-dialect', given: ['os'], code: 'TW_SCAFFOLD_NAME', help: /3 to 32/ },
  { tool: 'new-dialect', given: ['a'.repeat(33)], code: 'TW_SCAFFOLD_NAME', help: /3 to 32/ },
  { tool: 'new-dialect', given: ['cisco-ios'], code: 'TW_SCAFFOLD_EXISTS', help: /choose another name/ },
  { tool: 'new-detection', given: ['silent-change'], code: 'TW_SCAFFOLD_EXISTS', help: /choose another name/ },
  { tool: 'new-detection', given: ['many--ports'], code: 'TW_SCAFFOLD_NAME', help: /: many-ports$/m },
] as const

for (const { tool, given, code, help } of REFUSED) {
  test(`${tool} ${given.join(' ')} is refused with ${code}`, () => {
    const { status, stdout, stderr } = copy.run(`tools/${tool}.ts`, ...given)

    assert.equal(status, 2)
    assert.equal(stdout, '')
    assert.ok(stderr.startsWith(`${code}: `), stderr)
    assert.match(stderr, help)
    assert.deepEqual(copy.changes(), [])
  })
}

const KINDS = ['configuration', 'lines', 'audit'] as const

test('each scaffold writes one plug-in, and all of them pass together with the contracts', () => {
  for (const kind of KINDS) write('dialects', `acme-${kind}`, ['tools/new-dialect.ts', `acme-${kind}`, '--kind', kind])
  write('detections', 'many-ports-mirrored', ['tools/new-detection.ts', 'many-ports-mirrored'])
  copy.run('tools/gen-registries.ts')

  const own = globSync(['src/dialects/acme-*/*.test.ts', 'src/detections/many-ports-mirrored/*.test.ts'], {
    cwd: copy.folder,
  })
  const shared = [
    'test/contracts/dialects.test.ts',
    'test/contracts/dialect-content.test.ts',
    'src/detections/cases.test.ts',
  ]
  const runs = [
    copy.run('--test', ...own),
    copy.run('--test', '--test-name-pattern=acme-|many-ports|every folder|no two dialects', ...shared),
  ]

  assert.equal(own.length, 11)
  for (const { status, stdout } of runs) assert.equal(status, 0, stdout.slice(-4000))
  assert.match(runs[1]?.stdout ?? '', /\bpass (?:[4-9]\d|\d{3})\b/, 'the contracts ask the new ones')
})

/** Runs a scaffold and checks that what it added is one plug-in, each gap in it said in a sentence, and what comes next. */
function write(room: string, name: string, command: readonly string[]): void {
  const before = new Set(copy.changes())

  const { status, stdout, stderr } = copy.run(...command)

  const added = copy.changes().filter((path) => !before.has(path))
  assert.equal(status, 0, stderr)
  assert.ok(isOnePlugIn(added, { room, name }), String(added))
  assert.match(stdout, /What comes next:\n {2}1\. npm run gen/)
  for (const path of added) assert.ok(stdout.includes(`wrote ${path}\n`), path)
}

test('what was scaffolded keeps to the house style', () => {
  const { stdout } = copy.run('tools/lint-house.ts')
  const biome = copy.run(
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    'src/dialects',
    'src/detections/many-ports-mirrored',
  )

  assert.doesNotMatch(stdout, /acme-|many-ports/)
  assert.doesNotMatch(biome.stdout + biome.stderr, /acme-|many-ports/)
})

test('a scaffolded detection is among the rules', () => {
  assert.match(copy.run('src/cli/main.ts', 'rules', 'list').stdout, /many-ports-mirrored/)
})

test('a name is taken once', () => {
  assert.match(copy.run('tools/new-detection.ts', 'acme-lines').stderr, /^TW_SCAFFOLD_EXISTS: changelog\.d\/acme-lines/)
})
