import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { project, readProjectFile, tapwarden } from './_testing/tapwarden.ts'

const estate = 'examples/estate'
const folder = mkdtempSync(join(tmpdir(), 'tapwarden-same-'))
after(() => rmSync(folder, { recursive: true }))

const { stdout: answer } = tapwarden(['scan', estate, '--json'])

test('the answer is the same with a store, and when everything is read into it again', () => {
  const stored = ['scan', estate, '--json', '--store', join(folder, 'tapwarden.db')]
  const [first, second] = [tapwarden(stored), tapwarden(stored)]
  assert.equal(first.status, 0, first.stderr)
  assert.equal(first.stdout, answer)
  assert.equal(second.stdout, answer)
})

test('the answer is the same however logs are filed: one file, last line first, a day twice, packed', () => {
  writeFileSync(join(folder, 'syslog'), linesOf('logs').reverse().join('\n'))
  const accounting = linesOf('aaa')
  writeFileSync(join(folder, 'accounting.gz'), gzipSync([...accounting, ...accounting.slice(0, 150)].join('\n')))
  const asked = ['--inventory', `${estate}/inventory`, '--at', '2026-11-16T09:00:00Z', '--json']
  const whole = ['tickets', 'cloud', 'configs', 'flows', 'backups.bundle'].map((part) => `${estate}/${part}`)
  const files = [join(folder, 'accounting.gz'), ...whole, join(folder, 'syslog')]
  assert.equal(tapwarden(['scan', ...files, ...asked]).stdout, answer)
})

function linesOf(part: string): string[] {
  const files = readdirSync(join(project, estate, part)).sort()
  return files.flatMap((file) => readProjectFile(`${estate}/${part}/${file}`).trimEnd().split('\n'))
}
