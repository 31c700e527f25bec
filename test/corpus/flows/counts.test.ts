/** Recorded flows, end to end: the counts of every reading are those that other decoders came to. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'node:test'
import { evidenceInputs, unpackEvidence } from '../../../src/app/evidence/evidence-inputs.ts'
import { dialects, flowFormats } from '../../../src/app/plug-ins.ts'
import { readInputs } from '../../../src/engine/reading/read-inputs.ts'
import type { ReadingSummary } from '../../../src/engine/reading/reading-summary.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import { createFlowRun } from '../../../src/flows/_run/flow-run.ts'
import { DECODE_COUNTS, type DecodeCount } from '../../../src/flows/contract.ts'

const CORPUS = process.env['TAPWARDEN_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus')
const FLOWS = join(CORPUS, 'flows')
const skip = existsSync(FLOWS) ? false : `there is no corpus at ${CORPUS}`

/** Column of `COUNTS.tsv` → what it counts. */
const COLUMNS: Readonly<Record<string, DecodeCount>> = {
  records: 'record',
  option_records: 'option-record',
  templates: 'template',
  opt_templates: 'option-template',
  datasets_no_template: 'set-without-template',
  flow_samples: 'flow-sample',
  counter_samples: 'counter-sample',
  drop_samples: 'drop-sample',
}

/**
 * Messages behind the first one, in a file that others take for a single datagram: `ipfix.dat` is three messages (at 0, 484 and
 * 548), as an IPFIX file is (RFC 5655), and they count the first.
 */
const MESSAGES_BEHIND: Readonly<Record<string, Readonly<Partial<Record<DecodeCount, number>>>>> = {
  'logstash-codec/ipfix.dat': { record: 6 },
}

interface Row {
  readonly input: string
  readonly counts: Readonly<Record<string, number>>
  readonly protocols: readonly number[]
}

function rows(): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(FLOWS, 'COUNTS.tsv'), 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const [input = ''] = cells
    const counts = names.flatMap((name, at) => {
      const what = COLUMNS[name]
      if (what === undefined) return []
      return [[what, Number(cells[at]) + (MESSAGES_BEHIND[input]?.[what] ?? 0)] as const]
    })
    const protocols = (cells[names.indexOf('ip_protocols')] ?? '').split(' ').filter((cell) => cell !== '')
    return {
      input,
      counts: Object.fromEntries(counts),
      protocols: protocols.map((cell) => Number(cell.split(':')[0])).sort((a, b) => a - b),
    }
  })
}

/** The files of a row, in its order. */
function filesOf(input: string): readonly string[] {
  const path = join(FLOWS, input)
  if (existsSync(path) && statSync(path).isDirectory())
    return readdirSync(path)
      .filter((name) => name.endsWith('.bin'))
      .sort()
      .map((name) => join(path, name))
  const [folder = '', names = ''] = input.split('/')
  return names.split('+').map((name) => join(FLOWS, folder, name))
}

async function read(paths: readonly string[]): Promise<{ summary: ReadingSummary; facts: readonly Fact[] }> {
  const facts: Fact[] = []
  const report = ({ message }: { readonly message: string }): void => assert.fail(message)
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
  return { summary, facts }
}

function decoded({ inputs }: ReadingSummary): Readonly<Record<DecodeCount, number>> {
  const sum = (what: DecodeCount): number => inputs.reduce((all, { flows }) => all + (flows?.decoded[what] ?? 0), 0)
  return Object.fromEntries(DECODE_COUNTS.map((what) => [what, sum(what)])) as Record<DecodeCount, number>
}

describe('recorded flows', { skip }, () => {
  for (const { input, counts, protocols } of skip === false ? rows() : []) {
    it(`${input}: as many records, templates and samples as others count`, async () => {
      const { summary, facts } = await read(filesOf(input))
      const found = decoded(summary)

      assert.deepEqual(
        Object.fromEntries(Object.keys(counts).map((what) => [what, found[what as DecodeCount]])),
        counts,
      )
      const units = summary.inputs.reduce((sum, { units }) => sum + units, 0)
      assert.equal(
        units,
        Object.values(found).reduce((sum, count) => sum + count, 0),
      )
      assert.equal(
        units,
        Object.values(summary.counts).reduce((sum, count) => sum + count, 0),
      )
      const seen = facts.flatMap((fact) => (fact.kind === 'traffic' && fact.source !== '' ? [fact.protocol] : []))
      for (const protocol of protocols) assert.ok(seen.includes(protocol), `no fact of protocol ${protocol}`)
    })
  }

  it('are read whole, whatever they hold', async () => {
    const { summary } = await read([FLOWS])
    const framed = summary.inputs.filter(({ path }) => /\.(?:pcap|bin|dat)$/.test(path))

    assert.deepEqual(
      framed.flatMap(({ path, framing }) => (framing === 'flows' ? [] : [`${path}: ${framing}`])),
      [],
    )
    assert.deepEqual(
      summary.inputs.flatMap(({ notes }) => notes.filter(({ severity }) => severity === 'error')),
      [],
    )
  })
})
