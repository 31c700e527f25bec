/** The page of machine results: every member of `scan --json` and `sessions --json`, with one value of the example estate. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type DeclaredMember, firstParagraph, readDeclarations, readWords } from './doc-comments.ts'
import { code, page, shorten, table } from './markdown.ts'

const run = promisify(execFile)
const ESTATE = join('examples', 'estate')

/** Longest example, in characters. */
const MAX_EXAMPLE = 120

/** One table: the declaration that names the members, and where values of it stand in the result. */
interface Part {
  readonly title: string
  readonly file: string
  readonly declaration: string
  readonly says?: string
  readonly values: (result: unknown) => readonly unknown[]
}

const findings = (result: unknown): readonly unknown[] => list(result, 'findings')
const coverage = (result: unknown): readonly unknown[] => list(result, 'coverage')

const SCAN_PARTS: readonly Part[] = [
  { title: 'The result', file: 'findings/report/report.ts', declaration: 'ScanReport', values: (result) => [result] },
  { title: '`findings[]`', file: 'findings/finding.ts', declaration: 'Finding', values: findings },
  {
    title: '`findings[].reasons[]`',
    file: 'findings/finding.ts',
    declaration: 'FindingReason',
    values: (result) => findings(result).flatMap((finding) => list(finding, 'reasons')),
  },
  {
    title: '`findings[].evidence[]`, `findings[].reasons[].evidence[]`',
    file: 'findings/parts/evidence.ts',
    declaration: 'EvidenceItem',
    says: '`places` only with `--locations`.',
    values: (result) => findings(result).flatMap((finding) => list(finding, 'evidence')),
  },
  {
    title: '`findings[].playbook[]`',
    file: 'findings/finding.ts',
    declaration: 'PlaybookStep',
    values: (result) => findings(result).flatMap((finding) => list(finding, 'playbook')),
  },
  {
    title: '`findings[].claim`',
    file: 'findings/claims/claim.ts',
    declaration: 'Claim',
    values: (result) => findings(result).map((finding) => member(finding, 'claim')),
  },
  { title: '`coverage[]`', file: 'findings/report/report.ts', declaration: 'SubjectCoverage', values: coverage },
  {
    title: '`coverage[].legs[]`',
    file: 'timeline/subject-timeline.ts',
    declaration: 'LegCoverage',
    values: (result) => coverage(result).flatMap((row) => list(row, 'legs')),
  },
  {
    title: '`figures`',
    file: 'findings/report/report.ts',
    declaration: 'CoverageFigures',
    values: (result) => [member(result, 'figures')],
  },
]

const SESSION_PARTS: readonly Part[] = [
  {
    title: '`sessions[]`: the session',
    file: 'facts/mirror-session.ts',
    declaration: 'MirrorSession',
    values: (result) => list(result, 'sessions'),
  },
  {
    title: '`sessions[]`: beside the session',
    file: 'app/answers/list-sessions.ts',
    declaration: 'SessionRow',
    values: (result) => list(result, 'sessions'),
  },
  { title: '`notes[]`', file: 'facts/note.ts', declaration: 'Note', values: (result) => list(result, 'notes') },
]

/** `docs/reference/findings-json.md`. */
export async function writeFindingsPage(root: string): Promise<string> {
  const [scan, sessions] = existsSync(join(root, ESTATE))
    ? await Promise.all([readResult(root, ['scan', '--locations']), readResult(root, ['sessions'])])
    : []
  const tables = (parts: readonly Part[], result: unknown): readonly string[] =>
    parts.map((part) => describe(part, root, result))
  return page('Machine results', [
    'What `--json` prints. Members are added in later versions and keep their meaning; one that does not apply is absent, never `null` unless said here. ' +
      `Times are ISO 8601 in UTC. Examples are from \`tapwarden … ${ESTATE} --json\`, cut where they are long.`,
    '## tapwarden scan --json',
    'The result depends on facts, inventory and time alone: the same evidence filed, cut, ordered or repeated in any other way gives the same bytes. ' +
      'Where evidence stands is therefore left out; `--locations` adds `places` to each piece of evidence, and `inputs` (what became of every file). ' +
      'See [decision 0001](../decisions/0001-machine-result-without-locations.md).',
    ...tables(SCAN_PARTS, scan),
    '## tapwarden sessions --json',
    `An inventory of the sessions that are there (with \`--ended\`, that ever were), for scripts. It says where each line stands, so it does depend on filing. Top level: ${topLevel(sessions)}.`,
    ...tables(SESSION_PARTS, sessions),
    `## Words\n\n${table(['type', 'one of'], words(root))}`,
  ])
}

/** Types whose values are a closed list, and where each is declared. */
const WORDS: readonly (readonly [string, string])[] = [
  ['Verdict', 'detections/contract.ts'],
  ['ConductBreach', 'detections/contract.ts'],
  ['FindingKind', 'findings/finding.ts'],
  ['Severity', 'findings/finding.ts'],
  ['LegState', 'findings/finding.ts'],
  ['Label', 'findings/confidence.ts'],
  ['SetupStatus', 'timeline/setup.ts'],
  ['Witness', 'timeline/setup.ts'],
]

function words(root: string): readonly (readonly string[])[] {
  return WORDS.map(([name, file]) => [
    code(name),
    readWords(join(root, 'src', file), name)
      .map(code)
      .join(', '),
  ])
}

async function readResult(root: string, words: readonly string[]): Promise<unknown> {
  const [command = '', ...options] = words
  const parameters = [join('src', 'cli', 'main.ts'), command, ESTATE, ...options, '--json']
  const { stdout } = await run(process.execPath, parameters, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout)
}

function describe({ title, file, declaration, says, values }: Part, root: string, result: unknown): string {
  const declared = readDeclarations(join(root, 'src', file)).get(declaration)
  if (declared === undefined) throw new Error(`src/${file} declares no ${declaration}`)
  const found = values(result)
  const rows = declared.members.map((one) => toRow(one, found))
  const intro = [firstParagraph(declared.comment), says ?? ''].filter((text) => text !== '').join(' ')
  return [`### ${title}`, intro, table(['member', 'type', 'example', ''], rows)].join('\n\n')
}

function toRow({ name, type, optional, comment }: DeclaredMember, values: readonly unknown[]): readonly string[] {
  const example = values.map((value) => member(value, name)).find(saysSomething)
  return [
    code(name) + (optional ? ' ?' : ''),
    type === '' ? '' : code(shortType(type)),
    example === undefined ? '–' : code(shorten(JSON.stringify(example), MAX_EXAMPLE)),
    firstParagraph(comment),
  ]
}

/** Long types are shown by their example. */
function shortType(type: string): string {
  const plain = type.replaceAll('readonly ', '').replace(/ \| undefined$/, '')
  if (plain.startsWith("'")) return plain.replaceAll("'", '')
  return plain.length > 60 || plain.startsWith('{') ? 'object' : plain
}

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

function topLevel(result: unknown): string {
  return Object.keys(typeof result === 'object' && result !== null ? result : {})
    .map(code)
    .join(', ')
}

function list(holder: unknown, name: string): readonly unknown[] {
  const value = member(holder, name)
  return Array.isArray(value) ? value : []
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined
}
