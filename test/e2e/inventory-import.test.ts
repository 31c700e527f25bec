import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ImportAnswer } from '../../src/app/answers/inventory/import-inventory.ts'
import { parseInventory } from '../../src/inventory/parse-inventory.ts'
import { tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const cases = 'src/inventory/importing/cases'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-import-'))
after(() => rmSync(folder, { recursive: true }))

const sources: readonly (readonly [format: string, path: string, device: string, parameters?: readonly string[]])[] = [
  ['csv', `${cases}/csv-export-with-semicolons/sources/nodes.csv`, 'edge-rtr-2'],
  [
    'csv',
    `${cases}/csv-mapped-columns/sources/cmdb.csv`,
    'dist-sw-1',
    ['--column', 'name=CI Name', '--column', 'role=Zone'],
  ],
  ['netbox', `${cases}/netbox-answer/sources/devices.json`, 'stack-1'],
  ['ansible', `${cases}/ansible-yaml-with-variables-beside/sources/hosts.yml`, 'edge-rtr-1'],
  ['ansible', `${cases}/ansible-ini/sources/hosts`, 'acc-sw-10.example.net'],
  ['oxidized', `${cases}/oxidized-router-db/sources/router.db`, 'edge-rtr-1.example.net'],
]

for (const [format, path, device, parameters = []] of sources) {
  test(`${path} is recognised as ${format} and becomes an inventory`, () => {
    const {
      sources: read,
      devices,
      yaml,
    } = tapwardenJson<ImportAnswer & { readonly yaml: string }>('inventory', 'import', path, ...parameters)

    assert.deepEqual(
      read.map((source) => source.format),
      [format],
    )
    assert.ok(devices.some(({ name }) => name === device))
    assert.equal(parseInventory([{ path: 'devices.yaml', text: yaml }]).devices.length, devices.length)
  })
}

test('variables of groups beside an Ansible inventory are read', () => {
  const { stdout } = tapwarden(['inventory', 'import', `${cases}/ansible-yaml-with-variables-beside/sources/hosts.yml`])
  assert.match(stdout, /- name: edge-rtr-1\n {4}platform: cisco-ios\n {4}role: edge\n {4}site: ams1\n/)
  assert.doesNotMatch(stdout, /ANSIBLE_VAULT|6162/)
})

test('what was merged, contradictory and left out is said on stderr; the file alone is on stdout', () => {
  const several = ['1-devices.csv', '2-router.db', '3-netbox.json'].map(
    (name) => `${cases}/several-sources-merge/sources/${name}`,
  )
  const { stdout, stderr, status } = tapwarden(['inventory', 'import', ...several, '--realm', 'customer-b'])
  assert.equal(status, 0)
  assert.match(stderr, /Sources disagree \(\d\):\n.*role of edge-rtr-1 is "border" here and "edge"/)
  assert.match(stderr, /Merged \(4\):/)
  assert.match(stderr, /4 devices from 8 entries of 3 sources\./)
  assert.match(stdout, /^# Devices imported from\n(?:#.*\n)+devices:\n/)
  const { devices } = parseInventory([{ path: 'devices.yaml', text: stdout }])
  assert.ok(devices.every(({ realm }) => realm === 'customer-b'))
})

test('the same sources give the same file, which is never overwritten', () => {
  const source = `${cases}/csv-export-with-semicolons/sources/nodes.csv`
  const output = join(folder, 'inventory', 'devices.yaml')
  const first = tapwarden(['inventory', 'import', source, '--output', output])
  assert.equal(first.status, 0)
  assert.equal(first.stdout, '')
  assert.match(first.stderr, /Wrote .*devices\.yaml/)
  const text = readFileSync(output, 'utf8')
  assert.equal(tapwarden(['inventory', 'import', source]).stdout, text)

  const again = tapwarden(['inventory', 'import', `${cases}/ansible-ini/sources/hosts`, '--output', output])
  assert.equal(again.status, 2)
  assert.match(again.stderr, /^TW_INVENTORY_EXISTS: .*devices\.yaml is there already/m)
  assert.equal(readFileSync(output, 'utf8'), text)
})

test('devices that the inventory lists already are left out and said', () => {
  const { stdout, stderr } = tapwarden([
    'inventory',
    'import',
    'test/e2e/fixtures/campus/new-devices.csv',
    '-i',
    'test/e2e/fixtures/campus/inventory',
  ])
  assert.match(stderr, /edge-rtr-1 is in the inventory already/)
  assert.match(stdout, /- name: acc-sw-2\n/)
  assert.doesNotMatch(stdout, /edge-rtr-1/)
})

test('mistakes have a code, the values and the way out', () => {
  const text = join(folder, 'shopping.txt')
  writeFileSync(text, 'milk\nbread\n')
  const mistakes: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^TW_IMPORT_FORMAT: .*shopping\.txt.*\n.*--format/m, [text]],
    [/^TW_IMPORT_COLUMN: .*\n.*milk.*--column/m, [text, '--format', 'csv']],
    [/^TW_IMPORT_SYNTAX: .*shopping\.txt is no JSON/m, [text, '--format', 'netbox']],
    [/^TW_IMPORT_UNREADABLE: nowhere/m, ['nowhere']],
    [/FIELD=NAME/, [text, '--column', 'hue=blue']],
  ]
  for (const [said, parameters] of mistakes) {
    const { status, stdout, stderr } = tapwarden(['inventory', 'import', ...parameters])
    assert.equal(status, 2, parameters.join(' '))
    assert.equal(stdout, '')
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /\n {4}at /)
  }
  assert.equal(existsSync('nowhere'), false)
})
