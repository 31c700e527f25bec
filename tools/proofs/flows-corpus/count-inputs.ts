/** Recorded flows, end to end: what a reading counts, beside what other decoders counted. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { evidenceInputs, unpackEvidence } from '../../../src/app/evidence/evidence-inputs.ts'
import { dialects, flowFormats } from '../../../src/app/plug-ins.ts'
import { readInputs } from '../../../src/engine/reading/read-inputs.ts'
import type { ReadingSummary } from '../../../src/engine/reading/reading-summary.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import { createFlowRun } from '../../../src/flows/_run/flow-run.ts'
import { DECODE_COUNTS, type DecodeCount } from '../../../src/flows/contract.ts'
import { CORPUS } from '../_shared/command.ts'

/** Where recorded flows are. */
export const FLOWS = join(CORPUS, 'flows')

/** Column of `COUNTS.tsv` → what it counts. */
const COLUMNS: ReadonlyMap<string, DecodeCount> = new Map([
  ['records', 'record'],
  ['option_records', 'option-record'],
  ['templates', 'template'],
  ['opt_templates', 'option-template'],
  ['datasets_no_template', 'set-without-template'],
  ['flow_samples', 'flow-sample'],
  ['counter_samples', 'counter-sample'],
  ['drop_samples', 'drop-sample'],
])

/**
 * Records of the messages behind the first one, in a file that others take for a single datagram: `ipfix.dat` is three messages
 * (at 0, 484 and 548), as an IPFIX file is (RFC 5655), and they count the first.
 */
const RECORDS_BEHIND: Readonly<Record<string, number>> = { 'logstash-codec/ipfix.dat': 6 }

/** One row of the table: the files of one exporter, in order. */
export interface CountedInput {
  readonly input: string
  readonly files: readonly string[]
  readonly counts: Readonly<Partial<Record<DecodeCount, number>>>
  /** IP protocols of its records. */
  readonly protocols: readonly number[]
}

/** All rows of `COUNTS.tsv`. */
export function countedInputs(): readonly CountedInput[] {
  const [head = '', ...lines] = readFileSync(join(FLOWS, 'COUNTS.tsv'), 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const [input = ''] = cells
    const counts = names.flatMap((name, at) => {
      const what = COLUMNS.get(name)
      if (what === undefined) return []
      return [[what, Number(cells[at]) + (what === 'record' ? (RECORDS_BEHIND[input] ?? 0) : 0)] as const]
    })
    const protocols = (cells[names.indexOf('ip_protocols')] ?? '').split(' ').filter((cell) => cell !== '')
    return {
      input,
      files: filesOf(input),
      counts: Object.fromEntries(counts),
      protocols: protocols.map((cell) => Number(cell.split(':')[0])),
    }
  })
}

/** `a/b.dat+c.dat`, one capture, or a folder of datagrams. */
function filesOf(input: string): readonly string[] {
  if (statSync(join(FLOWS, input), { throwIfNoEntry: false })?.isDirectory() === true)
    return readdirSync(join(FLOWS, input))
      .filter((name) => name.endsWith('.bin'))
      .sort()
      .map((name) => join(FLOWS, input, name))
  return input.split('+').map((name) => join(FLOWS, name.includes('/') ? '' : dirname(input), name))
}

/** What one reading gave. */
export interface CountedReading {
  readonly summary: ReadingSummary
  readonly facts: readonly Fact[]
  readonly decoded: Readonly<Partial<Record<DecodeCount, number>>>
  readonly failures: readonly string[]
}

/** Reads paths in one run, keeping every flow. */
export async function readCounted(paths: readonly string[]): Promise<CountedReading> {
  const facts: Fact[] = []
  const failures: string[] = []
  const report = ({ message }: { readonly message: string }): void => {
    failures.push(message)
  }
  const reference = '2026-11-20T00:00:00.000Z'
  const watch = { version: 1, senders: ['0.0.0.0/0', '::/0'] }
  const summary = await readInputs({
    inputs: unpackEvidence(evidenceInputs(paths, { report }), { report }),
    dialects,
    flows: createFlowRun({ formats: flowFormats, realm: 'default', trust: 'network-path', reference, watch }),
    realm: 'default',
    reference,
    coverage: 'exact',
    onFacts: (batch) => {
      facts.push(...batch)
    },
  })
  const sums = DECODE_COUNTS.map((what) => {
    const sum = summary.inputs.reduce((all, { flows }) => all + (flows?.decoded[what] ?? 0), 0)
    return [what, sum] as const
  })
  return { summary, facts, decoded: Object.fromEntries(sums), failures }
}
