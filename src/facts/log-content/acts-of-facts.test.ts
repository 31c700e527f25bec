import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChangeFact, Fact, FragmentFact, SignalFact } from '../fact.ts'
import type { MirrorEdit } from '../mirror-edit.ts'
import { actsOf, type CommandMeaning } from './acts-of-facts.ts'
import type { RecordAct } from './record-act.ts'

const base = {
  id: 'f1',
  ref: { realm: 'default', names: [{ by: 'account' as const, value: '111122223333' }] },
  time: { basis: 'none' as const },
  leg: 'audit' as const,
  trust: 'authenticated' as const,
  dialect: 'aws-cloudtrail',
  dialectVersion: 1,
  places: [{ path: 'trail.json' }],
  excerpt: '',
}
const address = { scope: '', namespace: 'traffic-mirror-session', id: 'tms-1' }
const define: MirrorEdit = { do: 'define', name: 'tms-1', kind: 'encapsulated' }
const to: MirrorEdit = { do: 'add-destinations', destinations: [{ ip: '198.51.100.9' }] }

function change(members: Partial<ChangeFact>): ChangeFact {
  return {
    kind: 'change',
    ...base,
    platform: 'aws',
    address,
    name: 'tms-1',
    edits: [define, to],
    operation: 'CreateTrafficMirrorSession',
    actor: {},
    outcome: 'accepted',
    via: 'api',
    ...members,
  }
}

function signal(members: Partial<SignalFact>): SignalFact {
  return { kind: 'signal', ...base, signal: 'audit-trail-cut', actor: {}, outcome: 'accepted', detail: '', ...members }
}

const fragment: FragmentFact = {
  kind: 'fragment',
  ...base,
  command: 'monitor session 4 destination interface Gi1/0/9',
  actor: {},
  recordedBy: 'command-log',
  outcome: 'accepted',
}

const cases: readonly (readonly [string, Fact, readonly RecordAct[]])[] = [
  ['a session that is made is set', change({}), ['session-set']],
  ['one that goes is removed', change({ edits: [{ do: 'remove' }] }), ['session-removed']],
  ['so is one that is switched off', change({ edits: [define, { do: 'set', enabled: false }] }), ['session-removed']],
  ['one source less is a removal', change({ edits: [{ do: 'drop-sources', sources: [] }] }), ['session-removed']],
  ['one filter less is none', change({ edits: [{ do: 'clear', members: ['filter'] }] }), ['session-set']],
  ['a head alone sets', change({ edits: [define] }), ['session-set']],
  [
    'a write to what is there that names a destination turns it there',
    change({ operation: 'ModifyTrafficMirrorSession' }),
    ['session-set', 'session-repointed'],
  ],
  [
    'one that names no destination does not',
    change({ operation: 'compute.packetMirrorings.patch', edits: [define, { do: 'set', filter: 'x' }] }),
    ['session-set'],
  ],
  ['a denied call is refused', change({ outcome: 'denied' }), ['session-refused']],
  ['so is one of a shared part that failed', change({ of: 'object', outcome: 'failed' }), ['session-refused']],
  ['a shared part is set', change({ of: 'object' }), ['part-set']],
  ['and removed', change({ of: 'object', edits: [{ do: 'remove' }] }), ['part-removed']],
  ['a capture by its kind', change({ edits: [{ ...define, kind: 'capture' }] }), ['capture-set']],
  [
    'a capture by its namespace, where nothing else is known',
    change({ address: { ...address, namespace: 'packet-capture' }, edits: [{ do: 'remove' }] }),
    ['capture-removed'],
  ],
  [
    'a capture by its file',
    change({ edits: [{ do: 'add-destinations', destinations: [{ file: 'flash:a' }] }] }),
    ['capture-set'],
  ],
  ['a signal is its own act', signal({}), ['audit-trail-cut']],
  ['a refused one did nothing', signal({ outcome: 'denied' }), []],
  ['a refusal is one in any outcome', signal({ signal: 'login-refused', outcome: 'denied' }), ['login-refused']],
  ['a command without a grammar says nothing', fragment, []],
]

for (const [name, fact, expected] of cases) {
  test(name, () => assert.deepEqual(actsOf(fact), expected))
}

const meaning: CommandMeaning = {
  changes: [{ address: { ...address, namespace: 'monitor-session' }, edits: [define, to] }],
  signals: [{ signal: 'scripted-mirror' }],
}

test('a command is what the grammar of its platform reads in it', () => {
  const read: string[] = []
  const acts = actsOf(fragment, (command) => {
    read.push(command)
    return meaning
  })
  assert.deepEqual(acts, ['session-set', 'scripted-mirror'])
  assert.deepEqual(read, [fragment.command])
})

test('a refused command is refused where it would have changed a session', () => {
  const refused: FragmentFact = { ...fragment, outcome: 'denied' }
  assert.deepEqual(
    actsOf(refused, () => meaning),
    ['session-refused'],
  )
  assert.deepEqual(
    actsOf(refused, () => ({ changes: [], signals: meaning.signals })),
    [],
  )
})
