/** Checks the cases of a dialect that reads records of an AAA server: lines or records of several lines in, exactly what is expected out. */
import assert from 'node:assert/strict'
import { Fact } from '../../../facts/fact.ts'
import { walkCases } from '../../_testing/walk-cases.ts'
import type { Dialect, LineReader, LineRecord, ReadContext } from '../../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/**
 * One test for each folder of `cases/` at `casesFolder`, which holds `input.log` (lines) or `input.detail` (records that end with
 * an empty line), `expected.json` and `origin.yaml`. `TAPWARDEN_UPDATE_CASES=1` rewrites the expectations, which are then reviewed
 * like code.
 */
export function testRecordCases(dialect: Dialect, casesFolder: URL): void {
  walkCases(casesFolder, {
    'input.log': (text) => toLines(text).map((line) => readOne(line, dialect.line)),
    'input.detail': (text) => toBlocks(text).map((block) => readOne(block, dialect.block)),
  })
}

/** The lines of a log as records. */
export function toLines(text: string, path = 'accounting.log'): readonly LineRecord[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => ({ text: line.replace(/\r$/, ''), place: { path, line: index + 1 } }))
}

/** The records of a detail file: lines up to an empty one. */
export function toBlocks(text: string, path = 'detail'): readonly LineRecord[] {
  const blocks: LineRecord[] = []
  let held: string[] = []
  for (const [index, line] of [...text.replaceAll('\r\n', '\n').split('\n'), ''].entries()) {
    if (line !== '') held.push(line)
    else if (held.length > 0) {
      blocks.push({ text: held.join('\n'), place: { path, line: index + 1 - held.length } })
      held = []
    }
  }
  return blocks
}

function readOne(record: LineRecord, reader: LineReader | undefined): unknown {
  const reading = reader?.read(record, context)
  const heard = reader?.hear(record, context)
  for (const fact of reading?.facts ?? []) {
    assert.deepEqual(Fact.parse(fact), fact)
    assert.ok(
      reader?.needles.some((needle) => record.text.toLowerCase().includes(needle)),
      'the prefilter lets it through',
    )
  }
  const { outcome, because, facts, notes } = reading ?? { outcome: 'not ours', because: '', facts: [], notes: [] }
  return {
    outcome,
    because,
    facts,
    notes: notes.map(({ code, message }) => `${code}: ${message}`),
    heard:
      heard === undefined
        ? null
        : `${heard.leg}${heard.commands ? ' with commands' : ''} of ${heard.ref.names[0]?.value} at ${heard.at}`,
  }
}
