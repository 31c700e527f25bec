import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factExamples } from '../../../test/contracts/fact-examples.ts'
import type { FragmentFact } from '../../facts/fact.ts'
import { assignTerminals } from './assign-terminals.ts'

let count = 0

function typed(second: number, command: string, line?: string): FragmentFact {
  const at = new Date(Date.UTC(2026, 10, 14, 3, 12, second)).toISOString()
  return {
    ...factExamples.fragment,
    id: String(++count),
    time: { at, basis: 'record' },
    command,
    actor: { account: 'netops-1', ...(line === undefined ? {} : { line }) },
    recordedBy: line === undefined ? 'command-log' : 'accounting',
  }
}

/** The lines of the logged commands, in the order given. */
function lines(fragments: readonly FragmentFact[]): readonly (string | undefined)[] {
  return assignTerminals(fragments, [])
    .filter(({ recordedBy }) => recordedBy === 'command-log')
    .map(({ actor }) => actor.line)
}

const accounted = [
  typed(0, 'monitor session 4 type erspan-source', 'tty2'),
  typed(1, 'monitor session 5 type erspan-source', 'tty3'),
  typed(2, 'source interface Gi1/0/1', 'tty2'),
]

test('two terminals at once: a logged command is of the line that accounting names, however it was abbreviated', () => {
  const logged = [
    typed(0, 'mon sess 4 type erspan-so'),
    typed(1, 'mon sess 5 type erspan-so'),
    typed(2, 'so int Gi1/0/1'),
  ]

  assert.deepEqual(lines([...accounted, ...logged]), ['tty2', 'tty3', 'tty2'])
  assert.deepEqual(lines([...accounted, ...logged].reverse()), ['tty2', 'tty3', 'tty2'])
})

test('what accounting left out is of the line of its neighbour', () => {
  assert.deepEqual(lines([...accounted, typed(2, 'source interface Gi1/0/1'), typed(3, 'destination')]), [
    'tty2',
    'tty2',
  ])
})

test('one terminal after the other is left as it was logged', () => {
  const other = typed(1000, 'monitor session 5 type erspan-source', 'tty3')

  assert.deepEqual(lines([typed(0, 'monitor session 4', 'tty2'), other, typed(0, 'monitor session 4')]), [undefined])
})

test('nobody is given a line of another account, or of another hour', () => {
  const stranger = { ...typed(2, 'source interface Gi1/0/1'), actor: { account: 'netops-2' } }

  assert.deepEqual(lines([...accounted, stranger, typed(2000, 'source interface Gi1/0/1')]), [undefined, undefined])
})
