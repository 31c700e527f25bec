import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readProjectFile, tapwarden } from './_testing/tapwarden.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-mistakes-'))
after(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''

test('a folder with nothing recognisable ends with 2 and names the way out', () => {
  const path = put('shopping.txt', 'milk\nbread\n')
  const { status, stderr } = tapwarden(['scan', path])
  assert.equal(status, 2)
  assert.match(lastLine(stderr), /^TW_INPUT_NOTHING_RECOGNISED: .*tapwarden platforms/)
})

test('a gzip that was cut off is read as far as it goes, and ends with 2', () => {
  const whole = gzipSync(readProjectFile('examples/estate/configs/2026-11-16T02-00Z/edge-rtr-1.cfg'))
  const path = put('edge-rtr-1.cfg.gz', whole.subarray(0, whole.length - 40))
  const { status, stdout, stderr } = tapwarden(['scan', path, '--json'])
  assert.equal(status, 2)
  assert.match(lastLine(stderr), /^TW_INPUT_\w+: .*edge-rtr-1\.cfg\.gz/)
  assert.doesNotThrow(() => JSON.parse(stdout))
})

test('the same gzip whole ends with 0', () => {
  const path = put(
    'whole.cfg.gz',
    gzipSync(readProjectFile('examples/estate/configs/2026-11-16T02-00Z/edge-rtr-1.cfg')),
  )
  const { status, stdout } = tapwarden(['scan', path, '--json'])
  assert.equal(status, 0)
  assert.equal(JSON.parse(stdout).findings.length, 1)
})

test('a mistyped option or command is answered with the right one', () => {
  const option = tapwarden(['scan', 'examples/estate', '--inventry', 'x'])
  assert.equal(option.status, 2)
  assert.match(option.stderr, /--inventory/)
  const command = tapwarden(['scn'])
  assert.equal(command.status, 2)
  assert.match(command.stderr, /scan/)
})

test('a path that is not there, a time that is none, an inventory that is wrong: 2, a code, no data', () => {
  const inventory = put('inventory.yaml', 'approvals:\n  - id: APR-1\n    scope: { devise: edge-rtr-1 }\n')
  const mistakes: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^TW_INPUT_NOT_FOUND: /m, ['nowhere']],
    [/^TW_CLI_TIME: /m, ['examples/estate', '--at', 'yesterday']],
    [/inventory\.yaml:3/m, ['examples/estate', '--inventory', inventory]],
  ]
  for (const [said, parameters] of mistakes) {
    const { status, stdout, stderr } = tapwarden(['scan', ...parameters])
    assert.equal(status, 2, parameters.join(' '))
    assert.equal(stdout, '')
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /\n {4}at /, 'no stack traces for operators')
  }
})
