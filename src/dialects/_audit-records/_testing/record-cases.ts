/** Checks the cases of a dialect that reads audit records of a cloud: records in, exactly these facts, notes and outcomes out. */
import assert from 'node:assert/strict'
import { Fact } from '../../../facts/fact.ts'
import { walkCases } from '../../_testing/walk-cases.ts'
import type { Dialect, JsonRecord, ReadContext } from '../../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** One test for each folder of `cases/` at `casesFolder`, whose `input.jsonl` is read as a file named `path`. */
export function testRecordCases(dialect: Dialect, casesFolder: URL, path: string): void {
  walkCases(casesFolder, {
    'input.jsonl': (text) =>
      text
        .trim()
        .split('\n')
        .map((line, index) => readRecord(dialect, { value: JSON.parse(line), place: { path, line: index + 1 } })),
  })
}

function readRecord(dialect: Dialect, record: JsonRecord): unknown {
  const reading = dialect.json?.read(record, context)
  const heard = dialect.json?.hear(record, context)
  for (const fact of reading?.facts ?? []) assert.deepEqual(Fact.parse(fact), fact)
  const { outcome, because, facts, notes } = reading ?? { outcome: 'not ours', because: '', facts: [], notes: [] }
  return {
    outcome,
    because,
    facts,
    notes: notes.map(({ code, message }) => `${code}: ${message}`),
    heard: heard === undefined ? null : `${heard.leg} of ${heard.ref.names[0]?.value} at ${heard.at}`,
  }
}
