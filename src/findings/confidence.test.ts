import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { match } from './_testing/assessments.ts'
import { device } from './_testing/subjects.ts'
import { authorisationLabel, existenceLabel, existenceScore, type Testimony } from './confidence.ts'

const config: Testimony = {
  witness: 'device edge-rtr-07',
  leg: 'config',
  trust: 'network-path',
  runningSnapshot: true,
  headersSeen: false,
}
const log: Testimony = { ...config, leg: 'log', runningSnapshot: false }
const aaa: Testimony = { ...log, witness: 'AAA server', leg: 'aaa' }
const cloud: Testimony = { ...log, witness: 'the cloud control plane', leg: 'audit' }

test('two independent witnesses or a cloud control plane make existence high', () => {
  assert.equal(existenceLabel([log, aaa]).label, 'high')
  assert.deepEqual(existenceLabel([cloud]), {
    label: 'high',
    basis: 'recorded by the cloud control plane (audit trail)',
  })
})

test('a configuration and a log of one device are one witness', () => {
  assert.deepEqual(existenceLabel([config, log]), {
    label: 'medium',
    basis: 'one witness: device edge-rtr-07 (configuration, log)',
  })
})

test('a configuration or an AAA server alone is medium, a log alone low', () => {
  assert.equal(existenceLabel([config]).label, 'medium')
  assert.equal(existenceLabel([aaa]).label, 'medium')
  assert.equal(existenceLabel([log]).label, 'low')
  assert.equal(existenceLabel([{ ...config, runningSnapshot: false }]).label, 'low')
})

test('what can be forged counts for nothing', () => {
  const forged = [log, aaa, cloud].map((voice): Testimony => ({ ...voice, trust: 'spoofable' }))

  assert.equal(existenceLabel(forged).label, 'low')
  assert.equal(existenceLabel([aaa, ...forged]).label, 'medium')
})

const RANK = { low: 0, medium: 1, high: 2 }
const anyVoice = fc.record({
  witness: fc.constantFrom('device a', 'device b', 'AAA server', 'the cloud control plane'),
  leg: fc.constantFrom('config' as const, 'log' as const, 'aaa' as const, 'flow' as const, 'audit' as const),
  trust: fc.constantFrom('authenticated' as const, 'network-path' as const, 'spoofable' as const),
  runningSnapshot: fc.boolean(),
  headersSeen: fc.boolean(),
})

test('one voice more never lowers existence, one less never raises it', () => {
  fc.assert(
    fc.property(fc.array(anyVoice, { minLength: 1, maxLength: 6 }), fc.nat(), (voices, pick) => {
      const fewer = voices.toSpliced(pick % voices.length, 1)

      assert.ok(RANK[existenceLabel(voices).label] >= RANK[existenceLabel(fewer).label])
      assert.ok(existenceScore(voices) >= existenceScore(fewer))
    }),
  )
})

test('the order of voices never shows', () => {
  fc.assert(
    fc.property(fc.array(anyVoice, { maxLength: 6 }), (voices) => {
      assert.deepEqual(existenceLabel(voices.toReversed()), existenceLabel(voices))
    }),
  )
})

test('authorisation says how far the inventory answers for the subject', () => {
  const labels = [match(), match({ subjectCovered: false }), match({ subjectCovered: false, anyApprovals: false })].map(
    (one) => authorisationLabel(one, device()),
  )

  assert.deepEqual(labels, [
    { label: 'high', basis: 'reviewed approvals declare edge-rtr-07 in scope' },
    { label: 'medium', basis: 'approvals were given, but none for edge-rtr-07' },
    { label: 'low', basis: 'no approvals were given' },
  ])
})
