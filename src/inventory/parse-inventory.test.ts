import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { TapwardenError } from '../kit/errors.ts'
import type { Inventory } from './inventory.ts'
import { type InventoryText, parseInventory } from './parse-inventory.ts'

const casesFolder = new URL('./cases/parsing/', import.meta.url)

/** Every folder of `cases/parsing/`: files in, exactly this code, message and help out. Adding a case adds no code. */
for (const name of readdirSync(casesFolder).sort()) {
  test(`parsing case ${name}`, () => {
    const folder = new URL(`${name}/`, casesFolder)

    const { code, message, help } = errorOf(readTexts(new URL('input/', folder)))

    const found = `${code}\n\n${message}\n\n${help}\n`
    assert.equal(found, readFileSync(new URL('expected.txt', folder), 'utf8'))
    assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}

function readTexts(folder: URL): InventoryText[] {
  const names = readdirSync(folder).sort()
  return names.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

function errorOf(files: readonly InventoryText[]): TapwardenError {
  try {
    parseInventory(files)
  } catch (error) {
    if (error instanceof TapwardenError) return error
    throw error
  }
  throw new Error('the inventory was accepted')
}

function parse(...texts: readonly string[]): Inventory {
  return parseInventory(texts.map((text, index) => ({ path: `${index}.yaml`, text })))
}

const APPROVAL = '- id: APR-7\n  scope: { role: edge }\n  purpose: ids-ndr\n  owner: netops\n'

test('no files are no inventory; an empty file is one that knows nothing', () => {
  assert.equal(parse().given, false)
  assert.deepEqual({ ...parse('# nothing yet\n'), hash: '', given: false }, parse())
  assert.equal(parse('').given, true)
})

test('times become instants in UTC', () => {
  const [approval] = parse(
    `approvals:\n${APPROVAL}  validFrom: 2026-11-05\n  validUntil: 2026-11-14 04:00:00+02:00\n`,
  ).approvals

  assert.equal(approval?.validFrom, '2026-11-05T00:00:00.000Z')
  assert.equal(approval?.validUntil, '2026-11-14T02:00:00.000Z')
})

test('what YAML takes for a number stays the text that was written', () => {
  const inventory = parse(
    `accounts: [{ id: 011122223333, provider: aws }]\napprovals:\n${APPROVAL}  session: 4\n  sources: [1.10]\n`,
  )

  assert.equal(inventory.accounts[0]?.id, '011122223333')
  assert.equal(inventory.approvals[0]?.session, '4')
  assert.deepEqual(inventory.approvals[0]?.sources, ['1.10'])
})

test('an unreviewed approval may name what nobody described yet', () => {
  const unreviewed = APPROVAL.replace('role: edge', 'device: edge-rtr-07')

  const inventory = parse(
    `devices: [{ name: core-sw-2 }]\napprovals:\n${unreviewed}  destinations: [{ collector: new }]\n  reviewed: false\n`,
  )

  assert.equal(inventory.approvals.length, 1)
})

test('a device may be named by any of its names, and in its realm', () => {
  const devices = 'devices:\n- { name: edge-1, realm: customer-b, hostnames: [old-edge], addresses: [192.0.2.1] }\n'
  const scoped = (scope: string) => parse(devices, `admins: [{ account: netops-1, scope: ${scope} }]`)

  assert.equal(scoped('{ realm: customer-b, device: OLD-EDGE }').admins.length, 1)
  assert.equal(scoped('{ realm: customer-b, device: 192.0.2.1 }').admins.length, 1)
  assert.equal(scoped('{ device: customer-b/edge-1 }').admins.length, 1)
  assert.throws(() => scoped('{ device: edge-1 }'), { code: 'TW_INVENTORY_REFERENCE' })
})

test('tuning of several files adds up', () => {
  const { tuning } = parse('tuning: { TimeWindow: 60 }', 'tuning: { DeviceRole: [edge] }')

  assert.equal(tuning.TimeWindow, 60)
  assert.deepEqual(tuning.DeviceRole, ['edge'])
  assert.deepEqual(tuning.MirrorDestinationPort, [4443, 8443, 2055])
})

test('neither order nor spreading over files changes the hash, and content does', () => {
  const entries: readonly (readonly [string, object])[] = [
    ...['a', 'b', 'c'].map((name) => ['devices', { name, addresses: ['192.0.2.1'] }] as const),
    ...['x', 'y'].map((name) => ['collectors', { name, addresses: ['198.51.100.9'] }] as const),
    ...['1', '2'].map(
      (id) => ['approvals', { id, scope: { device: 'a' }, purpose: 'netops', owner: 'netops' }] as const,
    ),
    ...['netops-1', 'netops-1'].map((account, at) => ['admins', { account, scope: { device: 'abc'[at] } }] as const),
    ['accounts', { id: '111122223333', provider: 'aws' }],
    ['automation', { name: 'pipeline' }],
    ['changeWindows', { name: 'night', from: '2026-11-14', until: '2026-11-15' }],
  ]
  const whole = writeFile(entries)
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...entries], { minLength: entries.length }),
      fc.nat(entries.length),
      (mixed, cut) => {
        assert.deepEqual(parse(writeFile(mixed.slice(0, cut)), writeFile(mixed.slice(cut))), parse(whole))
      },
    ),
    { numRuns: 50 },
  )
  assert.notEqual(parse(whole, 'tuning: { TimeWindow: 60 }').hash, parse(whole).hash)
})

function writeFile(entries: readonly (readonly [string, object])[]): string {
  const lists = Map.groupBy(entries, ([list]) => list)
  return stringify(Object.fromEntries([...lists].map(([list, members]) => [list, members.map(([, entry]) => entry)])))
}

const SNIPPETS = [
  ...[
    'devices:',
    'approvals:\n  - ',
    '{',
    '}',
    '[',
    ']',
    '- ',
    ': ',
    '\n',
    '  ',
    '\t',
    '&a ',
    '*a',
    '!!binary ',
    '"',
    "'",
  ],
  ...[
    '|',
    '>',
    '? ',
    '---\n',
    '%YAML 1.1\n',
    '<<: ',
    '__proto__: ',
    'constructor: ',
    'purpose: lawful',
    '0x1f',
    '.nan',
  ],
  ...['tuning:', 'TimeWindow: ', 'null', '#', '\r\n', '\u2028', '\u0000', '😀', 'name: a', '- &b [*b]'],
]
const anyText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.json().map((json) => `approvals: ${json}`),
)

test('whatever the text, an inventory or a coded error comes out', () => {
  const readsOrRefuses = (text: string): void => {
    try {
      parse(text)
    } catch (error) {
      assert(error instanceof TapwardenError, String(error))
      assert.match(error.message, /^0\.yaml:\d+:\d+: /)
    }
  }

  fc.assert(fc.property(anyText, readsOrRefuses), { numRuns: 1000 })
})

test('deep nesting is refused', () => {
  assert.throws(() => parse('['.repeat(100_000)), { code: 'TW_INVENTORY_SYNTAX' })
  assert.throws(() => parse(`devices: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`), { name: 'TapwardenError' })
})
