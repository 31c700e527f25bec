import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { TapwardenError } from '../../kit/errors.ts'
import { EMPTY_INVENTORY } from '../inventory.ts'
import { parseInventory } from '../parse-inventory.ts'
import { type DeviceImport, IMPORT_FORMATS, type ImportRequest, importDevices } from './import-devices.ts'
import type { ImportText } from './import-source.ts'

const PLATFORMS = [
  { id: 'cisco-ios', names: ['ios', 'iosxe', 'cisco_ios', 'cisco_iosxe'] },
  { id: 'cisco-nxos', names: ['nxos'] },
  { id: 'arista-eos', names: ['eos'] },
]
const NOTHING_SAID = { columns: new Map(), platforms: PLATFORMS, inventory: EMPTY_INVENTORY }

const casesFolder = new URL('./cases/', import.meta.url)

/** Every folder of `cases/`: sources in, exactly this file and these notes out. Adding a case adds no code. */
for (const name of readdirSync(casesFolder).sort()) {
  test(`importing case ${name}`, () => {
    const folder = new URL(`${name}/`, casesFolder)

    const result = importDevices(readRequest(folder))

    const notes = result.notes.map(({ kind, path, at, message }) => `${kind}  ${path}, ${at}: ${message}\n`).join('')
    check(new URL('expected.yaml', folder), result.text)
    check(new URL('expected.notes.txt', folder), notes)
    assert.doesNotThrow(() => parseInventory([{ path: 'devices.yaml', text: result.text }]))
    assert.match(readFileSync(new URL('origin.yaml', folder), 'utf8'), /^origin: .+\nlicence: .+\n/)
  })
}

/** `TAPWARDEN_UPDATE_CASES=1` writes what is found; a person then reads the difference. */
function check(file: URL, found: string): void {
  if (process.env['TAPWARDEN_UPDATE_CASES'] !== undefined) writeFileSync(file, found)
  assert.equal(found, readFileSync(file, 'utf8'))
}

function readRequest(folder: URL): ImportRequest {
  const texts = readdirSync(new URL('sources/', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(new URL('sources/', folder)), join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(`sources/${path}`, folder), 'utf8') }))
  const isVariable = ({ path }: { readonly path: string }): boolean => /_vars\//.test(path)
  const besides = texts.filter(isVariable)
  const sources = texts.filter((text) => !isVariable(text)).map((text): ImportText => ({ ...text, besides }))
  const { columns = {}, ...rest } = readIfThere(new URL('request.json', folder), JSON.parse) ?? {}
  const inventory = readIfThere(new URL('inventory.yaml', folder), (text) => parseInventory([{ path: 'i.yaml', text }]))
  return {
    ...NOTHING_SAID,
    ...(inventory && { inventory }),
    ...rest,
    sources,
    columns: new Map(Object.entries(columns)),
  }
}

function readIfThere<T>(file: URL, read: (text: string) => T): T | undefined {
  return existsSync(file) ? read(readFileSync(file, 'utf8')) : undefined
}

function importText(text: string, more: Partial<ImportRequest> = {}): DeviceImport {
  return importDevices({ ...NOTHING_SAID, ...more, sources: [{ path: 'source', text }] })
}

test('what cannot be read is told with the way out', () => {
  const mistakes: readonly (readonly [code: string, said: RegExp, text: string, more?: Partial<ImportRequest>])[] = [
    ['TW_IMPORT_FORMAT', /--format/, 'milk\nbread\n'],
    ['TW_IMPORT_COLUMN', /Its columns are color, size/, 'color,size\nred,4\n', { format: 'csv' }],
    ['TW_IMPORT_COLUMN', /--column/, 'name,ip\na,192.0.2.1\n', { columns: new Map([['role', 'function']]) }],
    ['TW_IMPORT_COLUMN', /--column/, 'a:ios\n', { columns: new Map([['role', 'function']]) }],
    ['TW_IMPORT_SYNTAX', /--format/, '{ "results": [ }', { format: 'netbox' }],
    ['TW_IMPORT_SYNTAX', /--format/, 'all: [\n', { format: 'ansible' }],
  ]
  for (const [code, help, text, more] of mistakes) {
    assert.throws(
      () => importText(text, more),
      (error) => error instanceof TapwardenError && error.code === code && help.test(error.help),
      `${code} ${text}`,
    )
  }
})

test('a format that is named is not looked for', () => {
  assert.deepEqual(
    importText('sw-1 ansible_host=192.0.2.1\n', { format: 'oxidized', delimiter: ' ' }).devices.map(({ name }) => name),
    ['sw-1'],
  )
})

test('any text is imported or refused by its code, and never breaks the file that is written', () => {
  const line = fc.oneof(
    fc.constantFrom('name,ip', 'all:', '[edge]', '  hosts:', '    sw-1:', '"', 'sw[1:3] a=b'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.option(fc.constantFrom(...IMPORT_FORMATS)), (lines, format) => {
      try {
        const { text } = importText(lines.join('\n'), format === null ? {} : { format })
        parseInventory([{ path: 'devices.yaml', text }])
      } catch (error) {
        assert(error instanceof TapwardenError, String(error))
        assert.match(error.code, /^TW_IMPORT_/)
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('a long text takes time in proportion', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `sw-${index},192.0.2.1,"a ""b"" ${index}"`)

  const started = cpuTimeMs()
  const { devices } = importText(`name,ip,site\n${rows.join('\n')}\n`)

  assert.equal(devices.length, 20_000)
  assert.ok(cpuTimeMs() - started < 5000)
})
