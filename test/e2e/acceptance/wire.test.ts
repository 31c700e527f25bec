/** The acceptance demonstrations that need the wire, each as the one command an operator would type. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Finding } from '../../../src/findings/finding.ts'
import { pcapOf } from '../../../src/flows/_testing/captures.ts'
import { erspanFrame } from '../../../src/flows/_testing/carriers.ts'
import { datagramFrame } from '../../../src/flows/_testing/packets.ts'
import { flowSample, sflowDatagram } from '../../../src/flows/_testing/sflow.ts'
import { tapwarden } from '../_testing/tapwarden.ts'

const root = mkdtempSync(join(tmpdir(), 'tapwarden-wire-'))
after(() => rmSync(root, { recursive: true }))

const INVENTORY = `devices:
  - { name: edge-1, platform: cisco-ios, addresses: [192.0.2.7] }
  - { name: core-1, platform: cisco-ios, addresses: [192.0.2.1] }
approvals:
  - { id: APR-1, scope: { device: edge-1 }, destinations: [{ ip: 192.0.2.140 }], purpose: ids-ndr, owner: soc }
`

const SESSION = [
  'monitor session 4 type erspan-source',
  'no shutdown',
  'source interface TenGigabitEthernet0/0/1',
  'destination',
  'erspan-id 104',
  'ip address 203.0.113.66',
  'origin ip address 192.0.2.7',
]

const config = (session: readonly string[]): string =>
  ['!', 'version 17.9', 'hostname edge-1', '!', ...session.map((line, depth) => ' '.repeat(Math.min(depth, 1)) + line)]
    .concat(['!', 'line vty 0 15', '!', 'end', ''])
    .join('\n')

const log = SESSION.map((line, index) => {
  const second = String(index).padStart(2, '0')
  return `2026-11-14T03:00:${second}Z edge-1 ${40 + index}: Nov 14 2026 03:00:${second}.000 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:${line}\n`
}).join('')

/** core-1 samples the copy on its way: the header names ERSPAN, its session and its sender. */
const capture = pcapOf(
  [4, 5, 6, 7].map((hour) => {
    const packet = erspanFrame(2, { source: '192.0.2.7', destination: '203.0.113.66', session: 104 })
    const payload = sflowDatagram([flowSample(packet, { rate: 512 })], { agent: '192.0.2.1', sequence: hour })
    const ends = { source: '192.0.2.1', destination: '192.0.2.50', destinationPort: 6343 }
    return { bytes: datagramFrame(payload, ends), atMs: Date.UTC(2026, 10, 14, hour) }
  }),
)

const EVIDENCE = {
  'edge-1.log': log,
  'edge-1_2026-11-14T05-00Z.cfg': config(SESSION),
  'core-1.pcap': capture,
} as const

/** Scans these files of the same change; gives the one finding. */
function scan(name: string, files: Readonly<Record<string, string | Uint8Array>>): Finding {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const inventory = join(root, 'inventory.yaml')
  writeFileSync(inventory, INVENTORY)
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  const options = ['--inventory', inventory, '--at', '2026-11-14T09:00:00Z', '--json']
  const { stdout, stderr } = tapwarden(['scan', folder, ...options])
  const { findings }: { findings: readonly Finding[] } = JSON.parse(stdout)
  const [finding, second] = findings
  assert.ok(finding !== undefined && second === undefined, `${name}: ${findings.length} findings\n${stderr}`)
  return finding
}

const pick = (...files: readonly (keyof typeof EVIDENCE)[]) =>
  Object.fromEntries(files.map((file) => [file, EVIDENCE[file]]))

test('2: the same change as log only, snapshot only, flow only, all three: confidence rises in that order', () => {
  const told = [
    scan('log', pick('edge-1.log')),
    scan('snapshot', pick('edge-1_2026-11-14T05-00Z.cfg')),
    scan('flow', pick('core-1.pcap')),
    scan('all', EVIDENCE),
  ]
  const scores = told.map(({ confidence }) => confidence.existenceScore)
  assert.deepEqual(
    scores.toSorted((a, b) => a - b),
    scores,
  )
  assert.equal(new Set(scores).size, 4, `each step counts: ${scores}`)
  assert.deepEqual(
    told.map(({ confidence }) => confidence.existence),
    ['low', 'medium', 'medium', 'high'],
  )
  assert.match(told[3]?.confidence.existenceBasis ?? '', /2 independent witnesses: device edge-1 .*, exporter core-1/)
})

test('2: all three legs are one finding, and taking one away leaves it', () => {
  const all = scan('coupled', EVIDENCE)
  const { config: shown, log: told, flow } = all.legs
  assert.deepEqual([shown, told, flow, all.status], ['seen', 'seen', 'seen', 'live'])
  const detections = all.reasons.map(({ detection }) => detection)
  assert.ok(detections.includes('mirrored-traffic-to-unexpected-destination'), String(detections))
  for (const left of Object.keys(EVIDENCE)) {
    const rest = Object.fromEntries(Object.entries(EVIDENCE).filter(([file]) => file !== left))
    const fewer = scan(`without ${left}`, rest)
    assert.equal(fewer.id, all.id)
    assert.equal(fewer.verdict, 'unapproved')
    assert.ok(fewer.confidence.existenceScore <= all.confidence.existenceScore)
  }
})

test('4: an ERSPAN stream with no session anywhere is a ghost mirror', () => {
  const finding = scan('ghost', { 'edge-1_2026-11-14T02-00Z.cfg': config([]), 'core-1.pcap': capture })
  assert.deepEqual([finding.kind, finding.verdict, finding.status], ['ghost', 'unexplained', 'live'])
  assert.deepEqual(finding.session.details, {
    erspanId: 104,
    originIp: '192.0.2.7',
    impliedSource: 'ports that no configuration names',
  })
  assert.match(finding.sentence, /^edge-1 sends ERSPAN session 104 from 192\.0\.2\.7 to 203\.0\.113\.66 /)
  assert.deepEqual(
    finding.reasons.map(({ detection }) => detection),
    ['ghost-mirror'],
  )
})

test('4: the same stream with the session in the configuration is that session', () => {
  const finding = scan('explained', { 'edge-1_2026-11-14T02-00Z.cfg': config(SESSION), 'core-1.pcap': capture })
  assert.equal(finding.kind, 'mirror')
})
