import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { pcapOf } from '../../src/flows/_testing/captures.ts'
import { packetsOf } from '../../tools/proofs/_shared/captures.ts'
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

test('the answer is the same however logs are filed: one file, last line first, a day twice, packed; captures dealt out and packed', () => {
  writeFileSync(join(folder, 'syslog'), linesOf('logs').reverse().join('\n'))
  const accounting = linesOf('aaa')
  writeFileSync(join(folder, 'accounting.gz'), gzipSync([...accounting, ...accounting.slice(0, 150)].join('\n')))
  const asked = ['--inventory', `${estate}/inventory`, '--at', '2026-11-16T09:00:00Z', '--json']
  const whole = ['tickets', 'cloud', 'configs', 'backups.bundle'].map((part) => `${estate}/${part}`)
  const files = [join(folder, 'accounting.gz'), ...whole, join(folder, 'syslog'), refiledFlows()]
  assert.equal(tapwarden(['scan', ...files, ...asked]).stdout, answer)
})

/** Of one capture every second packet is in another file, so that no file has both counts of an hour; another one is packed. */
function refiledFlows(): string {
  const flows = join(folder, 'flows')
  cpSync(join(project, estate, 'flows'), flows, { recursive: true })
  const [dealt, packed] = [join(flows, 'dist-sw-1_sflow.pcap'), join(flows, 'edge-rtr-1_netflow-v9.pcap')]
  for (const turn of [0, 1])
    writeFileSync(join(flows, `${turn}.pcap`), pcapOf(packetsOf(dealt).filter((_, at) => at % 2 === turn)))
  writeFileSync(join(flows, 'edge.gz'), gzipSync(readFileSync(packed)))
  for (const capture of [dealt, packed]) rmSync(capture)
  return flows
}

function linesOf(part: string): string[] {
  const files = readdirSync(join(project, estate, part)).sort()
  return files.flatMap((file) => readProjectFile(`${estate}/${part}/${file}`).trimEnd().split('\n'))
}
