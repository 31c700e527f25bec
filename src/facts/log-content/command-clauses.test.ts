import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandClauses } from './command-clauses.ts'
import { compileCondition } from './match-condition.ts'

const log = {
  of: 'any',
  before: 'cmd=',
  refused: { field: 'message', contains: ['result=denied'] },
} as const

function actsShown(acts: Parameters<typeof commandClauses>[0]['acts'], text: string): readonly string[] {
  return commandClauses({ acts, command: 'monitor session' }, log)
    .filter(({ when }) => compileCondition(when)({ text }))
    .flatMap((clause) => clause.acts)
}

test('a command stands right behind what the log puts before it', () => {
  assert.deepEqual(actsShown(['session-set'], 'user=netops-1 cmd=monitor session 1'), ['session-set'])
  assert.deepEqual(actsShown(['session-set'], 'cmd=show monitor session 1'), [])
})

test('a refused command upon a mirror was an attempt, any other was nothing', () => {
  assert.deepEqual(actsShown(['session-set'], 'cmd=monitor session 1 result=denied'), ['session-refused'])
  assert.deepEqual(actsShown(['logging-cut'], 'cmd=monitor session 1 result=denied'), [])
})

test('a log that tells no refusals has one clause', () => {
  const clauses = commandClauses({ acts: ['session-set'], command: 'monitor' }, { of: 'any', before: 'cmd=' })
  assert.deepEqual(clauses, [{ acts: ['session-set'], when: { field: 'message', matches: ['cmd=monitor'] } }])
})
