import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composition, match, timelines } from '../_testing/assessments.ts'
import { setup, timeline } from '../_testing/setups.ts'
import { composeFindings } from '../compose-findings.ts'
import type { Finding } from '../finding.ts'
import { type InvestigationContext, investigate } from './investigate.ts'

const one = setup({ status: 'live' })
const guide = { sees: [], misses: [], falsePositives: [], triage: ['Who runs it?', 'Since when?'], tuning: [] }
const guides = new Map([
  ['session-not-approved', guide],
  ['session-repointed', { ...guide, triage: ['Since when?', 'Where did it point?'] }],
])
const asked: InvestigationContext = { guides, destination: { class: 'D4', because: '198.51.100.200 is external' } }
const [composed] = composeFindings(
  composition({
    timelines: timelines([timeline({ setups: [one] })]),
    approvals: new Map([[one.id, match()]]),
    reasons: new Map([
      [
        one.id,
        ['session-not-approved', 'session-repointed'].map((detection) => ({
          detection,
          statement: 'It is so.',
          evidence: ['change-1'],
          verdict: 'unapproved' as const,
        })),
      ],
    ]),
  }),
)
assert.ok(composed)
const finding: Finding = composed
const commands = (changed: Partial<Finding>): readonly string[] =>
  investigate({ ...finding, ...changed }, asked).flatMap((step) => step.commands)

test('a name of the evidence cannot start another command', () => {
  const typed = commands({ subject: "x'; reboot #" })
  assert.ok(typed.includes(`tapwarden timeline 'x'\\''; reboot #' PATH`), typed.join('\n'))
  assert.ok(commands({ subject: 'edge-rtr-07' }).includes('tapwarden timeline edge-rtr-07 PATH'))
})

test('what several pages ask is asked once, in their order', () => {
  const own = investigate(finding, asked).slice(8)
  assert.deepEqual(
    own.map(({ ask }) => ask),
    ['Who runs it?', 'Since when?', 'Where did it point?'],
  )
})

test('the end of the copy is told, and is open where nobody knows who runs it', () => {
  const step = (destination: InvestigationContext['destination']) =>
    investigate(finding, { guides, destination }).find(({ ask }) => ask.startsWith('Where does it go'))
  assert.equal(step(asked.destination)?.state, 'partly')
  assert.equal(step(asked.destination)?.answer, '198.51.100.200 is external.')
  const known = step({ class: 'D0', because: 'it ends at ids-collector-1' })
  assert.deepEqual([known?.state, known?.next], ['answered', undefined])
})

test('an approved copy is not investigated', () => {
  assert.deepEqual(investigate({ ...finding, verdict: 'approved' }, asked), [])
})
