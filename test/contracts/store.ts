/** What every store adapter promises, as tests. An adapter runs them by calling {@link testStoreContract}. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FragmentFact } from '../../src/facts/fact.ts'
import type { Act, InventoryVersion, Store } from '../../src/store/contract.ts'
import { factExamples } from './fact-examples.ts'

/** An adapter under test: `open` gives a new, empty store each time. */
export interface StoreUnderTest {
  readonly name: string
  readonly open: () => Promise<Store>
}

const NOON = '2026-11-14T12:00:00.000Z'
const ONE = '2026-11-14T13:00:00.000Z'
const TWO = '2026-11-14T14:00:00.000Z'
const everyKind: readonly Fact[] = Object.values(factExamples)
const { fragment, traffic } = factExamples

/** Registers the suite with the test runner. */
export function testStoreContract(adapter: StoreUnderTest): void {
  describe(`${adapter.name} store: facts`, () => {
    for (const [title, check] of factTests) test(title, () => withStore(adapter, check))
    test('any order, any batches, any repeats: the same facts', () => orderIndependence(adapter))
  })
  describe(`${adapter.name} store: inventories and acts`, () => {
    for (const [title, check] of recordTests) test(title, () => withStore(adapter, check))
  })
}

type Check = (store: Store) => Promise<void>

const factTests: readonly (readonly [string, Check])[] = [
  [
    'is empty at first',
    async (store) => {
      assert.deepEqual(await store.facts(), [])
      assert.deepEqual(await store.inventories(), [])
      assert.deepEqual(await store.acts(), [])
    },
  ],
  [
    'gives back every kind of fact as it was put, ordered by id',
    async (store) => {
      const result = await store.putFacts(everyKind, NOON)

      assert.deepEqual(result, { added: everyKind.length, merged: 0, unchanged: 0 })
      assert.deepEqual(await store.facts(), sortedById(everyKind))
    },
  ],
  [
    'an empty batch is no change',
    async (store) => {
      assert.deepEqual(await store.putFacts([], NOON), { added: 0, merged: 0, unchanged: 0 })
      assert.deepEqual(await store.facts(), [])
    },
  ],
  [
    'a fact put again is unchanged, also within one batch and with its members in another order',
    async (store) => {
      const reversed = { ...fragment, actor: Object.fromEntries(Object.entries(fragment.actor).reverse()) }
      await store.putFacts([fragment, fragment], NOON)

      const again = await store.putFacts([reversed, fragment], ONE)

      assert.deepEqual(again, { added: 0, merged: 0, unchanged: 2 })
      assert.deepEqual(await store.facts(), [fragment])
    },
  ],
  [
    'members that are undefined are not kept',
    async (store) => {
      await store.putFacts([{ ...fragment, sequence: undefined }], NOON)

      const { sequence: _sequence, ...without } = fragment
      assert.deepEqual(await store.facts(), [without])
    },
  ],
  [
    'places where one fact was seen form a set',
    async (store) => {
      const first = { ...fragment, places: [{ path: 'b.log', line: 2 }] }
      const second = { ...fragment, places: [{ path: 'a.log', line: 9 }] }
      await store.putFacts([first], NOON)

      const result = await store.putFacts([second, second], NOON)

      assert.deepEqual(result, { added: 0, merged: 1, unchanged: 1 })
      assert.deepEqual(await store.facts(), [{ ...fragment, places: [...second.places, ...first.places] }])
    },
  ],
  [
    'a newer dialect version supersedes the body, an older one does not come back',
    async (store) => {
      const newer: FragmentFact = { ...fragment, dialectVersion: 2, command: 'destination interface Gi1/0/47' }
      await store.putFacts([fragment], NOON)
      await store.putFacts([newer], NOON)

      await store.putFacts([fragment], NOON)

      assert.deepEqual(await store.facts(), [newer])
    },
  ],
  [
    'knownAt leaves out what was first received later',
    async (store) => {
      await store.putFacts([fragment], NOON)
      await store.putFacts([traffic, fragment], TWO)

      assert.deepEqual(await store.facts({ knownAt: '2026-11-14T11:59:59.999Z' }), [])
      assert.deepEqual(await store.facts({ knownAt: NOON }), [fragment])
      assert.deepEqual(await store.facts({ knownAt: ONE }), [fragment])
      assert.deepEqual(await store.facts({ knownAt: TWO }), sortedById([fragment, traffic]))
    },
  ],
  [
    'the earliest receipt counts, whichever is put first',
    async (store) => {
      await store.putFacts([fragment], TWO)
      await store.putFacts([fragment], NOON)

      assert.deepEqual(await store.facts({ knownAt: ONE }), [fragment])
    },
  ],
  [
    'a batch that fails leaves nothing, and the store goes on',
    async (store) => {
      await store.putFacts([fragment], NOON)
      const moved = { ...fragment, places: [{ path: 'elsewhere.log' }] }
      const malformed = { ...traffic, bytesAtLeast: Number.NaN }

      await assert.rejects(store.putFacts([moved, ...everyKind, malformed], NOON))

      assert.deepEqual(await store.facts(), [fragment])
      await store.putFacts([traffic], NOON)
      assert.deepEqual(await store.facts(), sortedById([fragment, traffic]))
    },
  ],
  [
    'what was handed out or handed in can change without the store changing',
    async (store) => {
      const places = [{ path: 'a.log' }]
      await store.putFacts([{ ...fragment, places }], NOON)
      places.push({ path: 'b.log' })

      assert.deepEqual(await store.facts(), [{ ...fragment, places: [{ path: 'a.log' }] }])
    },
  ],
]

const monday: InventoryVersion = { hash: 'aa', loadedAt: ONE, files: [{ path: 'b.yaml', text: 'devices: []\n' }] }
const sunday: InventoryVersion = {
  hash: 'bb',
  loadedAt: NOON,
  files: [
    { path: 'z.yaml', text: '# zürich\r\n' },
    { path: 'a.yaml', text: '' },
  ],
}
const suppress: Act = {
  finding: 'f1',
  at: NOON,
  by: 'netops-1',
  does: 'suppress',
  until: TWO,
  reason: 'known test',
  claim: '{}',
}
const { until: _until, ...resolve } = { ...suppress, does: 'resolve' as const }

const recordTests: readonly (readonly [string, Check])[] = [
  [
    'inventory versions come in the order they were loaded, their files as given',
    async (store) => {
      await store.putInventory(monday)
      await store.putInventory(sunday)

      assert.deepEqual(await store.inventories(), [sunday, monday])
    },
  ],
  [
    'an inventory loaded again keeps its first time',
    async (store) => {
      await store.putInventory(monday)
      await store.putInventory({ ...monday, loadedAt: TWO })
      assert.deepEqual(await store.inventories(), [monday])

      await store.putInventory({ ...monday, loadedAt: NOON })
      assert.deepEqual(await store.inventories(), [{ ...monday, loadedAt: NOON }])
    },
  ],
  [
    'acts are appended, the same one twice is two',
    async (store) => {
      for (const act of [suppress, resolve, suppress]) await store.putAct(act)

      assert.deepEqual(await store.acts(), [suppress, resolve, suppress])
    },
  ],
  [
    'runs are appended in the order they were kept',
    async (store) => {
      const runs = [
        { startedAt: TWO, now: NOON },
        { startedAt: ONE, now: ONE },
      ]
      for (const run of runs) await store.putRun(run)

      assert.deepEqual(await store.runs(), runs)
    },
  ],
  [
    'a mark kept once or twice is kept, any other is not',
    async (store) => {
      await store.putReadMarks(['git:aa@1', 'git:bb@2'])
      await store.putReadMarks(['git:aa@1'])

      assert.deepEqual(await store.readMarks(['git:cc@3', 'git:aa@1']), new Set(['git:aa@1']))
    },
  ],
]

/** Copies of few facts with differing places, versions and bodies, cut into batches, in two orders: one answer. */
async function orderIndependence(adapter: StoreUnderTest): Promise<void> {
  const copy = fc.record({
    kind: fc.constantFrom('snapshot' as const, 'fragment' as const, 'traffic' as const),
    places: fc.array(fc.record({ path: fc.constantFrom('a', 'b', 'c'), line: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    dialectVersion: fc.integer({ min: 1, max: 2 }),
    excerpt: fc.constantFrom('one', 'two'),
    inferred: fc.constantFrom([], ['year'] as const),
    receivedAt: fc.constantFrom(NOON, ONE, TWO),
  })
  const deliveries = fc.array(copy, { maxLength: 12 }).chain((copies) =>
    fc.record({
      once: fc.constant(copies),
      again: fc.shuffledSubarray([...copies, ...copies], { minLength: copies.length * 2 }),
      batchSize: fc.integer({ min: 1, max: 5 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ once, again, batchSize }) => {
      const oneByOne = await deliver(adapter, once, 1)
      const shuffled = await deliver(adapter, again, batchSize)

      assert.deepEqual(shuffled, oneByOne)
    }),
    { numRuns: 60 },
  )

  type Copy = typeof copy extends fc.Arbitrary<infer T> ? T : never

  /** Consecutive copies with one receive time go in one batch, at most `batchSize` of them. */
  async function deliver(to: StoreUnderTest, copies: readonly Copy[], batchSize: number): Promise<readonly string[]> {
    const store = await to.open()
    let batch: Fact[] = []
    for (const [at, { kind, receivedAt, inferred, ...members }] of copies.entries()) {
      const example = factExamples[kind]
      batch.push({ ...example, ...members, time: { ...example.time, inferred } })
      if (batch.length < batchSize && copies[at + 1]?.receivedAt === receivedAt) continue
      await store.putFacts(batch, receivedAt)
      batch = []
    }
    const answers = [...(await store.facts()), ...(await store.facts({ knownAt: NOON }))]
    await store.close()
    return answers.map((fact) => JSON.stringify(fact))
  }
}

async function withStore(adapter: StoreUnderTest, check: Check): Promise<void> {
  const store = await adapter.open()
  try {
    await check(store)
  } finally {
    await store.close()
  }
}

function sortedById(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
