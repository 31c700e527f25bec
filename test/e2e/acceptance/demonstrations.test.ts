/** The acceptance demonstrations that need no flows, each as the one command an operator would type. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import type { Finding } from '../../../src/findings/finding.ts'
import { tapwarden } from '../_testing/tapwarden.ts'

const root = mkdtempSync(join(tmpdir(), 'tapwarden-acceptance-'))
after(() => rmSync(root, { recursive: true }))

/** Writes a folder of evidence and gives its path. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return join(root, name)
}

const INVENTORY = `devices:
  - { name: edge-1, platform: cisco-ios, addresses: [192.0.2.7], site: ams1 }
collectors:
  - { name: ids-1, addresses: [198.51.100.9] }
approvals:
  - id: APR-1
    scope: { device: edge-1 }
    purpose: troubleshooting
    owner: netops-team
    destinations: [{ collector: ids-1 }]
    validUntil: 2026-11-14T12:00:00Z
`

const session = (ip: string): string => `monitor session 4 type erspan-source
 no shutdown
 source interface TenGigabitEthernet0/0/1 rx
 destination
  erspan-id 104
  ip address ${ip}
  origin ip address 192.0.2.7
!
`
const config = (body: string): string => `!
version 17.9
!
hostname edge-1
!
archive
 log config
  logging enable
  notify syslog contenttype plaintext
!
${body}logging host 192.0.2.50
!
end
`
/** A log that is alive all day and carries commands, none of which is about mirrors. */
const quietLog = Array.from({ length: 26 }, (_, index) => {
  const hour = new Date(Date.UTC(2026, 10, 13, 1) + index * 3_600_000).toISOString()
  const [, month = '', day = ''] = /-(\d\d)-(\d\d)T/.exec(hour) ?? []
  const written = `${month === '11' ? 'Nov' : ''} ${day} 2026 ${hour.slice(11, 19)}.000 UTC`
  return `${hour.slice(0, 19)}Z edge-1 ${100 + index}: ${written}: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:interface GigabitEthernet0/0/${index}\n`
}).join('')

function scan(
  path: string,
  ...options: readonly string[]
): { readonly findings: readonly Finding[]; readonly text: string } {
  const json = tapwarden(['scan', path, ...options, '--json'])
  assert.equal(json.stderr.includes('Error'), false, json.stderr)
  const { findings }: { findings: readonly Finding[] } = JSON.parse(json.stdout)
  return { findings, text: tapwarden(['scan', path, ...options]).stdout }
}

test('1: selftest all: the four validation tests pass with every expected field', () => {
  const { status, stdout } = tapwarden(['selftest', 'all'])
  assert.equal(status, 0, stdout)
  assert.match(stdout, /^4 tests, \d+ checks: all passed$/m)
  assert.doesNotMatch(stdout, /✗/)
})

test('1: a validation test that is not met says what it found, and ends with 1', () => {
  const { status, stderr } = tapwarden(['selftest', '9'])
  assert.equal(status, 2)
  assert.match(stderr, /TW_SELFTEST_UNKNOWN/)
})

test('1: every validation test comes with commands and their cleaning up', () => {
  const results: readonly {
    readonly definition: { readonly commands: readonly string[]; readonly cleanup: readonly string[] }
  }[] = JSON.parse(tapwarden(['selftest', '--json']).stdout)
  assert.equal(results.length, 4)
  for (const { definition } of results) assert.ok(definition.commands.length > 0 && definition.cleanup.length > 0)
})

test('3: a snapshot that shows a session which no log explains is a silent change', () => {
  const path = folder('silent', {
    'inventory/inventory.yaml': INVENTORY,
    'evidence/edge-1_2026-11-13T02-00Z.cfg': config(''),
    'evidence/edge-1_2026-11-14T02-00Z.cfg': config(session('203.0.113.66')),
    'evidence/edge-1.log': quietLog,
  })
  const { findings } = scan(
    join(path, 'evidence'),
    '--inventory',
    join(path, 'inventory'),
    '--at',
    '2026-11-14T03:00:00Z',
  )
  const reasons = findings.flatMap((finding) => finding.reasons.map(({ detection }) => detection))
  assert.ok(reasons.includes('silent-change'), String(reasons))
  assert.match(JSON.stringify(findings), /appeared between the snapshots of .* and nobody logged it/)
})

test('5: an approved session is a finding one minute past its expiry, and none one minute before', () => {
  const path = folder('expiry', {
    'inventory/inventory.yaml': INVENTORY,
    'evidence/edge-1_2026-11-14T02-00Z.cfg': config(session('198.51.100.9')),
  })
  const verdictAt = (at: string) => {
    const { findings } = scan(join(path, 'evidence'), '--inventory', join(path, 'inventory'), '--at', at)
    return findings.map(({ verdict }) => verdict)
  }
  assert.deepEqual(verdictAt('2026-11-14T11:59:00Z'), ['approved'])
  assert.deepEqual(verdictAt('2026-11-14T12:01:00Z'), ['expired'])
})

test('6: a destination that changes by one octet is a finding with before and after', () => {
  const path = folder('octet', {
    'inventory/inventory.yaml': INVENTORY,
    'evidence/edge-1_2026-11-13T02-00Z.cfg': config(session('198.51.100.9')),
    'evidence/edge-1_2026-11-14T02-00Z.cfg': config(session('198.51.100.8')),
  })
  const { findings, text } = scan(
    join(path, 'evidence'),
    '--inventory',
    join(path, 'inventory'),
    '--at',
    '2026-11-14T03:00:00Z',
  )
  const [finding] = findings
  assert.equal(finding?.verdict, 'unapproved')
  assert.deepEqual(finding?.before?.destinations, [{ ip: '198.51.100.9', encapsulation: 'erspan' }])
  assert.deepEqual(finding?.session.destinations, [{ ip: '198.51.100.8', encapsulation: 'erspan' }])
  assert.match(text, /was pointed from ids-1 to 198\.51\.100\.8/)
})

test('7: a clean fleet of which three in ten are silent says so: coverage 70 %, never "all good"', () => {
  const names = Array.from({ length: 10 }, (_, index) => `acc-${index}`)
  const devices = names.map((name) => `  - { name: ${name}, platform: cisco-ios }\n`).join('')
  const backups = names
    .slice(0, 7)
    .map((name) => [`evidence/${name}_2026-11-14T02-00Z.cfg`, config('').replace('edge-1', name)])
  const path = folder('fleet', { 'inventory/inventory.yaml': `devices:\n${devices}`, ...Object.fromEntries(backups) })
  const options = ['--inventory', join(path, 'inventory'), '--at', '2026-11-14T03:00:00Z']

  const { findings, text } = scan(join(path, 'evidence'), ...options)

  assert.deepEqual(findings, [])
  assert.match(text, /No unapproved copy seen in the configurations of 7 devices\./)
  assert.match(text, /Coverage of 10 devices in the inventory: config 7 \(70 %\)/)
  assert.doesNotMatch(text, /all good|all clear|no findings$/i)
  assert.equal(tapwarden(['scan', join(path, 'evidence'), ...options, '--min-coverage', '71']).status, 1)
})
