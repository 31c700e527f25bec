/** Recorded flows, end to end: the counts of every reading are those that other decoders came to. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { DecodeCount } from '../../../src/flows/contract.ts'
import { countedInputs, FLOWS, readCounted } from '../../../tools/proofs/flows-corpus/count-inputs.ts'

const skip = existsSync(FLOWS) ? false : `there is no corpus at ${FLOWS}`

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

describe('recorded flows', { skip }, () => {
  for (const { input, files, counts, protocols } of skip === false ? countedInputs() : []) {
    it(`${input}: as many records, templates and samples as others count`, async () => {
      const { summary, facts, decoded, failures } = await readCounted(files)

      const counted = Object.keys(counts).map((what) => [what, decoded[what as DecodeCount]])
      assert.deepEqual(Object.fromEntries(counted), counts)
      const units = summary.inputs.reduce((sum, input) => sum + input.units, 0)
      assert.equal(units, sumOf(decoded))
      assert.equal(units, sumOf(summary.counts))
      const seen = facts.flatMap((fact) => (fact.kind === 'traffic' && fact.source !== '' ? [fact.protocol] : []))
      for (const protocol of protocols) assert.ok(seen.includes(protocol), `no fact of protocol ${protocol}`)
      assert.deepEqual(failures, [])
    })
  }

  it('are read whole, whatever they hold', async () => {
    const { summary } = await readCounted([FLOWS])
    const binary = summary.inputs.filter(({ path }) => /\.(?:pcap|bin|dat)$/.test(path))

    const unread = binary.flatMap(({ path, framing }) => (framing === 'flows' ? [] : [`${path}: ${framing}`]))
    assert.deepEqual(unread, [])
    const errors = summary.inputs.flatMap(({ notes }) => notes.filter(({ severity }) => severity === 'error'))
    assert.deepEqual(errors, [])
  })
})
