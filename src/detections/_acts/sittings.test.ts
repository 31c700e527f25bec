import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildContext } from '../_testing/build-context.ts'
import { at, buildChange, buildEpisode, buildSession, buildSetup, changed } from '../_testing/build-setup.ts'
import { sittingsOf } from './sittings.ts'

const state = changed(at(3, 12), buildSession())
const by = (account: string, hour: number, minute: number) => buildChange({ at: at(hour, minute), actor: { account } })

function sittings(changes: readonly Parameters<typeof buildChange>[0][]) {
  const episode = { ...buildEpisode([state]), changes: changes.map((change) => buildChange(change)) }
  const setup = buildSetup([episode])
  return sittingsOf(buildContext(setup)).map(({ first, changes: own }) => [first.actor.account, own.length])
}

test('commands of one account are one sitting until it pauses; another account has its own', () => {
  const typed = [by('netops-3', 3, 12), by('NETOPS-3', 3, 40), by('netops-1', 3, 20), by('netops-3', 4, 11)]
  assert.deepEqual(sittings(typed), [
    ['netops-3', 2],
    ['netops-1', 1],
    ['netops-3', 1],
  ])
})

test('what was refused, or anyone could have sent, is no sitting', () => {
  assert.deepEqual(sittings([{ outcome: 'denied' }, { trust: 'spoofable' }]), [])
})
