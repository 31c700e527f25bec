/**
 * Recorded evidence of daily work and of other acts than mirroring: the only findings are set-ups that a person found in the
 * files too, each with why.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assessPaths } from './_shared/assess-paths.ts'
import { CORPUS, ROOT, tapwarden } from './_shared/command.ts'
import { corpusFiles, withoutCorpus } from './_shared/corpus.ts'
import { progressOf } from './_shared/progress.ts'
import type { Proof } from './contract.ts'

/** Folders of the corpus, the largest first. */
const FOLDERS = ['configs', 'syslog', 'aaa', 'cloud', 'cli-transcripts', 'show-output'] as const

/** What really mirrors, is prepared to or was tried: file, finding and why, read by a person. */
interface Explained {
  readonly file: string
  /** `mirror monitor-session 1`: kind of finding, and what it is about. */
  readonly finding: string
  readonly why: string
}

interface FindingRow {
  readonly kind: string
  readonly setup: { readonly address: { readonly namespace: string; readonly id: string } }
}

const AT = '2026-11-20'

const progress = progressOf('benign')

export const proof: Proof = {
  title: 'Benign evidence gives no finding: only what really mirrors is found, and each finding is explained',

  async run({ slice }) {
    const missing = withoutCorpus()
    if (missing !== undefined) return missing
    const explained = readExplained()
    const folders = slice ? FOLDERS.filter((folder) => folder !== 'configs') : FOLDERS
    const found = (await Promise.all(folders.map(findingsIn))).flat()
    const wanted = explained.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)))
    const failures = [
      ...found.filter((one) => !wanted.some((other) => isSame(one, other))).map((one) => `not explained: ${tell(one)}`),
      ...wanted.filter((one) => !found.some((other) => isSame(one, other))).map((one) => `not found: ${tell(one)}`),
    ]
    const files = folders.flatMap(corpusFiles)
    const withFinding = new Set(found.map(({ file }) => file))
    return {
      passed: failures.length === 0,
      summary: `${files.length} files: ${files.length - withFinding.size} give no finding, ${withFinding.size} give ${found.length}, each explained.`,
      figures: {
        files: files.length,
        filesWithoutFinding: files.length - withFinding.size,
        ...Object.fromEntries(wanted.map(({ file, finding, why }) => [`${file}: ${finding}`, why])),
      },
      failures,
    }
  },
}

function readExplained(): readonly Explained[] {
  return readFileSync(join(ROOT, 'test', 'corpus', 'benign', 'expected.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .map(([file = '', finding = '', why = '']) => ({ file, finding, why }))
}

type Found = Pick<Explained, 'file' | 'finding'>

function isSame(one: Found, other: Found): boolean {
  return one.file === other.file && one.finding === other.finding
}

function tell({ file, finding }: Found): string {
  return `${file}: ${finding}`
}

/** The public command says what a folder gives; its files are then asked one by one, so that each finding is told with its file. */
async function findingsIn(path: string): Promise<readonly Found[]> {
  progress(path)
  const rows = await scan(path)
  if (rows.length === 0) return []
  const found: Found[] = []
  for (const file of corpusFiles(path)) {
    progress(file)
    const { findings } = await assessPaths([join(CORPUS, file)], { at: AT })
    found.push(...findings.map((finding) => ({ file, finding: nameOf(finding) })))
  }
  const [all, each] = [rows.map(nameOf).sort(), found.map(({ finding }) => finding).sort()]
  return all.join() === each.join() ? found : [...found, { file: path, finding: `together: ${all.join(', ')}` }]
}

async function scan(path: string): Promise<readonly FindingRow[]> {
  const { stdout } = await tapwarden(['scan', join(CORPUS, path), '--at', AT, '--json'])
  const { findings }: { readonly findings: readonly FindingRow[] } = JSON.parse(stdout)
  return findings
}

function nameOf({ kind, setup: { address } }: FindingRow): string {
  return `${kind} ${address.namespace} ${address.id}`
}
