import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { CARRIERS, carrierCode } from '../../facts/carriers.data.ts'
import { networkContains, parseNetwork } from '../../kit/ip-network.ts'
import { addressText, addressWords } from '../_row/address-words.ts'
import { FlowRow } from '../_row/flow-row.ts'
import { SenderTable } from './sender-table.ts'
import { createWatch, NOT_WATCHED, WATCH_RULES_VERSION, WATCHED_CARRIER, WATCHED_SENDER } from './watch.ts'

const version = WATCH_RULES_VERSION

function rowFrom(source: string, members: Partial<FlowRow> = {}): FlowRow {
  const [sourceA, sourceB, sourceC, sourceD] = addressWords(source) ?? [0, 0, 0, 0]
  return Object.assign(new FlowRow(), { sourceA, sourceB, sourceC, sourceD, protocol: 6, ...members })
}

describe('the watch', () => {
  const watch = createWatch({ version, senders: ['192.0.2.9', '198.51.100.0/24', '2001:db8::/32', 'edge-rtr-07', ''] })
  const cases: readonly (readonly [string, FlowRow, number, string, string])[] = [
    ['TCP of nobody', rowFrom('203.0.113.1'), NOT_WATCHED, '', 'none'],
    ['TCP of a host', rowFrom('192.0.2.9'), WATCHED_SENDER, '', 'none'],
    ['TCP of its neighbour', rowFrom('192.0.2.8'), NOT_WATCHED, '', 'none'],
    ['TCP of a network', rowFrom('198.51.100.77'), WATCHED_SENDER, '', 'none'],
    ['TCP of an IPv6 network', rowFrom('2001:db8::77'), WATCHED_SENDER, '', 'none'],
    ['GRE of nobody', rowFrom('203.0.113.1', { protocol: 47 }), WATCHED_CARRIER, 'gre', 'protocol'],
    ['GRE of a sender', rowFrom('192.0.2.9', { protocol: 47 }), WATCHED_CARRIER, 'gre', 'protocol'],
    ['L2TPv3', rowFrom('203.0.113.1', { protocol: 115 }), WATCHED_CARRIER, 'l2tpv3', 'protocol'],
    ['IP in IP', rowFrom('203.0.113.1', { protocol: 4 }), WATCHED_CARRIER, 'ip-in-ip', 'protocol'],
    ['no protocol', rowFrom('203.0.113.1', { protocol: -1 }), NOT_WATCHED, '', 'none'],
    [
      'TCP to the port of VXLAN',
      rowFrom('203.0.113.1', { protocol: 6, destinationPort: 4789 }),
      NOT_WATCHED,
      '',
      'none',
    ],
    [
      'UDP to the port of TZSP',
      rowFrom('203.0.113.1', { protocol: 17, destinationPort: 37008 }),
      WATCHED_CARRIER,
      'tzsp',
      'port',
    ],
    [
      'UDP from the port of GENEVE',
      rowFrom('203.0.113.1', { protocol: 17, sourcePort: 6081 }),
      WATCHED_CARRIER,
      'geneve',
      'port',
    ],
    [
      'UDP to a flow collector',
      rowFrom('203.0.113.1', { protocol: 17, destinationPort: 2055 }),
      NOT_WATCHED,
      '',
      'none',
    ],
    [
      'TZSP by its header, on another port',
      rowFrom('203.0.113.1', { protocol: 17, destinationPort: 40000, carrier: carrierCode('tzsp') }),
      WATCHED_CARRIER,
      'tzsp',
      'header',
    ],
    [
      'header bytes before the protocol',
      rowFrom('203.0.113.1', { protocol: 47, carrier: carrierCode('erspan-2') }),
      WATCHED_CARRIER,
      'erspan-2',
      'header',
    ],
  ]
  for (const [what, row, judgement, carrier, basis] of cases) {
    test(`${what}: ${['not kept', 'kept for its sender', 'kept for its carrier'][judgement]}`, () => {
      assert.equal(watch.judge(row), judgement)
      assert.deepEqual([CARRIERS[watch.carrier]?.name, watch.basis], [carrier, basis])
    })
  }

  for (const { name, port } of CARRIERS.flatMap((carrier) => ('port' in carrier ? [carrier] : []))) {
    test(`UDP to ${port} may be ${name}`, () => {
      assert.equal(watch.judge(rowFrom('203.0.113.1', { protocol: 17, destinationPort: port })), WATCHED_CARRIER)
      assert.equal(CARRIERS[watch.carrier]?.name, name)
    })
  }
})

describe('the table of senders', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff })
  const ipv4 = fc.oneof(
    word,
    word.map((bits) => (0xc0000200 | (bits & 0xffff)) >>> 0),
  )
  const ipv6 = fc.tuple(fc.constantFrom(0x20010db8, 0), fc.constantFrom(0, 1), fc.constantFrom(0, 7), word)
  const address = fc.oneof(
    ipv4.map((bits) => addressText([0, 0, 0xffff, bits])),
    ipv6.map((words) => addressText(words)),
  )
  const sender = fc.tuple(address, fc.integer({ min: 0, max: 128 })).map(([text, length]) => {
    return `${text}/${text.includes(':') ? length : length % 33}`
  })

  test('answers as the networks themselves do, for any of them', () => {
    const probes = fc.array(address, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(sender, { maxLength: 60 }), probes, (senders, asked) => {
        const table = new SenderTable(senders)
        const networks = senders.flatMap((text) => parseNetwork(text) ?? [])
        // The edges of every network, which random addresses would never meet.
        const edges = networks.map(({ base }) => base)
        for (const text of [...asked, ...edges]) {
          const expected = networks.some((network) => networkContains(network, text))
          assert.equal(table.hasSource(rowFrom(text)), expected, `${text} in ${senders.join(' ')}`.slice(0, 200))
        }
      }),
    )
  })

  test('takes addresses whose words are signed', () => {
    const table = new SenderTable(['203.0.113.9', '2001:db8::ff00:1'])
    for (const text of ['203.0.113.9', '2001:db8::ff00:1']) {
      const [a, b, c, d] = addressWords(text) ?? [0, 0, 0, 0]
      assert.ok(table.hasSource(Object.assign(new FlowRow(), { sourceA: a, sourceB: b, sourceC: c, sourceD: d | 0 })))
    }
  })
})
