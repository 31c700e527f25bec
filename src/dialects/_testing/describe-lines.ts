/** Log lines of a device as cases expect them. */
import assert from 'node:assert/strict'
import { Fact } from '../../facts/fact.ts'
import type { Dialect, ReadContext, Reading } from '../contract.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** What is read and heard of each line of `text`: `not ours`, or `{ read, heard, facts }`. */
export function describeLines(dialect: Dialect, text: string): unknown {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.map((line, index) => describeLine(dialect, line, index))
}

function describeLine(dialect: Dialect, text: string, index: number): unknown {
  const line = { text, place: { path: 'case.log', line: index + 1 } }
  const reading = dialect.line?.read(line, context)
  if (reading === undefined) return 'not ours'
  checkFacts(reading)
  const needles = dialect.line?.needles ?? []
  const passes = needles.some((needle) => text.toLowerCase().includes(needle))
  assert.ok(reading.facts.length === 0 || passes, 'passes the prefilter')
  const heard = dialect.line?.hear(line, context)
  return {
    read: `${reading.outcome}: ${reading.because}`,
    heard: heard && `${heard.ref.names[0]?.value} at ${heard.at}${heard.commands ? ', commands' : ''}`,
    facts: reading.facts.map(
      ({ id: _id, ref, places: _places, leg, trust: _trust, dialect: _dialect, dialectVersion: _version, ...said }) => {
        assert.equal(leg, 'log')
        return { of: ref.names.map(({ by, value }) => `${by} ${value}`).join(' '), ...said }
      },
    ),
  }
}

/** Facts keep to their schema, and none has the id of another. */
export function checkFacts({ facts }: Reading): void {
  for (const fact of facts) assert.deepEqual(Fact.parse(fact), fact)
  assert.equal(new Set(facts.map(({ id }) => id)).size, facts.length)
}
