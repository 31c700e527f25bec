/** The fixtures of the platforms that are read, through the public command: every promised member of every session, and nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { ROOT, tapwarden } from './_shared/command.ts'
import type { Proof } from './contract.ts'

/** A fixture: input, and the file that says what is in it. */
interface Fixture {
  readonly name: string
  readonly input: string
  readonly expected: string
}

const ON_DEVICES: readonly Fixture[] = [
  fixtureCase('ios-1', 'cisco-ios'),
  fixtureCase('nxos-1', 'cisco-nxos'),
  fixtureCase('eos-1', 'arista-eos'),
  fixtureCase('junos-curly-1', 'junos'),
  fixtureCase('junos-set-1', 'junos'),
]
const TYPED: Fixture = {
  name: 'tacplus-1',
  input: 'test/e2e/fixtures/tacplus-1/input.log',
  expected: 'test/e2e/fixtures/tacplus-1/expected.json',
}
const DETAIL: Fixture = {
  name: 'radius-detail-1',
  input: 'src/dialects/freeradius-detail/cases/radius-detail-1/input.detail',
  expected: 'src/dialects/freeradius-detail/cases/radius-detail-1/expected.json',
}
/** Members of the normalised session that a fixture may state. */
const PROMISED = [
  'name',
  'kind',
  'role',
  'sources',
  'destinations',
  'filter',
  'enabled',
  'enabledReason',
  'incomplete',
] as const

type Row = Readonly<Record<string, unknown>>

/** What became of one fixture: a cell of the table, and what is wrong. */
interface Outcome {
  readonly says: string
  readonly failures: readonly string[]
}

export const proof: Proof = {
  title: 'Every fixture of the platforms that are read gives exactly its sessions, through the public command',

  async run() {
    const outcomes: [string, Outcome][] = []
    for (const fixture of ON_DEVICES)
      outcomes.push([fixture.name, await compareSessions(fixture, caseSessions(fixture))])
    outcomes.push([TYPED.name, await compareSessions(TYPED, readJson<readonly Row[]>(TYPED.expected))])
    outcomes.push([DETAIL.name, await compareDetail()])
    const failures = outcomes.flatMap(([name, outcome]) => outcome.failures.map((failure) => `${name}: ${failure}`))
    const exact = outcomes.filter(([, outcome]) => outcome.failures.length === 0).length
    return {
      passed: failures.length === 0,
      summary: `${exact} of ${outcomes.length} fixtures are exact.`,
      figures: Object.fromEntries(outcomes.map(([name, { says }]) => [name, says])),
      failures,
    }
  },
}

function fixtureCase(name: string, dialect: string): Fixture {
  const folder = `src/dialects/${dialect}/cases/${name}`
  return { name, input: `${folder}/input.cfg`, expected: `${folder}/expected.json` }
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
}

function caseSessions({ expected }: Fixture): readonly Row[] {
  const [reading] = readJson<readonly { readonly sessions: readonly Row[] }[]>(expected)
  return reading?.sessions ?? []
}

function promised(row: Row): Row {
  return Object.fromEntries(PROMISED.filter((member) => member in row).map((member) => [member, row[member]]))
}

async function compareSessions({ input }: Fixture, expected: readonly Row[]): Promise<Outcome> {
  const { stdout } = await tapwarden(['sessions', input, '--at', '2026-05-04', '--json'])
  const { sessions }: { readonly sessions: readonly Row[] } = JSON.parse(stdout)
  const found = sessions.map(promised)
  const wanted = expected.map(promised)
  const failures = [
    ...wanted.filter((one) => !found.some((other) => isDeepStrictEqual(one, other))).map((one) => tell('missing', one)),
    ...found
      .filter((one) => !wanted.some((other) => isDeepStrictEqual(one, other)))
      .map((one) => tell('not expected', one)),
  ]
  const exact = wanted.length - failures.filter((failure) => failure.startsWith('missing')).length
  return { says: `${exact} of ${wanted.length} sessions exact, ${found.length} found`, failures }
}

function tell(what: string, row: Row): string {
  return `${what}: ${JSON.stringify(row)}`
}

/** A typed command of a platform that nobody reads yet is kept whole, with who typed it and where; it is no session. */
async function compareDetail(): Promise<Outcome> {
  const { stdout } = await tapwarden(['trace', `${DETAIL.input}:1`, '--json'])
  const { stages }: { readonly stages: readonly { readonly stage: string; readonly says: string }[] } =
    JSON.parse(stdout)
  const told = stages.map(({ stage, says }) => `${stage}: ${says}`).join('\n')
  const [reading] = readJson<readonly { readonly facts: readonly Row[]; readonly because: string }[]>(DETAIL.expected)
  const wanted = [reading?.because, ...(reading?.facts ?? []).map(({ id }) => String(id).slice(0, 8))]
  const failures = wanted
    .filter((words) => words === undefined || !told.includes(words))
    .map((words) => `not told: ${words}`)
  return { says: failures.length === 0 ? 'the command is kept, with account and device' : 'not as expected', failures }
}
