import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAlone } from './read-alone.ts'

/** Says of each command that it cut a log. */
const interpret: Parameters<typeof readAlone>[0]['interpret'] = (commands) => ({
  changes: [],
  signals: commands.map(({ factId }) => ({ factId, signal: 'logging-cut' })),
})

test('where commands wait for a commit one is added, and says nothing of its own', () => {
  const seen: string[] = []
  const meaning = readAlone({
    sharedCandidate: true,
    interpret: (commands) => {
      seen.push(...commands.map(({ text }) => text))
      return interpret(commands)
    },
  })('delete system syslog')
  assert.deepEqual(seen, ['delete system syslog', 'commit'])
  assert.equal(meaning.signals.length, 1)
})

test('elsewhere the command stands alone', () => {
  assert.equal(readAlone({ interpret })('no logging on').signals.length, 1)
})
