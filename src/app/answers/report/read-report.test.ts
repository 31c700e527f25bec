import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { TapwardenError } from '../../../kit/errors.ts'
import { HOSTILE, withHostileTexts } from '../../../sinks/_testing/hostile.ts'
import { testReport, testReports } from '../../../sinks/_testing/reports.ts'
import { parseReport, readReport } from './read-report.ts'
import { CONVERTED_FORMATS, renderReport } from './render-report.ts'
import { refuseExisting, writeReport } from './write-report.ts'

const folder = mkdtempSync(join(tmpdir(), 'tapwarden-report-'))

for (const [name, report] of testReports()) {
  test(`${name} read back is the same in every format`, () => {
    const read = parseReport(renderReport(report, { format: 'json', version: '0.1.0' }), name)
    for (const format of CONVERTED_FORMATS)
      assert.equal(
        renderReport(read, { format, version: '0.1.0' }),
        renderReport(report, { format, version: '0.1.0' }),
        format,
      )
  })

  test(`${name} is read whatever evidence says`, () => {
    const hostile = withHostileTexts(report, HOSTILE.length)
    assert.deepEqual(parseReport(JSON.stringify(hostile), name), hostile)
  })
}

test('members that are not known are kept, in their order', () => {
  const text = JSON.stringify({ later: [1], ...testReport('device-copy') })
  assert.equal(JSON.stringify(parseReport(text, 'r.json')), text)
})

type Parts = Record<string, unknown> & { readonly findings: Record<string, unknown>[] }

/** What makes a report another, and what is said of it. */
const BROKEN: readonly (readonly [says: RegExp, alter: (report: Parts) => unknown])[] = [
  [/the result: /, () => [1]],
  [/findings: /, ({ findings: _left, ...rest }) => rest],
  [/findings\[0\]\.severity: /, (report) => withFinding(report, { severity: 'catastrophic' })],
  [/findings\[0\]\.investigation: /, (report) => withFinding(report, { investigation: undefined })],
  [/findings\[0\]\.since: a time like/, (report) => withFinding(report, { since: '2026-02-30T00:00:00.000Z' })],
  [/at: a time like/, (report) => ({ ...report, at: 'yesterday' })],
  [/nested more than 64 deep/, (report) => ({ ...report, later: nested(100_000) })],
]

function withFinding(report: Parts, change: Record<string, unknown>): unknown {
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, ...change })) }
}

/** As text, because writing it would need as much stack as it is deep. */
function nested(depth: number): { readonly toJSON: () => string } {
  return { toJSON: () => `@${depth}@` }
}

for (const [says, alter] of BROKEN)
  test(`refused: ${says.source}`, () => {
    const parts: Parts = JSON.parse(JSON.stringify(testReport('device-copy')))
    const text = JSON.stringify(alter(parts)).replace(
      /"@(\d+)@"/,
      (_all, depth) => '['.repeat(depth) + ']'.repeat(depth),
    )
    assert.throws(
      () => parseReport(text, 'r.json'),
      (error: unknown) => {
        assert.ok(error instanceof TapwardenError)
        assert.equal(error.code, 'TW_REPORT_MEMBER')
        assert.match(error.message, says)
        assert.ok(error.message.length < 300)
        return true
      },
    )
  })

test('any text is a report or refused', () => {
  const whole = JSON.stringify(testReport('acted-upon'))
  const cut = fc.nat(whole.length).map((length) => whole.slice(0, length))
  fc.assert(
    fc.property(fc.oneof(cut, fc.string(), fc.json()), (text) => {
      try {
        parseReport(text, 'r.json')
      } catch (error) {
        assert.ok(error instanceof TapwardenError)
      }
    }),
  )
})

test('a file that is not there or no JSON is refused by name', async () => {
  await assert.rejects(readReport(join(folder, 'none.json')), { code: 'TW_REPORT_UNREADABLE' })
  await assert.rejects(readReport(folder), { code: 'TW_REPORT_UNREADABLE' })
  writeFileSync(join(folder, 'text.json'), 'Read 3 files')
  await assert.rejects(readReport(join(folder, 'text.json')), { code: 'TW_REPORT_JSON' })
})

test('a file is written whole, once, and nothing stays beside it', () => {
  const path = join(folder, 'out.csv')
  writeReport('first\n', { path, force: false })
  assert.throws(() => refuseExisting({ path, force: false }), { code: 'TW_REPORT_EXISTS' })
  assert.throws(() => writeReport('second\n', { path, force: false }), { code: 'TW_REPORT_EXISTS' })
  assert.equal(readFileSync(path, 'utf8'), 'first\n')
  writeReport('third\n', { path, force: true })
  assert.equal(readFileSync(path, 'utf8'), 'third\n')
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('out')),
    ['out.csv'],
  )
  assert.throws(() => writeReport('x', { path: join(folder, 'none', 'out'), force: false }), {
    code: 'TW_REPORT_UNWRITABLE',
  })
})
