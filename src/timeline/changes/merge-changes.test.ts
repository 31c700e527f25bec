import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ADDRESS } from '../_testing/build-facts.ts'
import type { DraftChange } from './draft-change.ts'
import { mergeChanges } from './merge-changes.ts'

/** A record of one command at a minute: `record('log', 3)`. */
function record(channel: 'log' | 'aaa', minute: number, account = 'netops-1'): DraftChange {
  const at = `2026-11-14T03:${String(minute).padStart(2, '0')}:00.000Z`
  return {
    address: ADDRESS,
    of: 'session',
    platform: 'test',
    name: '4',
    edits: [],
    canonical: 'monitor session 4',
    recordedBy: channel,
    order: 0,
    uses: [],
    change: {
      facts: [`${channel} ${minute} ${account}`],
      legs: [channel],
      trust: 'network-path',
      at,
      clockErrorMs: 0,
      operation: 'monitor session 4',
      via: 'cli',
      actor: { account },
      actorConflicts: [],
      outcome: 'accepted',
    },
  }
}

function acts(...drafts: readonly DraftChange[]): readonly string[] {
  return mergeChanges(drafts).map(({ change }) => change.facts.join(' + '))
}

test('one command recorded by two channels is one change', () => {
  assert.deepEqual(acts(record('log', 3), record('aaa', 4)), ['aaa 4 netops-1 + log 3 netops-1'])
})

test('a record meets the nearest of its kind, not the first', () => {
  const drafts = [record('log', 0), record('aaa', 10), record('log', 10)]

  assert.deepEqual(acts(...drafts), ['log 0 netops-1', 'aaa 10 netops-1 + log 10 netops-1'])
  assert.deepEqual(acts(...drafts.reverse()), ['log 0 netops-1', 'aaa 10 netops-1 + log 10 netops-1'])
})

test('two records of one channel are two acts', () => {
  assert.equal(acts(record('log', 0), record('log', 1)).length, 2)
})

test('other accounts are one act only within two minutes, and the conflict is shown', () => {
  const [merged] = mergeChanges([record('log', 0), record('aaa', 2, 'netops-2')])

  assert.deepEqual(merged?.change.actorConflicts, ['account netops-1 / netops-2'])
  assert.equal(acts(record('log', 0), record('aaa', 3, 'netops-2')).length, 2)
  assert.equal(acts(record('log', 0), record('aaa', 16)).length, 2)
})
