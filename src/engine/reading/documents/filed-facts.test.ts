/** Configurations as a repository files them: when, by whom, under which name; and what is read once in its life. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { unpackEvidence } from '../../../app/evidence/evidence-inputs.ts'
import { dialects } from '../../../dialects/registry.generated.ts'
import type { Fact, SnapshotFact } from '../../../facts/fact.ts'
import type { Input } from '../../../sources/contract.ts'
import { source as files } from '../../../sources/files/index.ts'
import { storeAdapter } from '../../../store/memory/index.ts'
import { readInputs } from '../read-inputs.ts'
import type { ReadingSummary, ReadOptions } from '../reading-summary.ts'

const CONFIGURATION =
  'version 17.9\nhostname edge-rtr-07\n!\nmonitor session 1 source interface Gi1/0/1\nmonitor session 1 destination interface Gi1/0/9\n!\nend\n'

function inputOf(of: Partial<Input>, text = CONFIGURATION): Input {
  async function* open(): AsyncIterable<Uint8Array> {
    yield Buffer.from(text)
  }
  return { path: 'configs@0123456789:core/edge-7', filedAt: '2026-11-11T01:00:00.000Z', open, ...of }
}

async function read(
  inputs: Iterable<Input>,
  options: Partial<ReadOptions> = {},
): Promise<{ readonly facts: readonly Fact[]; readonly summary: ReadingSummary }> {
  const facts: Fact[] = []
  async function* each(): AsyncIterable<Input> {
    yield* inputs
  }
  const summary = await readInputs({
    inputs: each(),
    dialects,
    realm: 'default',
    reference: '2026-11-20T00:00:00.000Z',
    coverage: 'exact',
    onFacts: (batch) => {
      facts.push(...batch)
    },
    ...options,
  })
  return { facts, summary }
}

const snapshotsOf = (facts: readonly Fact[]): readonly SnapshotFact[] =>
  facts.flatMap((fact) => (fact.kind === 'snapshot' ? [fact] : []))

describe('a filed configuration', () => {
  it('was seen when it was committed, and says by whom it was filed', async () => {
    const filedBy = { author: 'netops-1', comment: 'CHG0001, snmp-server community hush RO' }

    const [snapshot] = snapshotsOf((await read([inputOf({ filedBy })])).facts)

    assert.deepEqual(snapshot?.time, { at: '2026-11-11T01:00:00.000Z', basis: 'commit' })
    assert.equal(snapshot?.filedBy?.author, 'netops-1')
    assert.match(snapshot?.filedBy?.comment ?? '', /^CHG0001/)
    assert.doesNotMatch(snapshot?.filedBy?.comment ?? '', /hush/)
  })

  it('is another fact at another time, and the same wherever it lies', async () => {
    const inputs = [
      inputOf({}),
      inputOf({ path: 'other.bundle@0123456789:core/edge-7' }),
      inputOf({ filedAt: '2026-11-12T01:00:00.000Z' }),
    ]

    const ids = snapshotsOf((await read(inputs)).facts).map(({ id }) => id)

    assert.equal(ids[0], ids[1])
    assert.notEqual(ids[0], ids[2])
  })

  it('ties the name of its node to its own hostname', async () => {
    const ties = async (deviceName: string | undefined, at: string): Promise<readonly Fact[]> => {
      const { facts } = await read([inputOf({ deviceName, filedAt: at })])
      return facts.filter((fact) => fact.kind === 'identity' && fact.excerpt.startsWith('filed as'))
    }

    const [first, later] = [
      await ties('edge-7', '2026-11-11T01:00:00.000Z'),
      await ties('edge-7', '2026-11-12T01:00:00.000Z'),
    ]

    assert.deepEqual(
      first.map((fact) => fact.kind === 'identity' && [fact.ref.names, fact.names, fact.time]),
      [
        [
          [{ by: 'hostname', value: 'edge-rtr-07' }],
          [
            { by: 'hostname', value: 'edge-rtr-07' },
            { by: 'hostname', value: 'edge-7' },
          ],
          { basis: 'none' },
        ],
      ],
    )
    assert.equal(first[0]?.id, later[0]?.id)
    assert.deepEqual(await ties('EDGE-RTR-07', '2026-11-11T01:00:00.000Z'), [])
    assert.deepEqual(await ties(undefined, '2026-11-11T01:00:00.000Z'), [])
    const [byAddress] = await ties('192.0.2.7', '2026-11-11T01:00:00.000Z')
    assert.deepEqual(byAddress?.kind === 'identity' && byAddress.names[1], { by: 'address', value: '192.0.2.7' })
  })

  it('without a name of its own is named by its node', async () => {
    const text = CONFIGURATION.replace('hostname edge-rtr-07\n', '')

    const { facts } = await read([inputOf({ deviceName: 'edge-7' }, text)])

    for (const { ref } of facts) assert.deepEqual(ref.names, [{ by: 'hostname', value: 'edge-7' }])
    assert.equal(snapshotsOf(facts).length, 1)
  })
})

describe('a repository', () => {
  const bundle = join(import.meta.dirname, '../../../sources/git/cases/oxidized/input.bundle')
  const unpacked = (): AsyncIterable<Input> =>
    unpackEvidence(
      files.inputs(bundle, ({ message }) => assert.fail(message)),
      { report: ({ message }) => assert.fail(message) },
    )

  it('is not opened again where it was read before', async () => {
    const store = await storeAdapter.open('')
    const opened: string[] = []
    const input = (fingerprint: string, version = CONFIGURATION): Input => {
      const plain = inputOf({ fingerprint }, version)
      return {
        ...plain,
        open: () => {
          opened.push(fingerprint)
          return plain.open()
        },
      }
    }
    const inputs = [input('git:a@1'), input('git:b@2')]

    const first = await read(inputs, { marks: store })
    const second = await read([...inputs, input('git:c@3')], { marks: store })
    const otherRealm = await read(inputs, { marks: store, realm: 'site-2' })
    const newDialects = await read(inputs, {
      marks: store,
      dialects: dialects.map((dialect) => ({ ...dialect, version: dialect.version + 1 })),
    })

    assert.deepEqual(
      [first, second, otherRealm, newDialects].map(({ summary }) => [summary.inputs.length, summary.unchanged]),
      [
        [2, 0],
        [1, 2],
        [2, 0],
        [2, 0],
      ],
    )
    assert.equal(opened.filter((name) => name === 'git:a@1').length, 3)
  })

  it('that failed is read again', async () => {
    const store = await storeAdapter.open('')
    const broken = inputOf({
      fingerprint: 'git:a@1',
      async *open() {
        yield Buffer.from(CONFIGURATION)
        throw new Error('broken')
      },
    })

    await read([broken], { marks: store })
    const { summary } = await read([broken], { marks: store })

    assert.equal(summary.unchanged, 0)
    assert.equal(summary.failures.length, 1)
  })

  it('leaves the same facts in a store, read once or twice, with marks or without', async () => {
    const stored = async (runs: number, marked: boolean): Promise<readonly Fact[]> => {
      const store = await storeAdapter.open('')
      for (let run = 0; run < runs; run++) {
        const onFacts = async (facts: readonly Fact[]): Promise<void> => {
          await store.putFacts(facts, '2026-11-20T00:00:00.000Z')
        }
        await read([], { inputs: unpacked(), onFacts, ...(marked ? { marks: store } : {}) })
      }
      return store.facts()
    }

    const once = await stored(1, false)

    assert.ok(once.length > 0)
    assert.deepEqual(await stored(2, true), once)
    assert.deepEqual(await stored(2, false), once)
  })
})
