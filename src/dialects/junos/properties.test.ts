/** Any bytes: no throw, bounded time, and the two forms of one configuration read the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { applyEdits } from '../../facts/apply-edits.ts'
import type { SnapshotFact } from '../../facts/fact.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { assertReadsAnyText, caseInputs, context, place, testHostileTexts } from '../_testing/any-text.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)

test('any text is read without a throw, and facts are facts', () => {
  assertReadsAnyText(dialect, caseInputs(casesFolder))
})

const group = (name: string, next: string) =>
  `groups { ${name} { apply-groups ${next}; <*> { <*> { x; } } } } apply-groups ${name};\n`
const hostile: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(1_000_000),
  braces: '{'.repeat(1_000_000),
  closings: '}'.repeat(1_000_000),
  nested: 'a{'.repeat(500_000),
  quotes: '"'.repeat(1_000_001),
  escapes: `"${'\\'.repeat(1_000_000)}`,
  comments: '/*'.repeat(500_000),
  lists: `system { x [ ${'a '.repeat(500_000)} ]; }`,
  words: `set ${'a '.repeat(500_000)}`,
  statements: 'set forwarding-options analyzer T input ingress interface ge-0/0/1.0\n'.repeat(14_000),
  analyzers: Array.from(
    { length: 15_000 },
    (_, index) => `set forwarding-options analyzer T${index} output vlan ${index}`,
  ).join('\n'),
  bindings: Array.from(
    { length: 12_000 },
    (_, index) => `set interfaces ge-0/0/${index} unit 0 family inet filter input F`,
  )
    .concat('set firewall family inet filter F term 1 then port-mirror')
    .join('\n'),
  groups: Array.from({ length: 12_000 }, (_, index) => group(`G${index}`, `G${index + 1}`)).join(''),
  wildcards: `groups { G { interfaces { <${'*a'.repeat(200)}> { unit 0; } } } } apply-groups G; interfaces { ${'a'.repeat(100_000)}; }`,
  stamps: `${'Nov 14 03:12:07 '.repeat(60_000)} pe1 mgd[1]: UI_COMMIT: x`,
  tags: 'UI_COMMIT'.repeat(110_000),
  members: `<1>1 2026-11-14T03:12:07Z pe1 mgd 1 UI_COMMIT [junos@2636.1 ${'a="b" '.repeat(160_000)}]`,
  secrets: 'secret '.repeat(140_000),
  dollars: '$9$'.repeat(330_000),
  backspaces: '\b'.repeat(1_000_000),
  pagers: '---(more)---\r'.repeat(80_000),
}

testHostileTexts(dialect, hostile)

test('five thousand commits are read in bounded time', { timeout: 180_000 }, () => {
  const typed = Array.from({ length: 5_000 }, (_, index) => [
    { factId: `s${index}`, text: `set forwarding-options analyzer T${index} output vlan 901` },
    { factId: `c${index}`, text: 'commit' },
  ]).flat()
  const started = cpuTimeMs()

  const { changes } = dialect.commands?.interpret(typed) ?? { changes: [] }

  assert.ok(changes.length >= 5_000)
  assert.ok(cpuTimeMs() - started < 20_000)
})

const port = fc.integer({ min: 0, max: 47 }).map((number) => `ge-0/0/${number}.0`)
const analyzer = fc.record({
  name: fc.constantFrom('TAP', 'IDS', 'a-1'),
  ingress: fc.uniqueArray(port, { maxLength: 3 }),
  egress: fc.uniqueArray(port, { maxLength: 3 }),
  output: fc.constantFrom(['interface', 'xe-0/1/0.0'], ['ip-address', '203.0.113.66'], ['vlan', '901']),
  inactive: fc.boolean(),
})
type Analyzer = typeof analyzer extends fc.Arbitrary<infer Drawn> ? Drawn : never

function writeSet({ name, ingress, egress, output, inactive }: Analyzer): readonly string[] {
  const head = `forwarding-options analyzer ${name}`
  return [
    ...ingress.map((one) => `set ${head} input ingress interface ${one}`),
    ...egress.map((one) => `set ${head} input egress interface ${one}`),
    `set ${head} output ${output.join(' ')}`,
    ...(inactive ? [`deactivate ${head}`] : []),
  ]
}

function writeCurly({ name, ingress, egress, output, inactive }: Analyzer): string {
  const ports = (list: readonly string[]) => list.map((one) => `interface ${one};`).join(' ')
  const ends = `input { ingress { ${ports(ingress)} } egress { ${ports(egress)} } } output { ${output.join(' ')}; }`
  return `forwarding-options { ${inactive ? 'inactive: ' : ''}analyzer ${name} { ${ends} } }`
}

function sessionsIn(text: string): readonly MirrorSession[] {
  const facts = dialect.document?.read({ text, place, cutOff: false }, context).facts ?? []
  return facts
    .filter((fact): fact is SnapshotFact => fact.kind === 'snapshot')
    .flatMap(({ sessions }) => sessions.map(({ session }) => session))
}

test('an analyzer reads the same in both forms, from a group, and as typed and committed', () => {
  fc.assert(
    fc.property(analyzer, (drawn) => {
      const lines = writeSet(drawn)
      const [wanted] = sessionsIn(lines.join('\n'))
      const grouped = lines.map((line) => line.replace(/^(\w+) /, '$1 groups G '))
      const typed = [...lines, 'commit'].map((text, index) => ({ factId: String(index), text }))
      const edits = dialect.commands?.interpret(typed).changes.flatMap((change) => change.edits) ?? []

      assert.ok(wanted !== undefined)
      assert.deepEqual(sessionsIn(writeCurly(drawn)), [wanted])
      if (!drawn.inactive) assert.deepEqual(sessionsIn(['set apply-groups G', ...grouped].join('\n')), [wanted])
      assert.deepEqual(applyEdits(undefined, edits, drawn.name)?.session, wanted)
    }),
  )
})
