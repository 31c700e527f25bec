import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../facts/fact.ts'
import { EMPTY_INVENTORY } from '../inventory/inventory.ts'
import type { Setup } from '../timeline/setup.ts'
import type { SubjectTimeline } from '../timeline/subject-timeline.ts'
import { approval, composition, match, timelines } from './_testing/assessments.ts'
import { changeFact, factMap, snapshotFact } from './_testing/facts.ts'
import { change, episode, setup, snapshotState, timeline } from './_testing/setups.ts'
import { ADDRESS, account, at, device, session } from './_testing/subjects.ts'
import type { DetectedReason } from './assessed-setup.ts'
import { type CompositionInput, composeFindings } from './compose-findings.ts'
import type { Finding } from './finding.ts'

const UNAPPROVED: DetectedReason = {
  detection: 'session-not-approved',
  statement: 'No approval covers it.',
  evidence: ['change-1'],
  verdict: 'unapproved',
}

function compose(setups: readonly Setup[], changes: Partial<CompositionInput> = {}): readonly Finding[] {
  return composeFindings(
    composition({
      timelines: timelines([timeline({ setups })]),
      ...changes,
    }),
  )
}

function only(findings: readonly Finding[]): Finding {
  const [finding] = findings
  assert.equal(findings.length, 1)
  assert.ok(finding)
  return finding
}

/** One set-up, what was said of it, and what the approvals answer. */
function composeOne(one: Setup, reasons: readonly DetectedReason[], changes: Partial<CompositionInput> = {}): Finding {
  return only(
    compose([one], {
      reasons: new Map([[one.id, reasons]]),
      approvals: new Map([[one.id, match()]]),
      ...changes,
    }),
  )
}

test('an unapproved copy is told with its verdict, severity, confidence, actor and claim', () => {
  const finding = composeOne(setup({ status: 'live' }), [UNAPPROVED], {
    guides: new Map(),
    attackOf: new Map([['session-not-approved', ['T1020.001', 'AN1132']]]),
  })

  assert.equal(finding.id, setup().id)
  assert.equal(
    finding.sentence,
    'edge-rtr-07 sends a copy of Te0/0/1 (rx) to 198.51.100.200 by ERSPAN; no approval in inventory 3f9c covers it.',
  )
  assert.equal(finding.verdict, 'unapproved')
  assert.equal(finding.severity, 'high')
  assert.equal(finding.confidence.existence, 'low')
  assert.equal(finding.confidence.authorisation, 'high')
  assert.deepEqual(finding.actor.accounts, ['netops-3'])
  assert.deepEqual(finding.claim.reasons, ['session-not-approved'])
  assert.deepEqual(finding.attack, ['AN1132', 'T1020.001'])
  assert.equal(finding.ticket, null)
})

test('an approved copy is listed, informs only, names its ticket and has no playbook', () => {
  const approvedBy = approval({ ticket: 'CHG0012' })
  const one = setup({ status: 'live' })
  const finding = composeOne(one, [], { approvals: new Map([[one.id, match({ approvedBy })]]) })

  assert.equal(finding.verdict, 'approved')
  assert.equal(finding.severity, 'info')
  assert.equal(finding.ticket, 'CHG0012')
  assert.deepEqual(finding.approval, { id: 'APR-12', differences: [], answer: 'Approval APR-12 covers it.' })
  assert.deepEqual(finding.playbook, [])
})

test('an approved copy with a breach of conduct stays approved and shows it', () => {
  const one = setup()
  const cut: DetectedReason = {
    ...UNAPPROVED,
    detection: 'logging-impaired-around-change',
    conduct: 'logging-cut',
    aggravates: true,
  }
  const { verdict: _, ...breach } = cut
  const finding = composeOne(one, [breach], { approvals: new Map([[one.id, match({ approvedBy: approval() })]]) })

  assert.equal(finding.verdict, 'approved')
  assert.deepEqual(finding.conduct, ['logging-cut'])
  assert.equal(finding.severity, 'info')
})

test('without reasons and without an approval a person must look', () => {
  const one = setup()
  const nothingGiven = match({ subjectCovered: false, anyApprovals: false })
  const finding = composeOne(one, [], { approvals: new Map([[one.id, nothingGiven]]) })

  assert.equal(finding.verdict, 'needs-review')
  assert.match(finding.sentence, /; no approvals were given for this device\.$/)
  assert.equal(finding.confidence.authorisation, 'low')
})

test('the verdict of highest precedence prevails, and its reason comes first', () => {
  const silent: DetectedReason = { ...UNAPPROVED, detection: 'silent-change', verdict: 'unexplained' }
  const remark: DetectedReason = { detection: 'a-remark', statement: 'Something.', evidence: ['change-1'] }
  const finding = composeOne(setup(), [remark, silent, UNAPPROVED])

  assert.equal(finding.verdict, 'unapproved')
  assert.deepEqual(
    finding.reasons.map(({ detection }) => detection),
    ['session-not-approved', 'silent-change', 'a-remark'],
  )
})

test('the clause follows the verdict and names the nearest approval with its difference', () => {
  const differences = [{ dimension: 'destination' as const, approved: '198.51.100.9', found: '198.51.100.200' }]
  const nearest = { approval: approval(), differences }
  const outOfTime = { approval: approval(), validUntil: '2026-11-05T00:00:00.000Z' }
  const says = (verdict: DetectedReason['verdict'], answer: Parameters<typeof match>[0]): string => {
    const one = setup()
    const approvals = new Map([[one.id, match(answer)]])
    const { sentence } = composeOne(one, verdict === undefined ? [] : [{ ...UNAPPROVED, verdict }], { approvals })
    return sentence.slice(sentence.indexOf('; ') + 2)
  }

  assert.equal(
    says('unapproved', { nearest }),
    'no approval in inventory 3f9c covers it (nearest: APR-12, other destination).',
  )
  assert.equal(
    says('exceeds-approval', { nearest }),
    'it exceeds approval APR-12 (destination: 198.51.100.9 approved, 198.51.100.200 found).',
  )
  assert.equal(says('expired', { outOfTime, nearest }), 'approval APR-12 ended 2026-11-05.')
  assert.equal(
    says('expired', { outOfTime: { approval: approval(), validFrom: '2026-12-01T08:30:00.000Z' } }),
    'approval APR-12 begins 2026-12-01 08:30Z.',
  )
  assert.equal(says('unexplained', { approvedBy: approval() }), 'no record that was heard explains it.')
  assert.equal(says('unapproved', { approvedBy: approval() }), 'it was not always as approval APR-12 allows.')
  assert.equal(
    says('needs-review', { unreviewed: approval({ id: 'BL-1' }) }),
    'it needs review; entry BL-1 would allow it but nobody has reviewed it.',
  )
})

const VLAN_900 = { kind: 'remote-vlan' as const, destinations: [{ vlan: 900 }] }
const FAR_KEY = { subject: 'dist-sw-1', address: { ...ADDRESS, id: '2' } }

/** An RSPAN copy over two switches. */
function rspanPair(far: Partial<Setup> = {}): {
  readonly subjects: readonly SubjectTimeline[]
  readonly near: Setup
  readonly far: Setup
} {
  const ends = {
    ...session(VLAN_900),
    name: '2',
    role: 'destination' as const,
    sources: [{ vlan: 900, direction: 'both' as const }],
    destinations: [{ interface: 'GigabitEthernet1/0/13' }],
  }
  const near = setup({
    episodes: [episode({ states: [snapshotState(session(VLAN_900))] })],
    joined: [setup({}, FAR_KEY).key],
  })
  const farEpisode = episode({ states: [snapshotState(ends)], changes: [], facts: ['far-1'] })
  const farEnd = setup({ episodes: [farEpisode], joined: [near.key], legs: ['config'], ...far }, FAR_KEY)
  const subjects = [timeline({ setups: [near] }), timeline({ subject: device('dist-sw-1'), setups: [farEnd] })]
  return { subjects, near, far: farEnd }
}

test('a far end becomes part of the finding of its source side', () => {
  const { subjects, near, far } = rspanPair()
  const facts = factMap(changeFact('change-1'), { ...changeFact('far-1', 'log') })
  const finding = only(
    composeFindings(
      composition({
        timelines: timelines(subjects),
        facts,
        reasons: new Map([[far.id, [{ ...UNAPPROVED, evidence: ['far-1'] }]]]),
      }),
    ),
  )

  assert.equal(finding.id, near.id)
  assert.deepEqual(finding.aliases, [far.id])
  assert.deepEqual(
    finding.evidence.map(({ fact }) => fact),
    ['change-1', 'far-1'],
  )
  assert.equal(finding.reasons[0]?.statement, 'On dist-sw-1: No approval covers it.')
  assert.match(finding.sentence, /; at its far end dist-sw-1 no approvals were given for this device\.$/)
  assert.equal(finding.legs.config, 'seen')
  assert.equal(finding.confidence.existence, 'high', 'two devices say so')
})

test('an approval of the near end does not reach a far end that a detection remarks on', () => {
  const { subjects, near, far } = rspanPair()
  const remark: DetectedReason = { ...UNAPPROVED, detection: 'destination-not-approved', verdict: 'needs-review' }
  const approvals = new Map([
    [near.id, match({ approvedBy: approval() })],
    [far.id, match()],
  ])
  const two = timelines(subjects)
  const finding = only(
    composeFindings(composition({ timelines: two, approvals, reasons: new Map([[far.id, [remark]]]) })),
  )

  assert.equal(finding.verdict, 'needs-review')
  assert.equal(finding.severity, 'medium', 'the far end is an unknown port')
  assert.match(finding.sentence, /; approval APR-12 covers it, but not its far end on dist-sw-1 to Gi1\/0\/13\.$/)
})

test('a far end whose source side is not known is a finding of its own', () => {
  const { subjects, far } = rspanPair()
  const alone = { ...far, joined: [] }
  const finding = only(composeFindings(composition({ timelines: timelines([{ ...subjects[1]!, setups: [alone] }]) })))

  assert.equal(finding.id, far.id)
})

test('a refused act is an attempt of low severity whatever it aimed at', () => {
  const denied = change({ outcome: 'denied' })
  const one = setup({ attempts: [denied], status: 'never-live' }, { setupClass: 'attempt' })
  const finding = composeOne(one, [{ ...UNAPPROVED, detection: 'attempt-denied', verdict: 'attempted' }])

  assert.equal(finding.kind, 'attempt')
  assert.equal(finding.verdict, 'attempted')
  assert.equal(finding.severity, 'low')
  assert.deepEqual(
    finding.playbook.map(({ stage }) => stage),
    ['preserve', 'scope', 'coordinate', 'verify'],
  )
})

test('a shared object is told when a detection has a remark on it, else by its sessions', () => {
  const object = setup({}, { subject: 'aws:111122223333', setupClass: 'object' })
  const review: DetectedReason = { ...UNAPPROVED, detection: 'prepared-not-live', verdict: 'needs-review' }

  assert.deepEqual(compose([object]), [])
  assert.equal(composeOne(object, [review]).kind, 'mirror')
})

test('what ended is told as it was while it was whole', () => {
  const last = { ...snapshotState(session({ destinations: [], incomplete: true })), from: at('09:59') }
  const taken = episode({ until: at('10:00'), untilBasis: 'change', states: [...episode().states, last] })
  const finding = composeOne(setup({ status: 'ended', episodes: [taken] }), [UNAPPROVED])

  assert.match(
    finding.sentence,
    /^edge-rtr-07 copied Te0\/0\/1 \(rx\) to 198\.51\.100\.200 by ERSPAN until 2026-11-14 10:00Z;/,
  )
  assert.equal(finding.until, at('10:00'))
  assert.deepEqual(finding.claim.destinations, ['ip 198.51.100.200'])
  assert.equal(finding.claim.ended, at('10:00'))
})

test('findings come most severe first, then by verdict, subject and id, whatever the order of the timelines', () => {
  const one = (subject: string, id: string): Setup => setup({}, { subject, address: { ...ADDRESS, id } })
  const setups = [one('b', '1'), one('a', '2'), one('a', '1')]
  const subjects = setups.map((given) => timeline({ subject: device(given.key.subject), setups: [given] }))
  const [first] = setups
  const input = composition({ reasons: new Map([[first?.id ?? '', [UNAPPROVED]]]) })
  const run = (order: readonly SubjectTimeline[]): readonly Finding[] =>
    composeFindings({ ...input, timelines: timelines(order) })

  const ordered = run(subjects)
  const sameSubject = [setups[1]?.id, setups[2]?.id].sort()

  assert.deepEqual(
    ordered.map(({ id }) => id),
    [first?.id, ...sameSubject],
  )
  assert.equal(JSON.stringify(run(subjects.toReversed())), JSON.stringify(ordered))
})

test('the order of reasons and of their facts never shows', () => {
  const other: DetectedReason = { ...UNAPPROVED, detection: 'session-repointed', evidence: ['snapshot-1', 'change-1'] }
  const facts: readonly Fact[] = [changeFact('change-1'), snapshotFact('snapshot-1')]
  const forth = composeOne(setup(), [UNAPPROVED, other], { facts: factMap(...facts) })
  const back = composeOne(setup(), [{ ...other, evidence: other.evidence.toReversed() }, UNAPPROVED], {
    facts: factMap(...facts.toReversed()),
  })

  assert.equal(JSON.stringify(back), JSON.stringify(forth))
})

test('no member is undefined and no place is shown unless asked for', () => {
  const rich = setup({ episodes: [episode({ from: undefined, facts: ['change-1', 'snapshot-1'] })] })
  const bare = setup({ asOf: undefined, episodes: [episode({ from: undefined, changes: [], facts: [] })] })
  const facts = factMap(changeFact('change-1'), snapshotFact('snapshot-1'))

  for (const one of [rich, bare]) assert.deepEqual(undefinedMembers(composeOne(one, [UNAPPROVED], { facts })), [])
  assert.doesNotMatch(JSON.stringify(composeOne(rich, [UNAPPROVED], { facts })), /evidence\/file|places/)
  assert.deepEqual(
    composeOne(rich, [], { facts, withPlaces: true }).evidence.map(({ places }) => places),
    [[{ path: 'evidence/file', line: 10 }], [{ path: 'evidence/file', line: 16 }]],
  )
})

function undefinedMembers(value: unknown, path = 'finding'): readonly string[] {
  if (value === undefined) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => undefinedMembers(member, `${path}.${key}`))
}

test('the answer says when it changes by itself', () => {
  const approvals = [approval({ validUntil: '2026-12-01T00:00:00.000Z' })]
  const one = setup()
  const inventory = { ...EMPTY_INVENTORY, given: true, approvals }
  const answer = { inventory, approvals: new Map([[one.id, match({ approvedBy: approvals[0] })]]) }

  assert.equal(composeOne(one, [], answer).changesAt, '2026-12-01T00:00:00.000Z')
  assert.equal(composeOne({ ...one, status: 'ended' }, [], answer).changesAt, undefined)
})

test('findings of one roll-out share a case', () => {
  const near = setup()
  const far = setup({}, { subject: 'edge-rtr-08' })
  const cloud = setup(
    { episodes: [episode({ changes: [], states: [snapshotState()] })] },
    { subject: 'aws:111122223333' },
  )
  const subjects = [
    timeline({ setups: [near] }),
    timeline({ subject: device('edge-rtr-08'), setups: [far] }),
    timeline({ subject: account(), setups: [cloud] }),
  ]
  const cases = new Map(
    composeFindings(composition({ timelines: timelines(subjects) })).map((finding) => [finding.id, finding.case]),
  )

  assert.equal(cases.get(near.id), cases.get(far.id))
  assert.notEqual(cases.get(near.id), cases.get(cloud.id))
})
