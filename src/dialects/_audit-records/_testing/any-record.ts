/** What holds of every dialect that reads audit records of a cloud, whatever a record holds. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Fact } from '../../../facts/fact.ts'
import type { Dialect, ReadContext } from '../../contract.ts'

/** In which records are read that came by the API of their cloud. */
export const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** Values of JSON and objects of members that the dialect looks for, also as text; `leaves` stand among them. */
export function anyValueOf(memberNames: readonly string[], leaves: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.double(),
      tie('object'),
      tie('object').map((object) => JSON.stringify(object, bigIntAsText)),
      leaves,
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    object: fc.dictionary(fc.constantFrom(...memberNames), tie('value'), { maxKeys: 6 }),
  })).value
}

/** JSON has no way to write a BigInt. */
function bigIntAsText(_member: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** Nothing throws, facts keep to their schema with short excerpts, and a record is modelled exactly where it gives facts. */
export function assertReadsAnyRecord(
  dialect: Dialect,
  anyRecord: fc.Arbitrary<Readonly<Record<string, unknown>>>,
): void {
  fc.assert(
    fc.property(anyRecord, (value) => {
      const record = { value, place: { path: 'audit.json' } }

      const reading = dialect.json?.read(record, context)
      dialect.json?.hear(record, context)

      for (const fact of reading?.facts ?? []) {
        assert.deepEqual(Fact.parse(fact), fact)
        assert.ok(fact.excerpt.length <= 400)
      }
      assert.equal((reading?.facts.length ?? 0) > 0, reading?.outcome === 'modelled')
    }),
    { numRuns: 2000 },
  )
}
