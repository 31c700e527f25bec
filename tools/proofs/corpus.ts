/**
 * Recorded configurations of four platforms: every line that a plain word search found before there was a reader is in a session
 * or has its reason, and nothing else gives a session.
 */
import { join } from 'node:path'
import { traceLine } from '../../src/app/answers/trace-line.ts'
import { listMirrorLines } from '../list-mirror-lines.ts'
import { CORPUS, tapwarden } from './_shared/command.ts'
import { corpusFiles, corpusText, type ListedLine, readList, withoutCorpus } from './_shared/corpus.ts'
import { progressOf } from './_shared/progress.ts'
import type { Proof } from './contract.ts'

/** Lists of expectations, and the folder of the corpus each is about. */
const PLATFORMS = [
  ['cisco-ios', 'configs/cisco_ios'],
  ['cisco-nxos', 'configs/cisco_nxos'],
  ['arista-eos', 'configs/arista_eos'],
  ['junos', 'configs/juniper_junos'],
] as const

interface SessionRow {
  readonly name: string
  readonly subject: string
  readonly evidence: readonly { readonly path: string; readonly line: number }[]
}

const progress = progressOf('corpus')

export const proof: Proof = {
  title:
    'Each listed line of the configurations of four platforms is in a session or has a reason, and no other gives a session',

  async run({ slice }) {
    const missing = withoutCorpus()
    if (missing !== undefined) return missing
    const { stdout } = await tapwarden(['sessions', join(CORPUS, 'configs'), '--json'])
    const { sessions }: { readonly sessions: readonly SessionRow[] } = JSON.parse(stdout)
    const invented = inventedBy(sessions)
    const tables = []
    for (const [list, folder] of PLATFORMS) tables.push(await provePlatform({ list, folder, sessions, slice }))
    const failures = [...invented, ...tables.flatMap((table) => table.failures)]
    return {
      passed: failures.length === 0,
      summary: `${sum(tables.map(({ listed }) => listed))} listed lines of ${tables.length} platforms: ${sum(tables.map(({ inSession }) => inSession))} in a session, the others with a reason; ${invented.length} sessions from the configurations of other vendors.`,
      figures: {
        ...Object.fromEntries(tables.map((table) => [table.list, tellTable(table)])),
        'other vendors': `${otherFiles().length} files, ${invented.length} sessions`,
      },
      failures,
    }
  },
}

interface Table {
  readonly list: string
  readonly files: number
  readonly listed: number
  readonly inSession: number
  readonly withReason: number
  readonly sessions: number
  readonly failures: readonly string[]
}

function tellTable({ files, listed, inSession, withReason, sessions }: Table): string {
  return `${files} files, ${listed} listed lines, ${inSession} in a session, ${withReason} with a reason, ${sessions} sessions`
}

interface Platform {
  readonly list: string
  readonly folder: string
  readonly sessions: readonly SessionRow[]
  readonly slice: boolean
}

async function provePlatform({ list, folder, sessions, slice }: Platform): Promise<Table> {
  const rows = readList(list).filter(({ file }) => file.startsWith(`${folder}/`))
  const own = sessions.filter(({ evidence }) => evidence.some(({ path }) => path.startsWith(join(CORPUS, folder))))
  const owned = rows.map((row) => ({ row, owners: ownersOf(row, own) }))
  const failures = [...listDifferences(folder, rows), ...owned.flatMap(({ row, owners }) => misplaced(row, owners))]
  const outside = owned.filter(({ owners }) => owners.length === 0).map(({ row }) => row)
  let withReason = 0
  for (const row of slice ? outside.slice(0, 5) : outside) {
    progress(`${list}: ${row.file}:${row.line}`)
    if (await hasReason(row)) withReason += 1
    else failures.push(`${row.file}:${row.line}: no reason`)
  }
  return {
    list,
    files: corpusFiles(folder).length,
    listed: rows.length,
    inSession: rows.length - outside.length,
    withReason,
    sessions: own.length,
    failures,
  }
}

/** The list must be what the word search finds today: neither a line left out nor one that is no more there. */
function listDifferences(folder: string, rows: readonly ListedLine[]): readonly string[] {
  const found = corpusFiles(folder).flatMap((file) =>
    listMirrorLines(corpusText(file), false).map(({ line, hash }) => `${file}:${line} ${hash}`),
  )
  const listed = rows.map(({ file, line, hash }) => `${file}:${line} ${hash}`)
  return [
    ...found.filter((line) => !listed.includes(line)).map((line) => `not listed: ${line}`),
    ...listed.filter((line) => !found.includes(line)).map((line) => `listed, not found: ${line}`),
  ]
}

function ownersOf({ file, line }: ListedLine, sessions: readonly SessionRow[]): readonly string[] {
  const path = join(CORPUS, file)
  return sessions
    .filter(({ evidence }) => evidence.some((at) => at.path === path && at.line === line))
    .map(({ name }) => name)
}

/** A line of a session must be evidence of it, any other of none. */
function misplaced({ file, line, verdict }: ListedLine, owners: readonly string[]): readonly string[] {
  const [, expected] = /^session (\S+)/.exec(verdict) ?? []
  const holds = expected === undefined ? owners.length === 0 : owners.includes(expected)
  return holds ? [] : [`${file}:${line}: expected ${verdict}, got ${owners.join(', ') || 'no session'}`]
}

/** A line outside of sessions must be followed to an outcome that gives a reason. */
async function hasReason({ file, line }: ListedLine): Promise<boolean> {
  const { stages } = await traceLine(`${join(CORPUS, file)}:${line}`, { paths: [join(CORPUS, file)] })
  return stages.some(({ stage, says }) => stage === 'outcome' && /^[\w-]+: ./.test(says))
}

function otherFiles(): readonly string[] {
  return corpusFiles('configs').filter((file) => !PLATFORMS.some(([, folder]) => file.startsWith(`${folder}/`)))
}

function inventedBy(sessions: readonly SessionRow[]): readonly string[] {
  const others = new Set(otherFiles().map((file) => join(CORPUS, file)))
  return sessions
    .filter(({ evidence }) => evidence.some(({ path }) => others.has(path)))
    .map(({ name, evidence }) => `invented: session ${name} from ${evidence[0]?.path}`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
