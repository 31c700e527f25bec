import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, ticket } from '../_testing/build-facts.ts'
import type { Ticket } from '../subject-timeline.ts'
import { matchTickets, permits, type TicketedAct } from './match-ticket.ts'

const act = (members: Partial<TicketedAct> = {}): TicketedAct => ({
  subject: 'edge-rtr-07',
  at: at('03:12'),
  clockErrorMs: 0,
  texts: ['commit for CHG0001234, tap on Te0/0/1'],
  ...members,
})
const known = (members: Parameters<typeof ticket>[1] = {}, subjects: readonly string[] = ['edge-rtr-07']): Ticket => ({
  fact: ticket('CHG0001234', members),
  subjects,
  unknownNames: [],
})

/** Named or not, device, window, and whether it permits. */
const CASES: readonly (readonly [string, TicketedAct, Ticket, readonly unknown[] | undefined])[] = [
  ['named, same device, inside', act(), known(), [true, 'same', { is: 'inside' }, true]],
  ['not named, same device, inside', act({ texts: [] }), known(), [false, 'same', { is: 'inside' }, true]],
  ['a longer number is another', act({ texts: ['CHG00012345'] }), known({}, ['core-1']), undefined],
  ['named for another device', act(), known({}, ['core-1']), [true, 'other', { is: 'inside' }, false]],
  ['named, names no device', act(), known({}, []), [true, 'none', { is: 'inside' }, true]],
  ['not named, names no device', act({ texts: [] }), known({}, []), undefined],
  [
    'five minutes after the window',
    act({ at: at('05:05') }),
    known(),
    [true, 'same', { is: 'after', byMs: 300_000 }, false],
  ],
  ['a minute before it', act({ at: at('01:59') }), known(), [true, 'same', { is: 'before', byMs: 60_000 }, false]],
  [
    'the end is exclusive, and a clock that may be off reaches across it',
    act({ at: at('05:00'), clockErrorMs: 2_000 }),
    known(),
    [true, 'same', { is: 'edge' }, true],
  ],
  ['the end is exclusive', act({ at: at('05:00') }), known(), [true, 'same', { is: 'after', byMs: 0 }, false]],
  ['not approved', act(), known({ approved: false }), [true, 'same', { is: 'inside' }, false]],
  ['no planned time', act(), known({ from: undefined, until: undefined }), [true, 'same', { is: 'no-window' }, true]],
]

for (const [name, one, other, expected] of CASES) {
  test(`ticket: ${name}`, () => {
    const [match] = matchTickets(one, [other])
    assert.deepEqual(match && [match.isNamed, match.device, match.window, permits(match)], expected)
  })
}

test('a ticket that permits comes before one that is only named', () => {
  const permitting: Ticket = { fact: ticket('CHG0009'), subjects: ['edge-rtr-07'], unknownNames: [] }
  const found = matchTickets(act(), [known({ approved: false }), permitting])
  assert.deepEqual(
    found.map((match) => match.ticket.fact.number),
    ['CHG0009', 'CHG0001234'],
  )
})
