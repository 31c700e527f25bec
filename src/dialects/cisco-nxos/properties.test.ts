/** Any bytes: no throw, bounded time, and what is written back reads the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyEdits } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { assertReadsBack } from '../_cisco-configuration/_testing/written-sessions.ts'
import { readConfigText } from '../_cisco-configuration/text/config-text.ts'
import { assertReadsAnyText, caseInputs, testHostileTexts } from '../_testing/any-text.ts'
import { readMirrors } from './config/sessions.ts'
import { textRules } from './config/text-rules.ts'
import { writeSession } from './grammar/write-session.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)

test('any text is read without a throw, and facts are facts', () => {
  assertReadsAnyText(dialect, caseInputs(casesFolder))
})

const hostile: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(1_000_000),
  digits: '1'.repeat(1_000_000),
  commas: 'monitor session 1\n source interface Ethernet1/1 ,'.padEnd(1_000_000, ' ,'),
  semicolons: `configure terminal${' ; monitor session 1'.repeat(50_000)}`,
  colons: '2026 Nov 14 03:12:09 '.padEnd(1_000_000, 'a:'),
  stamps: `${'2026 Nov 14 03:12:07 '.repeat(45_000)}%AAA-6-AAA_ACCOUNTING_MESSAGE: update:a:b:monitor session 1`,
  accounts: `2026 Nov 14 03:12:09 x %AAA-6-AAA_ACCOUNTING_MESSAGE: update:${'1.1.1.1@:'.repeat(110_000)}`,
  records: `Sat Nov 14 03:12:16 2026:type=update:id=${':user='.repeat(160_000)}`,
  logins: `2026 Nov 14 03:12:09 x %AUTHPRIV-3-SYSTEM_MSG: ${'Accepted x for '.repeat(65_000)}`,
  keys: 'tacacs-server key '.repeat(55_000),
  backspaces: '\b'.repeat(1_000_000),
  banners: 'banner motd #\n#\n'.repeat(60_000),
  heads: 'monitor session 1\n source interface Ethernet1/1\n'.repeat(20_000),
  trunks: `${'interface Ethernet1/1\n switchport trunk allowed vlan 1-4094\n'.repeat(4_000)}monitor session 1\n source vlan 1-3967\n`,
  filters: 'ip access-list A\n 10 permit ip any any\nmonitor session 1\n filter access-group A\n'.repeat(12_000),
  policies: 'interface Ethernet1/1\n ip policy route-map A\nroute-map A permit 10\n set ip next-hop 192.0.2.1\n'.repeat(
    10_000,
  ),
  tcpdumps: `run bash tcpdump ${'-i x '.repeat(200_000)}`,
}

testHostileTexts(dialect, hostile)

const port = fc.integer({ min: 1, max: 48 }).map((number) => `Ethernet1/${number}`)
const direction = fc.constantFrom('rx', 'tx', 'both')
const ports = fc.uniqueArray(fc.record({ interface: port, direction }), {
  selector: (source) => source.interface,
  minLength: 1,
  maxLength: 4,
})
const vlans = fc.uniqueArray(fc.integer({ min: 1, max: 3967 }), { minLength: 1, maxLength: 5 })
const name = fc.integer({ min: 1, max: 48 }).map(String)
const words = { sources: ports, enabled: fc.boolean(), name }

/** Sessions of every kind that a configuration can hold. */
const session: fc.Arbitrary<MirrorSession> = fc.oneof(
  fc.record({
    ...words,
    kind: fc.constant('local'),
    destinations: fc.constantFrom(
      [{ interface: 'Ethernet2/48' }],
      [{ interface: 'sup-eth0' }],
      [{ interface: 'port-channel10' }],
    ),
    filter: fc.constantFrom('vlan 10,20-22', 'acl ONLY-DB', 'vlan 10; acl ONLY-DB'),
  }),
  fc.record({
    ...words,
    kind: fc.constant('local'),
    sources: vlans.map((list) => list.toSorted((a, b) => a - b).map((vlan) => ({ vlan, direction: 'rx' as const }))),
    destinations: port.map((end) => [{ interface: end }]),
    details: fc.constant({ description: 'SOC tap', truncateBytes: 320 }),
  }),
  fc.record({
    ...words,
    kind: fc.constant('local'),
    sources: fc.constant([
      { interface: 'forward-drops', direction: 'rx' as const },
      { interface: 'sup-eth0', direction: 'rx' as const },
      { interface: 'vsan 10', direction: 'both' as const },
    ]),
    destinations: port.map((end) => [{ interface: end }]),
  }),
  fc.record({
    ...words,
    kind: fc.constant('encapsulated'),
    destinations: fc.constantFrom('198.51.100.9', '2001:db8::9').map((ip) => [{ ip, encapsulation: 'erspan3' }]),
    details: fc.constant({ erspanId: 101, vrf: 'MGMT', headerType: '3' }),
  }),
  fc.record({
    ...words,
    kind: fc.constant('encapsulated'),
    role: fc.constant('destination'),
    sources: fc.constant([]),
    destinations: port.map((end) => [{ interface: end }]),
    details: fc.constant({ erspanId: 101, terminatesAt: '198.51.100.9' }),
  }),
)

test('a session written as commands reads back as the same session, from a configuration and as typed', () => {
  assertReadsBack(dialect, session, {
    write: writeSession,
    readConfigured: (text) => readMirrors(readConfigText(text, textRules).commands).sessions[0]?.session,
  })
})

test('a record with its block means what the same commands mean one after another', () => {
  fc.assert(
    fc.property(session, (drawn) => {
      const [head = '', ...body] = writeSession(structuredClone(drawn)).map((line) => line.trim())
      const records = body.map((line, index) => ({
        factId: String(index),
        text: `configure terminal ; ${head} ; ${line}`,
      }))

      const { changes = [] } = dialect.commands?.interpret(records) ?? {}
      const edited = applyEdits(
        undefined,
        changes.flatMap(({ edits }) => edits),
        drawn.name,
      )

      assert.deepEqual(edited?.session, structuredClone(drawn))
    }),
  )
})
