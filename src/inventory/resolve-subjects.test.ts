import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../facts/fact.ts'
import type { RefName } from '../facts/schema-parts.ts'
import { parseInventory } from './parse-inventory.ts'
import { resolveSubjects } from './resolve-subjects.ts'

const NONE = parseInventory([])

/** `'h:edge-1 a:192.0.2.1'` → names of a ref. */
function names(text: string): RefName[] {
  const by = { h: 'hostname', a: 'address', s: 'serial', n: 'account' } as const
  return text.split(' ').map((word) => ({ by: by[word[0] as keyof typeof by], value: word.slice(2) }))
}

/** A record that says these names of its subject. */
function said(text: string, realm = 'default'): Fact {
  return {
    kind: 'identity',
    id: `${realm} ${text}`,
    ref: { realm, names: names(text).slice(0, 1) },
    names: names(text).slice(1),
    time: { basis: 'none' },
    leg: 'config',
    trust: 'authenticated',
    dialect: 'cisco-ios',
    dialectVersion: 1,
    places: [],
    excerpt: '',
  }
}

function inventory(devices: string) {
  return parseInventory([{ path: 'inventory.yaml', text: `devices:\n${devices}` }])
}

/** The subject id that a ref leads to. */
function idOf(ref: string, facts: readonly Fact[], { from = NONE, realm = 'default' } = {}): string | undefined {
  return resolveSubjects(facts, from).resolve({ realm, names: names(ref) })?.id
}

test('a name that nothing else is known of is a subject of its own', () => {
  assert.equal(idOf('h:EDGE-RTR-07', [said('h:EDGE-RTR-07')]), 'EDGE-RTR-07')
  assert.equal(idOf('a:192.0.2.9', []), '192.0.2.9')
  assert.equal(idOf('h:192.0.2.9', []), '192.0.2.9')
  assert.equal(idOf('n:111122223333', []), 'aws:111122223333')
  assert.equal(resolveSubjects([], NONE).resolve({ realm: 'default', names: [] }), undefined)
  assert.equal(
    resolveSubjects([], NONE).resolve({ realm: 'default', names: [{ by: 'hostname', value: ' ' }] }),
    undefined,
  )
})

test('host names have no case, and one subject is one object', () => {
  const resolver = resolveSubjects([said('h:EDGE-1'), said('h:edge-1')], NONE)

  const subject = resolver.resolve({ realm: 'default', names: names('h:Edge-1') })

  assert.equal(subject?.id, 'EDGE-1')
  assert.equal(resolver.resolve({ realm: 'default', names: names('h:edge-1') }), subject)
})

test('a log that names only the address lands on the device whose configuration has it', () => {
  const facts = [said('h:edge-1 a:192.0.2.1 a:192.0.2.5'), said('a:192.0.2.5')]

  assert.equal(idOf('a:192.0.2.5', facts), 'edge-1')
})

test('the inventory knows a device by name, alias, address and serial', () => {
  const from = inventory(
    '  - { name: edge-1, hostnames: [oldname], addresses: [192.0.2.1], serials: [FDO1111AAAA], role: edge }',
  )

  for (const ref of ['h:edge-1', 'h:EDGE-1.example.net', 'h:oldname', 'a:192.0.2.1', 's:fdo1111aaaa', 'h:192.0.2.1'])
    assert.equal(idOf(ref, [said(ref)], { from }), 'edge-1', ref)
})

test('what a configuration adds belongs to the device of the inventory that it names', () => {
  const from = inventory('  - { name: edge-1, serials: [FDO1111AAAA] }')
  const facts = [said('h:renamed s:FDO1111AAAA'), said('h:renamed a:192.0.2.5')]

  assert.equal(idOf('a:192.0.2.5', facts, { from }), 'edge-1')
})

test('a device of the inventory that no fact speaks of is known', () => {
  assert.deepEqual(
    resolveSubjects([], inventory('  - name: b\n  - { name: a, realm: customer-b }')).known.map(({ id }) => id),
    ['b', 'customer-b/a'],
  )
})

test('a short name means the full one while only one could be meant', () => {
  const one = [said('h:edge-1.ams.example.net a:192.0.2.1'), said('h:edge-1')]
  const two = [...one, said('h:edge-1.fra.example.net')]

  assert.equal(idOf('h:edge-1', one), idOf('a:192.0.2.1', one))
  assert.equal(idOf('h:edge-1', two), 'edge-1')
  assert.equal(idOf('a:192.0.2.1', two), 'edge-1.ams.example.net')
  assert.deepEqual(resolveSubjects(two, NONE).conflicts, [
    { realm: 'default', name: 'edge-1', candidates: ['edge-1.ams.example.net', 'edge-1.fra.example.net'] },
  ])
})

test('two devices of the inventory with one short name stay two', () => {
  const from = inventory('  - name: edge-1.ams.example.net\n  - name: edge-1.fra.example.net')

  assert.equal(idOf('h:edge-1.fra.example.net', [], { from }), 'edge-1.fra.example.net')
  assert.equal(idOf('h:edge-1', [said('h:edge-1')], { from }), 'edge-1')
})

test('an address seen on two host names joins neither, and is shown', () => {
  const facts = [said('h:edge-1 a:10.0.0.1'), said('h:edge-2 a:10.0.0.1 a:10.0.0.2'), said('a:10.0.0.1')]

  assert.equal(idOf('a:10.0.0.1', facts), '10.0.0.1')
  assert.equal(idOf('h:edge-1 a:10.0.0.1', facts), 'edge-1')
  assert.equal(idOf('a:10.0.0.2', facts), 'edge-2')
  assert.deepEqual(resolveSubjects(facts, NONE).conflicts, [
    { realm: 'default', name: '10.0.0.1', candidates: ['edge-1', 'edge-2'] },
  ])
})

test('two boxes with the factory host name are told apart by serial and own address', () => {
  const facts = [said('h:Router s:AAA1 a:192.0.2.1'), said('h:Router s:BBB2 a:192.0.2.2'), said('h:Router')]

  assert.equal(idOf('h:Router a:192.0.2.1', facts), 'AAA1')
  assert.equal(idOf('a:192.0.2.2', facts), 'BBB2')
  assert.equal(idOf('h:Router', facts), 'Router')
  assert.deepEqual(resolveSubjects(facts, NONE).conflicts, [
    { realm: 'default', name: 'Router', candidates: ['AAA1', 'BBB2'] },
  ])
})

test('a stack with several serials is one device', () => {
  const facts = [said('h:stack-1 s:AAA1 s:BBB2'), said('s:BBB2')]

  assert.equal(idOf('s:BBB2', facts), 'stack-1')
  assert.equal(idOf('s:AAA1', facts), 'stack-1')
})

test('realms never mix', () => {
  const facts = [said('h:edge-1 a:10.0.0.1'), said('h:edge-1 a:10.0.0.1', 'customer-b'), said('h:edge-2 a:10.0.0.9')]

  assert.equal(idOf('a:10.0.0.1', facts, { realm: 'customer-b' }), 'customer-b/edge-1')
  assert.equal(idOf('a:10.0.0.1', facts), 'edge-1')
  assert.equal(idOf('a:10.0.0.9', facts, { realm: 'customer-b' }), 'customer-b/10.0.0.9')
  assert.deepEqual(resolveSubjects(facts, NONE).conflicts, [])
})

test('two devices of the inventory that claim one alias both do without it', () => {
  const from = inventory('  - { name: edge-1, hostnames: [vip] }\n  - { name: edge-2, hostnames: [vip] }')

  assert.equal(idOf('h:vip', [said('h:vip')], { from }), 'vip')
  assert.deepEqual(resolveSubjects([said('h:vip')], from).conflicts, [
    { realm: 'default', name: 'vip', candidates: ['edge-1', 'edge-2'] },
  ])
})

test('where a record disagrees with the inventory, its host name decides and the disagreement is shown', () => {
  const from = inventory('  - { name: edge-1 }\n  - { name: edge-2, addresses: [192.0.2.2] }')
  const facts = [said('h:edge-1 a:192.0.2.2')]

  assert.equal(idOf('h:edge-1 a:192.0.2.2', facts, { from }), 'edge-1')
  assert.equal(idOf('a:192.0.2.2', facts, { from }), 'edge-2')
  assert.deepEqual(resolveSubjects(facts, from).conflicts, [
    { realm: 'default', name: '192.0.2.2', candidates: ['edge-1', 'edge-2'] },
  ])
})

test('the order and repetition of facts change nothing', () => {
  const from = inventory(
    '  - { name: edge-1, serials: [S1] }\n  - { name: edge-2, hostnames: [h3], addresses: [192.0.2.2] }',
  )
  const word = fc.constantFrom(
    ...['h:edge-1', 'h:edge-1.x.net', 'h:edge-1.y.net', 'h:H3', 'h:h4', 'h:h4.x.net', 's:S1', 's:S2', 's:S3'],
    ...['a:192.0.2.1', 'a:192.0.2.2', 'a:192.0.2.3', 'n:111122223333'],
  )
  const statement = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (texts, order) => {
      const shuffled = [...texts, ...texts]
        .map((text) => ({ text, rank: order.next().value }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ text }) => text)
      const asked = (facts: readonly Fact[]) => {
        const resolver = resolveSubjects(facts, from)
        const subjects = texts.map((text) => resolver.resolve({ realm: 'default', names: names(text) }))
        return { subjects: subjects.map((subject) => subject?.id), conflicts: resolver.conflicts }
      }

      assert.deepEqual(asked(shuffled.map((text) => said(text))), asked(texts.map((text) => said(text))))
    }),
    { numRuns: 300 },
  )
})
