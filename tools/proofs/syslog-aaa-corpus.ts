/** Recorded logs and accounting: every line ends as listed, goldens of other readers agree, and no finding is invented. */
import { basename, join } from 'node:path'
import { CORPUS, tapwarden } from './_shared/command.ts'
import { corpusFiles, corpusText, hashOfLine, type ListedLine, readList, withoutCorpus } from './_shared/corpus.ts'
import type { Proof } from './contract.ts'
import { goldenDifferences, goldens } from './syslog-aaa-corpus/goldens.ts'
import { verdictOn } from './syslog-aaa-corpus/verdict.ts'

const FOLDERS = ['syslog', 'aaa'] as const

/** Recorded packets and the goldens of other readers are no lines of a log. */
const isOfLines = (file: string): boolean => !/\.(?:pcap|expected\.json)$/.test(file)

interface InputCounts {
  readonly path: string
  readonly units: number
  readonly counts: Readonly<Record<string, number>>
}

export const proof: Proof = {
  title: 'Every line of recorded logs and accounting ends as listed, goldens agree, and no finding is invented',

  async run() {
    const missing = withoutCorpus()
    if (missing !== undefined) return missing
    const listed = [...readList('syslog'), ...readList('aaa')]
    const compared = goldens().map((golden) => ({ golden, differences: goldenDifferences(golden) }))
    const read = await readByCommand()
    const failures = [
      ...lineDifferences(listed),
      ...compared.flatMap(({ golden, differences }) => differences.map((what) => `${golden.file}: ${what}`)),
      ...read.failures,
    ]
    return {
      passed: failures.length === 0,
      summary: `${listed.length} lines of ${new Set(listed.map(({ file }) => file)).size} files end as listed, ${compared.length} goldens were compared, ${read.inputs} inputs were read and ${read.findings} findings came of them.`,
      figures: {
        ...countVerdicts(listed),
        goldens: compared.length,
        inputs: read.inputs,
        findings: read.findings,
      },
      failures,
    }
  },
}

function lineDifferences(listed: readonly ListedLine[]): readonly string[] {
  const found = FOLDERS.flatMap((folder) => corpusFiles(folder).filter(isOfLines)).flatMap((file) =>
    corpusText(file)
      .trimEnd()
      .split('\n')
      .map((text, index) => `${file}:${index + 1} ${hashOfLine(text)} ${verdictOn(text)}`),
  )
  // What stands behind a colon is a remark for the reader of the list.
  const wanted = listed.map(({ file, line, hash, verdict }) => `${file}:${line} ${hash} ${verdict.split(':')[0]}`)
  const [foundOnes, wantedOnes] = [new Set(found), new Set(wanted)]
  return [
    ...wanted.filter((one) => !foundOnes.has(one)).map((one) => `listed, not so: ${one}`),
    ...found.filter((one) => !wantedOnes.has(one)).map((one) => `not listed: ${one}`),
  ]
}

function countVerdicts(listed: readonly ListedLine[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { verdict } of listed) {
    const [said = ''] = verdict.split(':')
    counts[said] = (counts[said] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort())
}

/** What the public command says of the same folders: all files, sums that add up, no finding. */
async function readByCommand() {
  const folders = FOLDERS.map((folder) => join(CORPUS, folder))
  const scanned = await tapwarden(['scan', ...folders, '--json'])
  const { findings }: { readonly findings: readonly { readonly sentence: string }[] } = JSON.parse(scanned.stdout)
  const listed = await tapwarden(['sessions', ...folders, '--json'])
  const { counts }: { readonly counts: { readonly byInput: readonly InputCounts[] } } = JSON.parse(listed.stdout)
  const files = FOLDERS.flatMap(corpusFiles)
  const read = new Set(counts.byInput.map(({ path }) => basename(path)))
  return {
    inputs: counts.byInput.length,
    findings: findings.length,
    failures: [
      ...findings.map(({ sentence }) => `invented: ${sentence}`),
      ...files.filter((file) => !read.has(basename(file))).map((file) => `${file} was not read`),
      ...counts.byInput
        .filter((input) => sumOf(input) !== input.units)
        .map(({ path }) => `${path}: counts do not add up`),
    ],
  }
}

function sumOf({ counts }: InputCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
