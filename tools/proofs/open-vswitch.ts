/** A real switch copies real packets: what it is told, what it sends and what it exports become one finding. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { tapwarden } from './_shared/command.ts'
import type { Proof, ProofResult } from './contract.ts'
import { judgeAnswers } from './open-vswitch/judge-answers.ts'
import { Lab } from './open-vswitch/lab.ts'
import { missingParts } from './open-vswitch/missing-parts.ts'
import { CARRIERS, type Carrier, type Recorded, recordMirror } from './open-vswitch/record-mirror.ts'

/** What of `sessions --json` is counted. */
interface SessionsAnswer {
  readonly counts: {
    readonly byInput: readonly { readonly path: string; readonly counts: Readonly<Record<string, number>> }[]
  }
}

interface Outcome {
  readonly carrier: Carrier
  readonly recorded: Recorded
  readonly records: { readonly decoded: number; readonly withoutTemplate: number }
  readonly failures: readonly string[]
}

export const proof: Proof = {
  title: 'A mirror of a real switch is one finding of its configuration, its packets and its flow records',

  async run({ slice }) {
    const missing = missingParts()
    if (missing.length > 0)
      return { passed: false, summary: 'The switch cannot be run here.', figures: {}, failures: missing }
    const folder = mkdtempSync(join(tmpdir(), 'tapwarden-open-vswitch-proof-'))
    try {
      return toResult(await recordAll(slice ? CARRIERS.slice(0, 1) : CARRIERS, folder))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function recordAll(carriers: readonly Carrier[], folder: string): Promise<readonly Outcome[]> {
  const lab = new Lab()
  try {
    const outcomes: Outcome[] = []
    for (const carrier of carriers) outcomes.push(await recordOne(lab, carrier, join(folder, carrier.name)))
    return outcomes
  } finally {
    lab.close()
  }
}

async function recordOne(lab: Lab, carrier: Carrier, into: string): Promise<Outcome> {
  const recorded = await recordMirror(lab, carrier, into)
  const failures = await judgeAnswers(carrier, recorded, (...parameters) => ask<ScanReport>('scan', ...parameters))
  return { carrier, recorded, records: await countRecords(recorded), failures }
}

/** Flow records and sampled packets that were decoded, kept or not, and data that came without its template. */
async function countRecords({ traffic }: Recorded): Promise<Outcome['records']> {
  const { counts } = await ask<SessionsAnswer>('sessions', traffic)
  const exports = counts.byInput.find(({ path }) => path.endsWith('exports.pcap'))?.counts
  return {
    decoded: (exports?.['modelled'] ?? 0) + (exports?.['not-selected'] ?? 0),
    withoutTemplate: counts.byInput.reduce((sum, input) => sum + (input.counts['unsupported'] ?? 0), 0),
  }
}

async function ask<Answer>(...parameters: readonly string[]): Promise<Answer> {
  const { stdout, stderr, status } = await tapwarden([...parameters, '--json'])
  if (stdout === '') throw new Error(`tapwarden ${parameters.join(' ')} ended with exit code ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

function toResult(outcomes: readonly Outcome[]): ProofResult {
  const failures = outcomes.flatMap((outcome) => outcome.failures)
  const joined = outcomes.filter((outcome) => outcome.failures.length === 0)
  const sum = (figure: (outcome: Outcome) => number): number => outcomes.reduce((total, one) => total + figure(one), 0)
  const sent = sum(({ recorded }) => recorded.packetsSent)
  const copies = sum(({ recorded }) => recorded.copiesCaptured)
  return {
    passed: failures.length === 0,
    summary:
      `${joined.length} of ${outcomes.length} mirrors are one finding each, by configuration and wire: ${copies} copies ` +
      `captured while ${sent} packets passed, ${sum(({ records }) => records.decoded)} exported records decoded.`,
    figures: Object.fromEntries(outcomes.flatMap(figuresOf)),
    failures,
  }
}

function figuresOf({
  carrier: { name, title },
  recorded,
  records,
  failures,
}: Outcome): readonly (readonly [string, number | boolean])[] {
  const exported = Object.entries(recorded.datagrams).map(
    ([protocol, count]) => [`${protocol} datagrams`, count] as const,
  )
  const figures: readonly (readonly [string, number | boolean])[] = [
    ['packets between the hosts', recorded.packetsSent],
    ['copies captured', recorded.copiesCaptured],
    ...exported,
    ['exported records decoded', records.decoded],
    // The switch sends records whose template it never announces.
    ['exported data without a template', records.withoutTemplate],
    ['one finding joins configuration and flows', failures.length === 0],
  ]
  return figures.map(([figure, value]) => [`${name} (${title}): ${figure}`, value])
}
