/** Rules 16 to 21: what identifies a set-up, what is joined, and what never vanishes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actHolds } from '../../src/findings/claims/acts.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { canonicalJson } from '../../src/kit/canonical-json.ts'
import {
  accountedRun,
  config,
  createSession,
  createTarget,
  ERSPAN_COMMANDS,
  erspan,
  lines,
  logged,
  loggedRun,
  trail,
} from './_testing/evidence-text.ts'
import { NOW, scan, scanForOne, statements, tell } from './_testing/scenario.ts'

const TYPED = '2026-11-14T03:12:00Z'
const COLLECTOR = '198.51.100.9'
const FAR = '203.0.113.66'

test('rule 16: sources, destination and filter are no part of what identifies a set-up', async () => {
  const copies = [erspan(FAR), erspan(COLLECTOR, { source: 'TenGigabitEthernet0/0/2 both', erspanId: 7 })]

  const [one, other] = await Promise.all(
    copies.map((copy) => scanForOne({ evidence: { 'a_2026-11-14.cfg': config('edge-rtr-07', ...copy) } })),
  )

  assert.notDeepEqual(one?.session, other?.session)
  assert.equal(one?.id, other?.id)
})

test('rule 16: subject and session id are', async () => {
  const variants = [
    config('edge-rtr-07', ...erspan(FAR)),
    config('edge-rtr-07', ...erspan(FAR, { id: 5 })),
    config('edge-rtr-08', ...erspan(FAR)),
  ]

  const found = await Promise.all(variants.map((text) => scanForOne({ evidence: { 'a_2026-11-14.cfg': text } })))

  assert.equal(new Set(found.map(({ id }) => id)).size, 3)
})

test('rule 16: a session id used again is a new episode of the same finding', async () => {
  const log =
    loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) +
    lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4', { sequence: 200 })]) +
    loggedRun('2026-11-14T06:00:00Z', ERSPAN_COMMANDS(COLLECTOR), { sequence: 300 })

  const first = await scanForOne({ at: '2026-11-14T04:00:00Z', evidence: { 'edge.log': log } })
  const second = await scanForOne({ evidence: { 'edge.log': log } })

  assert.equal(second.id, first.id)
  assert.deepEqual(
    second.episodes.map(({ ordinal, until, session }) => [ordinal, until, session.destinations[0]?.ip]),
    [
      [0, '2026-11-14T05:00:00.000Z', FAR],
      [1, undefined, COLLECTOR],
    ],
  )
  assert.equal(second.claim.episode, 1)
})

test('rule 16: a refused act is known by what it was to set up', async () => {
  const refused = (target: string): string =>
    trail(TYPED, 'CreateTrafficMirrorSession', {
      error: 'Client.UnauthorizedOperation',
      request: { NetworkInterfaceId: 'eni-0a1b', TrafficMirrorTargetId: target },
      eventId: target,
    })

  const { findings } = await scan({
    evidence: { 'a.json': lines([refused('tmt-01'), refused('tmt-02'), refused('tmt-02')]) },
  })

  assert.deepEqual(
    findings.map(({ kind, verdict }) => [kind, verdict]),
    [
      ['attempt', 'attempted'],
      ['attempt', 'attempted'],
    ],
  )
})

test('rule 17: claims and sentences hold absolute values, the same on every later day', async () => {
  const evidence = {
    'edge.log':
      loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) + lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4')]),
  }

  const [soon, late] = await Promise.all(
    ['2026-11-14T06:00:00Z', '2027-03-01T00:00:00Z'].map((at) => scanForOne({ at, evidence })),
  )

  assert.deepEqual(late, soon)
  assert.doesNotMatch(JSON.stringify(soon), /\bago\b|yesterday|today|last (night|week)|for \d+ days/)
})

test('rule 17: more of the same evidence changes no claim', async () => {
  const days = [12, 13, 14].map((day) => [`edge_2026-11-${day}.cfg`, config('edge-rtr-07', ...erspan(FAR))] as const)

  const few = await scanForOne({ evidence: Object.fromEntries(days.slice(0, 1)) })
  const many = await scanForOne({ evidence: Object.fromEntries(days) })

  assert.deepEqual(many.claim, few.claim)
})

test('rule 18: an act holds while the claim only shrinks, and not when anything is new', async () => {
  const copy = (...sources: readonly string[]): string =>
    config(
      'edge-rtr-07',
      ...erspan(FAR).flatMap((line) =>
        line.startsWith(' source') ? sources.map((source) => ` source interface ${source}`) : [line],
      ),
    )
  const claim = async (text: string): Promise<Finding['claim']> =>
    (await scanForOne({ evidence: { 'a_2026-11-14.cfg': text } })).claim

  const seen = await claim(copy('Te0/0/1 both', 'Te0/0/2 rx'))
  const act = { at: '2026-11-14T12:00:00.000Z', claim: canonicalJson({ ...seen }) }

  assert.equal(actHolds(act, seen, NOW), true)
  assert.equal(actHolds(act, await claim(copy('Te0/0/1 rx')), NOW), true)
  assert.equal(actHolds(act, await claim(copy('Te0/0/1 both', 'Te0/0/2 both')), NOW), false)
  assert.equal(actHolds(act, await claim(copy('Te0/0/1 both', 'Te0/0/3 rx')), NOW), false)
  assert.equal(actHolds(act, { ...seen, destinations: [`ip ${COLLECTOR}`] }, NOW), false)
  assert.equal(actHolds(act, { ...seen, episode: 1 }, NOW), false)
})

const RSPAN_SOURCE = config(
  'acc-1',
  'vlan 900',
  ' remote-span',
  'monitor session 1 source interface Gi1/0/5 both',
  'monitor session 1 destination remote vlan 900',
)
const RSPAN_END = config(
  'core-1',
  'vlan 900',
  ' remote-span',
  'monitor session 2 source remote vlan 900',
  'monitor session 2 destination interface Gi1/0/24',
)
const RSPAN = { 'a_2026-11-14.cfg': RSPAN_SOURCE, 'b_2026-11-14.cfg': RSPAN_END }

function domains(acc: string, core: string): string {
  return `devices: [{ name: acc-1, layer2Domain: ${acc} }, { name: core-1, layer2Domain: ${core} }]\n`
}

test('rule 19: an RSPAN pair in one layer-2 domain is one finding under the id of its source side', async () => {
  const apart = await scan({ evidence: RSPAN })
  const joined = await scanForOne({ evidence: RSPAN, inventory: domains('ams1', 'ams1') })

  assert.equal(apart.findings.length, 2)
  const [source, end] = ['acc-1', 'core-1'].map((name) => apart.findings.find(({ subject }) => subject === name)?.id)
  assert.deepEqual([joined.id, joined.aliases], [source, [end]])
  assert.match(joined.exposure.statement, /On core-1 it goes on to Gi1\/0\/24/)
})

test('rule 19: the same VLAN in another domain, or in none that is known, is another VLAN', async () => {
  for (const inventory of [domains('ams1', 'fra2'), 'devices: [{ name: acc-1 }, { name: core-1 }]\n']) {
    const { findings } = await scan({ evidence: RSPAN, inventory })
    assert.equal(findings.length, 2, tell(findings))
  }
})

test('rule 19: the far end of a source that is gone is told by itself', async () => {
  const { findings } = await scan({
    inventory: domains('ams1', 'ams1'),
    evidence: { ...RSPAN, 'a_2026-11-15.cfg': config('acc-1', 'ip cef') },
  })

  assert.deepEqual(
    findings.map(({ subject, status }) => `${subject} ${status}`).sort(),
    ['acc-1 ended', 'core-1 configured'],
    tell(findings),
  )
})

function erspanEnd(id: number, address: string): string {
  return config(
    'far-1',
    'monitor session 9 type erspan-destination',
    ' no shutdown',
    ' destination interface Gi0/0/3',
    ' source',
    `  erspan-id ${id}`,
    `  ip address ${address}`,
  )
}

test('rule 19: an ERSPAN pair is joined by destination and session id, never by the collector alone', async () => {
  const source = config('edge-rtr-07', ...erspan(COLLECTOR))
  const ends: readonly (readonly [id: number, address: string, findings: number])[] = [
    [101, COLLECTOR, 1],
    [102, COLLECTOR, 2],
    [101, '198.51.100.10', 2],
  ]

  for (const [id, address, count] of ends) {
    const { findings } = await scan({
      evidence: { 'a_2026-11-14.cfg': source, 'b_2026-11-14.cfg': erspanEnd(id, address) },
    })
    assert.equal(findings.length, count, `${id} ${address} ${tell(findings)}`)
  }
})

test('rule 19: pairs are never joined across realms', async () => {
  const { findings } = await scan({
    evidence: [
      { realm: 'customer-a', files: { 'a_2026-11-14.cfg': config('edge-rtr-07', ...erspan(COLLECTOR)) } },
      { realm: 'customer-b', files: { 'b_2026-11-14.cfg': erspanEnd(101, COLLECTOR) } },
    ],
  })

  assert.equal(findings.length, 2)
})

test('rule 20: a removed set-up keeps its finding, with its end', async () => {
  const finding = await scanForOne({
    evidence: {
      'edge.log':
        loggedRun(TYPED, ERSPAN_COMMANDS(FAR)) + lines([logged('2026-11-14T05:00:00Z', 'no monitor session 4')]),
    },
  })

  assert.deepEqual(
    [finding.status, finding.until, finding.claim.ended],
    ['ended', '2026-11-14T05:00:00.000Z', '2026-11-14T05:00:00.000Z'],
  )
  assert.match(finding.sentence, /until 2026-11-14 05:00Z/)
  assert.deepEqual(finding.session.destinations, [{ ip: FAR, encapsulation: 'erspan' }])
})

test('rule 20: what was refused and then set up after all keeps both', async () => {
  const commands = ERSPAN_COMMANDS(FAR)
  const refused = accountedRun(TYPED, commands.slice(0, 1)).replace('\tcmd=', '\tstatus=denied\tcmd=')

  const finding = await scanForOne({
    evidence: { 'acct.log': refused + accountedRun('2026-11-14T04:00:00Z', commands, { task: 300 }) },
  })

  assert.equal(finding.kind, 'mirror')
  assert.equal(statements(finding, 'attempt-denied').length, 1)
})

const OWN = 'accounts: [{ id: "111122223333", provider: aws }]\n'

test('rule 21: a target that no session uses is prepared, and says nothing once one does', async () => {
  const target = createTarget('2026-11-14T03:00:00Z', 'tmt-01')
  const session = createSession('2026-11-14T03:05:00Z', { session: 'tms-01', target: 'tmt-01' })

  const orphan = await scanForOne({ evidence: { 'a.json': target } })
  const used = await scanForOne({ evidence: { 'a.json': lines([target, session]) } })

  assert.equal(orphan.setup.setupClass, 'object')
  assert.equal(statements(orphan, 'prepared-not-live').length, 1)
  assert.equal(used.setup.setupClass, 'mirror')
})

test('rule 21: a target of which only the other account tells is a foreign one', async () => {
  const session = createSession('2026-11-14T03:05:00Z', { session: 'tms-01', target: 'tmt-01' })
  const target = createTarget('2026-11-14T03:00:00Z', 'tmt-01', { account: '444455556666' })
  const unsaid = target.replace('"ownerId":"444455556666"', '"tagSet":""')

  for (const told of [target, unsaid]) {
    const finding = await scanForOne({ inventory: OWN, evidence: { 'a.json': lines([told, session]) } })
    assert.equal(finding.session.details?.targetOwner, '444455556666')
    assert.match(finding.sentence, /tmt-01 of account 444455556666/)
    assert.match(finding.severityBasis[0] ?? '', /destination D4/)
  }
})

test('rule 21: what another realm says of a target with the same id is about another target', async () => {
  const { findings } = await scan({
    evidence: [
      {
        realm: 'customer-a',
        files: { 'a.json': createSession('2026-11-14T03:05:00Z', { session: 'tms-01', target: 'tmt-01' }) },
      },
      {
        realm: 'customer-b',
        files: { 'b.json': createTarget('2026-11-14T03:00:00Z', 'tmt-01', { account: '444455556666' }) },
      },
    ],
  })

  const session = findings.find(({ setup }) => setup.setupClass === 'mirror')?.session
  assert.equal(session?.details?.targetOwner, undefined)
  assert.equal(findings.filter(({ setup }) => setup.setupClass === 'object').length, 1)
})

test('rule 21: a target deleted and made anew under another id leaves one that nobody uses', async () => {
  const deleted = trail('2026-11-14T04:00:00Z', 'DeleteTrafficMirrorTarget', {
    request: { TrafficMirrorTargetId: 'tmt-01' },
    response: { trafficMirrorTargetId: 'tmt-01' },
  })
  const records = [
    createTarget('2026-11-14T03:00:00Z', 'tmt-01'),
    deleted,
    createTarget('2026-11-14T05:00:00Z', 'tmt-02', { owner: '444455556666' }),
  ]

  const finding = await scanForOne({ evidence: { 'a.json': lines(records) } })

  assert.equal(finding.setup.address.id, 'tmt-02')
})

test('rule 21: a shared filter knows every session that it affects, and only those', async () => {
  const filter = trail('2026-11-14T02:00:00Z', 'CreateTrafficMirrorFilter', {
    response: { trafficMirrorFilter: { trafficMirrorFilterId: 'tmf-0a1b' } },
  })
  const sessions = ['tmf-0a1b', 'tmf-0a1b', 'tmf-0c2d'].map((used, index) =>
    createSession(`2026-11-14T03:0${index}:00Z`, {
      session: `tms-0${index}`,
      target: 'tmt-01',
      filter: used,
      source: `eni-0${index}`,
    }),
  )

  const { timelines } = await scan({ evidence: { 'a.json': lines([filter, ...sessions]) } })

  const [shared] = timelines.subjects[0]?.setups.filter(({ key }) => key.setupClass === 'object') ?? []
  assert.deepEqual(
    shared?.usedBy.map(({ address }) => address.id),
    ['tms-00', 'tms-01'],
  )
})
