import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands } from './interpret.ts'

/** What each change came to: the command it counts from, its canonical form, the commands that made it so, and whether it is real. */
function read(...typed: readonly string[]) {
  const { changes, signals, unjoined } = commands.interpret(typed.map((text) => ({ factId: text, text })))
  return {
    changes: changes.map(({ factId, canonical, with: made = [], uncommitted }) => ({
      factId,
      canonical,
      made,
      real: uncommitted !== true,
    })),
    signals: signals.map(({ signal }) => signal),
    unjoined,
  }
}

const source = 'monitor session TAP source Ethernet1 both'
const destination = 'monitor session TAP destination Ethernet48'

test('what is typed into a configuration session counts from its commit', () => {
  const { changes } = read('configure session S1', source, destination, 'commit')

  assert.deepEqual(changes, [
    { factId: 'commit', canonical: source, made: [source], real: true },
    { factId: 'commit', canonical: destination, made: [destination], real: true },
  ])
})

for (const [how, typed] of [
  ['on a timer', ['configure session S1', source, 'commit timer 00:05:00']],
  ['from outside', ['configure session S1', source, 'end', 'configure session S1 commit']],
  ['after coming back', ['configure session S1', source, 'exit', 'configure session S1', 'commit']],
  ['with words cut short', ['conf ses S1', source, 'com']],
] as const) {
  test(`a session is committed ${how}`, () => {
    assert.deepEqual(read(...typed).changes, [{ factId: typed.at(-1), canonical: source, made: [source], real: true }])
  })
}

for (const [how, typed] of [
  ['aborted', ['configure session S1', source, 'abort']],
  ['aborted from outside', ['configure session S1', source, 'end', 'configure session S1 abort']],
  ['deleted', ['configure session S1', source, 'end', 'no configure session S1']],
  ['left alone', ['configure session S1', source, 'end']],
  ['emptied before the commit', ['configure session S1', source, 'rollback clean-config', 'commit']],
] as const) {
  test(`of a session that is ${how}, what was typed is an attempt`, () => {
    assert.deepEqual(read(...typed).changes, [{ factId: source, canonical: source, made: [], real: false }])
  })
}

test('two sessions keep apart, and what is typed outside them is real at once', () => {
  const { changes } = read(
    'configure session S1',
    source,
    'end',
    'configure session S2',
    destination,
    'commit',
    'configure terminal',
    'monitor session OTHER source Ethernet9 rx',
    'configure session S1 abort',
  )

  assert.deepEqual(
    changes.map(({ canonical, real, made }) => [canonical, real, made.length]),
    [
      [destination, true, 1],
      ['monitor session OTHER source Ethernet9 rx', true, 0],
      [source, false, 0],
    ],
  )
})

test('exit in a block leaves the block, not the session', () => {
  const { changes } = read('configure session S1', 'interface Ethernet1', 'exit', source, 'commit')

  assert.deepEqual(
    changes.map(({ factId }) => factId),
    ['commit'],
  )
})

test('a capture runs at once, wherever it is typed; a cut of logging with its session', () => {
  const capture = 'bash tcpdump -i et1 -w /tmp/a.pcap'
  const aborted = read('configure session S1', capture, 'no logging host 192.0.2.50', 'abort')
  const committed = read('configure session S1', 'no logging host 192.0.2.50', 'commit')

  assert.deepEqual(
    aborted.changes.map(({ factId, real }) => [factId, real]),
    [[capture, true]],
  )
  assert.deepEqual(aborted.signals, [])
  assert.deepEqual(committed.signals, ['logging-cut'])
})

test('commit and abort outside a session belong to nobody here', () => {
  assert.deepEqual(read('commit', 'abort', 'rollback'), { changes: [], signals: [], unjoined: [] })
})
