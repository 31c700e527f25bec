import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factExamples } from '../../test/contracts/fact-examples.ts'
import { Fact } from './fact.ts'

/** Members that a kind of fact may leave out. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  snapshot: ['declares', 'bundles'],
  fragment: ['sequence', 'platform'],
  identity: ['platform'],
  change: ['of', 'error', 'uses'],
  state: ['address'],
  signal: ['platform'],
  traffic: ['sessionId', 'egressIndex', 'innerVlans', 'innerServices'],
  ticket: ['from', 'until'],
}

for (const [kind, example] of Object.entries(factExamples)) {
  test(`${kind}: an example reads as itself`, () => assert.deepEqual(Fact.parse(example), example))

  test(`${kind}: a member may be missing where it is optional, only there`, () => {
    for (const member of Object.keys(example)) {
      const { [member]: _left, ...rest }: Record<string, unknown> = { ...example }
      assert.equal(Fact.safeParse(rest).success, OPTIONAL[kind]?.includes(member) === true, member)
    }
  })
}

const { snapshot, fragment, change, traffic } = factExamples

const malformed: Readonly<Record<string, unknown>> = {
  'a kind that does not exist': { ...fragment, kind: 'finding' },
  'a version that does not count': { ...fragment, dialectVersion: 0 },
  'a place without a path': { ...fragment, places: [{ line: 1 }] },
  'a line before the first': { ...fragment, places: [{ path: 'a.log', line: 0 }] },
  'a name of no sort': { ...fragment, ref: { realm: 'default', names: [{ by: 'nickname', value: 'x' }] } },
  'an empty name': { ...fragment, ref: { realm: 'default', names: [{ by: 'hostname', value: '' }] } },
  'a time from nowhere': { ...fragment, time: { basis: 'guess' } },
  'a leg that does not exist': { ...fragment, leg: 'rumour' },
  'a trust that does not exist': { ...fragment, trust: 'full' },
  'a sequence that is no whole number': { ...fragment, sequence: 1.5 },
  'an outcome that does not exist': { ...fragment, outcome: 'maybe' },
  'an edit that does not exist': { ...change, edits: [{ do: 'toggle' }] },
  'an edit that lacks its list': { ...change, edits: [{ do: 'add-sources' }] },
  'a source without a direction': { ...change, edits: [{ do: 'add-sources', sources: [{ interface: 'Gi1' }] }] },
  'a session that may or may not be complete': {
    ...snapshot,
    sessions: snapshot.sessions.map((seen) => ({ ...seen, session: { ...seen.session, incomplete: false } })),
  },
  'an amount that is no number': { ...traffic, bytesAtLeast: Number.NaN },
  nothing: undefined,
  'a list': [fragment],
}

for (const [what, value] of Object.entries(malformed)) {
  test(`${what} is refused`, () => assert.equal(Fact.safeParse(value).success, false))
}
