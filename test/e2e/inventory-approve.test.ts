import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import type { ExpiryReport } from '../../src/app/answers/inventory/approving/expire-approvals.ts'
import type { ScanReport } from '../../src/findings/report/report.ts'
import { project, type Run, tapwarden, tapwardenJson } from './_testing/tapwarden.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-approve-'))
after(() => rmSync(folder, { recursive: true }))

/** A copy of the campus for one test to write into. */
function copyCampus(name: string): string {
  const campus = join(folder, name)
  cpSync(join(project, 'test/e2e/fixtures/campus'), campus, { recursive: true })
  return campus
}

const campus = copyCampus('read-only')
const { findings } = tapwardenJson<ScanReport>('scan', campus)

function idOf(subject: string, session: string): string {
  const finding = findings.find((one) => one.subject === subject && one.session.name === session)
  assert.ok(finding !== undefined, `${subject} ${session}`)
  return finding.id.slice(0, 8)
}

const TERMS = ['--ticket', 'CHG-2044', '--owner', 'soc', '--purpose', 'ids-ndr', '--approver', 'netops-lead'] as const

function approve(estate: string, id: string, ...parameters: readonly string[]): Run {
  return tapwarden(['approve', id, estate, ...TERMS, ...parameters])
}

test('an approval allows exactly this copy, and changes no other verdict', () => {
  const estate = copyCampus('exact')
  const id = idOf('edge-rtr-1', '8')
  const { status, stdout, stderr } = approve(estate, id, '--until', '2026-12-31')
  assert.equal(status, 0, stderr)
  assert.equal(stdout, '')
  const file = join(estate, 'inventory', `approval-CHG-2044-${id}.yaml`)
  assert.deepEqual(parse(readFileSync(file, 'utf8')).approvals, [
    {
      id: `CHG-2044-${id}`,
      scope: { device: 'edge-rtr-1' },
      session: '8',
      sources: ['TenGigabitEthernet0/0/3', 'TenGigabitEthernet0/0/5'],
      direction: 'both',
      destinations: [{ ip: '203.0.113.66' }],
      carrier: 'erspan',
      purpose: 'ids-ndr',
      owner: 'soc',
      ticket: 'CHG-2044',
      approvers: ['netops-lead'],
      validFrom: '2026-11-16T09:00:00.000Z',
      validUntil: '2026-12-31T00:00:00.000Z',
      maxCount: 1,
      addedAt: '2026-11-16T09:00:00.000Z',
    },
  ])
  assert.match(stderr, /✗ unapproved → ✓ approved {2}/)

  const after = tapwardenJson<ScanReport>('scan', estate).findings
  const changed = after.filter(
    ({ id: one, verdict }) => findings.find((before) => before.id === one)?.verdict !== verdict,
  )
  assert.deepEqual(
    changed.map((finding) => [finding.session.name, finding.verdict]),
    [['8', 'approved']],
  )

  const again = approve(estate, idOf('edge-rtr-1', '7'), '--output', file)
  assert.match(again.stderr, /^TW_INVENTORY_EXISTS: /)
  assert.match(approve(estate, id).stderr, /^TW_APPROVE_NOTHING: .*covers it already/)
})

test('a dry run prints the approval and writes nothing', () => {
  const { status, stdout, stderr } = approve(campus, idOf('edge-rtr-1', '7'), '--dry-run')
  assert.equal(status, 0, stderr)
  assert.equal(parse(stdout).approvals[0].session, '7')
  assert.match(stderr, /Nothing was written\./)
  assert.deepEqual(readdirSync(join(campus, 'inventory')), ['approvals.yaml', 'devices.yaml'])
})

test('a pattern that would silence another finding is refused, and names it; the case is approved as a whole', () => {
  const wide = ['--pattern', 'role=edge', '--pattern', 'session=*', '--pattern', 'sources=*', '--dry-run']
  const refused = approve(campus, idOf('edge-rtr-1', '7'), ...wide)
  assert.equal(refused.status, 2)
  assert.match(refused.stderr, /^TW_APPROVE_SILENCES: .*\n.*Te0\/0\/3 \(tx\), Te0\/0\/5 \(rx\) to 203\.0\.113\.66/m)
  assert.doesNotMatch(refused.stderr, /203\.0\.113\.99/, 'what has ended keeps the verdict of its time')

  const whole = approve(campus, idOf('edge-rtr-1', '7'), '--case', '--dry-run')
  assert.equal(whole.status, 0, whole.stderr)
  assert.deepEqual(
    parse(whole.stdout)
      .approvals.map(({ session }: { readonly session: string }) => session)
      .sort(),
    ['7', '8'],
  )
})

test('the first approval of a device makes the others unapproved, which is said', () => {
  const { status, stderr } = approve(campus, idOf('acc-sw-1', '1'), '--dry-run')
  assert.equal(status, 0, stderr)
  assert.match(
    stderr,
    /From now on approvals are asked about these too:\n {2}◇ needs-review → ✗ unapproved .*Gi1\/0\/3 to Gi1\/0\/46/,
  )
})

test('whoever set a copy up does not approve it, unless forced with a reason that stays', () => {
  const id = idOf('edge-rtr-1', '7')
  for (const own of [
    ['--approver', 'NETOPS-3'],
    ['--by', 'netops-3'],
  ])
    assert.match(approve(campus, id, ...own, '--dry-run').stderr, /^TW_APPROVE_SELF: .*netops-3.*\n.*--force/im)

  const estate = copyCampus('forced')
  assert.equal(approve(estate, id, '--by', 'netops-3', '--force', 'nobody else on duty').status, 0)
  const shown = tapwarden(['inventory', 'show', '-i', join(estate, 'inventory')]).stdout
  assert.match(shown, /written by netops-3; FORCED: nobody else on duty/)
})

test('what cannot be approved is refused with the way out', () => {
  const id = idOf('edge-rtr-1', '7')
  const refusals: readonly (readonly [RegExp, Run])[] = [
    [/^TW_APPROVE_LAWFUL: .*\n.*sealed compartment/m, approve(campus, id, '--purpose', 'lawful')],
    [/^TW_APPROVE_PURPOSE: fun .*\n.*troubleshooting/m, approve(campus, id, '--purpose', 'fun')],
    [/^TW_APPROVE_UNTIL: .*temporary/m, approve(campus, id, '--purpose', 'troubleshooting')],
    [/^TW_APPROVE_UNTIL: 2026-11-16 is past/m, approve(campus, id, '--until', '2026-11-16')],
    [/^TW_CLI_TIME: --until soon/m, approve(campus, id, '--until', 'soon')],
    [/^TW_APPROVE_TICKET: INC-1 .*\n.*CHG-\*/m, approve(campus, id, '--ticket', 'INC-1')],
    [/^TW_APPROVE_PATTERN: floor=2 .*\n.*role/m, approve(campus, id, '--pattern', 'floor=2')],
    [/^TW_INVENTORY_REFERENCE: (?:.|\n)*no collector/m, approve(campus, id, '--pattern', 'collector=ids-9')],
    [/^TW_APPROVE_NOTHING: .*has ended/m, approve(campus, idOf('edge-rtr-1', '3'))],
    [/^TW_APPROVE_NOTHING: .*APR-1 covers it already/m, approve(campus, idOf('edge-rtr-1', '4'))],
    [/^TW_FINDING_UNKNOWN: /m, approve(campus, 'ffffffff')],
    [/^TW_INVENTORY_MISSING: /m, tapwarden(['approve', id, join(campus, 'configs'), ...TERMS])],
    [/^TW_APPROVE_OUTPUT: .*\n.*--output/m, approve(campus, id, '-i', join(campus, 'inventory', 'devices.yaml'))],
  ]
  for (const [said, { status, stdout, stderr }] of refusals) {
    assert.equal(status, 2, String(said))
    assert.equal(stdout, '')
    assert.match(stderr, said)
  }
  assert.deepEqual(readdirSync(join(campus, 'inventory')), ['approvals.yaml', 'devices.yaml'])
})

test('an approval with an end is listed with what comes of it then', () => {
  const { expiring, endless } = tapwardenJson<ExpiryReport>('approvals', 'expire', campus, '--dry-run')
  assert.deepEqual(
    expiring.map(({ approval, endsAt, ended, comesOfIt }) => [
      approval,
      endsAt.slice(0, 10),
      ended,
      comesOfIt.map(({ verdict }) => verdict),
    ]),
    [
      ['APR-4', '2026-11-05', true, []],
      ['APR-1', '2026-12-01', false, ['expired']],
    ],
  )
  assert.deepEqual(endless, ['APR-2', 'APR-3'])
  assert.equal(existsSync(join(campus, 'approvals')), false)
})

test('a longest duration ends an approval too', () => {
  const estate = copyCampus('duration')
  const file = join(estate, 'inventory', 'approvals.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('validUntil: 2026-12-01', 'maxDuration: 2d'))
  const { expiring } = tapwardenJson<ExpiryReport>('approvals', 'expire', estate)
  assert.deepEqual(
    expiring.map(({ approval, endsAt }) => [approval, endsAt]),
    [
      ['APR-4', '2026-11-05T00:00:00.000Z'],
      ['APR-1', '2026-11-18T02:00:00.000Z'],
    ],
  )
})
