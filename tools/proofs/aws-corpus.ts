/** Recorded CloudTrail: every known mirror is one finding, and benign records give none. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS, tapwarden } from './_shared/command.ts'
import type { Proof } from './contract.ts'

/** The recorded file that holds mirror operations; all others in the folder are other attacks and daily work. */
const POSITIVES = 'panther-aws_ec2_traffic_mirroring.jsonl'

/**
 * What that file holds, read by a person: one session (modified once, its filter and target made before), and one creation
 * that failed. The target that was deleted had never been seen; two reads and an unrelated call are no mirror.
 */
const EXPECTED: readonly string[] = [
  'attempt attempt:eni-0c61fbc84fca4138f>tmt-0fd4b591901182794',
  'mirror tms-05e1e21760419ecb6',
]

interface FindingRow {
  readonly kind: string
  readonly setup: { readonly address: { readonly id: string } }
}

export const proof: Proof = {
  title: 'Known AWS positives are one finding for each set-up; benign records give none',

  async run() {
    const cloud = join(CORPUS, 'cloud')
    if (!existsSync(cloud))
      return {
        passed: true,
        summary: `Not run: there is no corpus at ${cloud}.`,
        figures: { run: false },
        failures: [],
      }
    const positives = await findings(join(cloud, POSITIVES))
    const benignFiles = readdirSync(cloud).filter((name) => name !== POSITIVES)
    const benign = (await Promise.all(benignFiles.map((name) => findings(join(cloud, name))))).flat()
    const failures = [
      ...EXPECTED.filter((row) => !positives.includes(row)).map((row) => `not found: ${row}`),
      ...positives.filter((row) => !EXPECTED.includes(row)).map((row) => `not expected: ${row}`),
      ...benign.map((row) => `invented from benign records: ${row}`),
    ]
    return {
      passed: failures.length === 0 && positives.length === EXPECTED.length,
      summary: `${positives.length} findings for ${EXPECTED.length} known set-ups; ${benign.length} from ${benignFiles.length} benign files.`,
      figures: {
        findings: positives.length,
        expected: EXPECTED.length,
        benignFiles: benignFiles.length,
        benignFindings: benign.length,
      },
      failures,
    }
  },
}

async function findings(path: string): Promise<readonly string[]> {
  const { stdout } = await tapwarden(['scan', path, '--json'])
  const report: { readonly findings: readonly FindingRow[] } = JSON.parse(stdout)
  return report.findings.map(({ kind, setup }) => `${kind} ${setup.address.id}`).sort()
}
