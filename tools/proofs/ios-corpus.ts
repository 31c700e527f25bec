/** Every line of recorded IOS evidence that could belong to a mirror is in a session or has a reason; nothing is invented. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS, ROOT, tapwarden } from './_shared/command.ts'
import type { Proof, ProofResult } from './contract.ts'

/** A line that a plain word search found before there was a reader, and what a person expected of it. */
interface ListedLine {
  readonly file: string
  readonly line: number
  readonly verdict: string
}

interface SessionRow {
  readonly name: string
  readonly evidence: readonly { readonly path: string; readonly line: number }[]
}

export const proof: Proof = {
  title:
    'Each listed line of the IOS corpus is in a session or has a reason, and no other configuration gives a session',

  async run() {
    const configs = join(CORPUS, 'configs')
    if (!existsSync(configs)) return missing(configs)
    const { stdout } = await tapwarden(['sessions', configs, '--json'])
    const { sessions }: { readonly sessions: readonly SessionRow[] } = JSON.parse(stdout)
    const listed = listedLines().filter(({ file }) => file.startsWith('configs/'))
    const failures = [
      ...(await Promise.all(listed.map((line) => check(line, sessions)))).flat(),
      ...invented(sessions, configs),
    ]
    const inSession = listed.filter(({ verdict }) => verdict.startsWith('session ')).length
    return {
      passed: failures.length === 0,
      summary: `${listed.length} listed lines: ${inSession} in a session, ${listed.length - inSession} with a reason; ${sessions.length} sessions in all of the corpus.`,
      figures: {
        listedLines: listed.length,
        inSession,
        withReason: listed.length - inSession,
        sessions: sessions.length,
      },
      failures,
    }
  },
}

function listedLines(): readonly ListedLine[] {
  const text = readFileSync(join(ROOT, 'test', 'corpus', 'cisco-ios', 'expected.tsv'), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([file = '', line = '', , verdict = '']) => ({ file, line: Number(line), verdict }))
}

/** A line of a session must be its evidence; any other must be followed to an outcome that gives a reason. */
async function check({ file, line, verdict }: ListedLine, sessions: readonly SessionRow[]): Promise<readonly string[]> {
  const path = join(CORPUS, file)
  const owner = sessions.find(({ evidence }) => evidence.some((at) => at.path === path && at.line === line))
  const [, expected] = /^session (\S+)/.exec(verdict) ?? []
  if (expected !== owner?.name)
    return [`${file}:${line}: expected ${verdict}, got ${owner === undefined ? 'no session' : `session ${owner.name}`}`]
  if (owner !== undefined) return []
  const { stdout } = await tapwarden(['trace', `${path}:${line}`, '--json'])
  const { stages }: { readonly stages: readonly { readonly stage: string; readonly says: string }[] } =
    JSON.parse(stdout)
  return stages.some(({ stage, says }) => stage === 'outcome' && says !== '') ? [] : [`${file}:${line}: no reason`]
}

function invented(sessions: readonly SessionRow[], configs: string): readonly string[] {
  const own = join(configs, 'cisco_ios')
  return sessions
    .filter(({ evidence }) => evidence.some(({ path }) => !path.startsWith(own)))
    .map(({ name, evidence }) => `session ${name} from ${evidence[0]?.path}`)
}

function missing(folder: string): ProofResult {
  return { passed: true, summary: `Not run: there is no corpus at ${folder}.`, figures: { run: false }, failures: [] }
}
