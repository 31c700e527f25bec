/** Any bytes: no throw, bounded time, and what is written back reads the same. */
import { test } from 'node:test'
import fc from 'fast-check'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { assertReadsBack } from '../_cisco-configuration/_testing/written-sessions.ts'
import { readConfigText } from '../_cisco-configuration/text/config-text.ts'
import { assertReadsAnyText, caseInputs, testHostileTexts } from '../_testing/any-text.ts'
import { readMirrors } from './config/sessions.ts'
import { textRules } from './config/text-rules.ts'
import { writeSession } from './grammar/session/write-session.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)

test('any text is read without a throw, and facts are facts', () => {
  assertReadsAnyText(dialect, caseInputs(casesFolder))
})

const hostile: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(1_000_000),
  digits: '1'.repeat(1_000_000),
  commas: 'monitor session 1 source interface Gi1/0/1 ,'.padEnd(1_000_000, ' ,'),
  colons: 'a:'.repeat(500_000),
  stamps: `${'Nov 14 03:12:07 '.repeat(60_000)}%PARSER-5-CFGLOG_LOGGEDCMD: User:a  logged command:monitor session 1`,
  percents: '%PARSER-5-'.repeat(100_000),
  users: `%PARSER-5-CFGLOG_LOGGEDCMD: User:${' '.repeat(1_000_000)}`,
  keys: 'radius-server key '.repeat(55_000),
  dollars: '$9$'.repeat(330_000),
  backspaces: '\b'.repeat(1_000_000),
  pagers: '--More--\r'.repeat(110_000),
  banners: 'banner motd ^C\n^C\n'.repeat(55_000),
  profiles: 'ip traffic-export profile TAP\n interface Gi0/1\ninterface Gi0/0\n ip traffic-export apply TAP\n'.repeat(
    11_000,
  ),
  applets: 'event manager applet TAP\n action 1.0 cli command "monitor session 1 source interface Gi1/0/1"\n'.repeat(
    11_000,
  ),
  nested: 'action 1.0 cli command '.repeat(45_000),
  variables: `event manager applet TAP\n action 1.0 cli command "${'$a'.repeat(500_000)}"`,
  maps: 'vlan access-map TAP 10\n action forward capture\nvlan filter TAP vlan-list 10\n'.repeat(13_000),
  dos: 'do '.repeat(330_000),
  lists: 'access-list 101 permit ip any any\n'.repeat(30_000),
  routes: 'ip route 198.51.100.9 255.255.255.255 Tunnel10\n'.repeat(20_000),
  members: `bridge-domain 30\n${' member GigabitEthernet0/0/3 service-instance 20\n'.repeat(20_000)}`,
  heads: 'monitor session 1 type erspan-source\n source interface Gi1/0/1\n'.repeat(15_000),
}

testHostileTexts(dialect, hostile)

const port = fc.integer({ min: 1, max: 48 }).map((number) => `GigabitEthernet1/0/${number}`)
const direction = fc.constantFrom('rx', 'tx', 'both')
const ports = fc.uniqueArray(fc.record({ interface: port, direction }), {
  selector: (source) => source.interface,
  minLength: 1,
  maxLength: 4,
})
const vlans = fc.uniqueArray(fc.integer({ min: 2, max: 4094 }), { minLength: 1, maxLength: 5 })
const address = fc.constantFrom('198.51.100.9', '203.0.113.66', '2001:db8::9')
const name = fc.integer({ min: 1, max: 66 }).map(String)

/** Sessions of every kind that a configuration can hold. */
const session: fc.Arbitrary<MirrorSession> = fc.oneof(
  fc.record({
    name,
    kind: fc.constant('local'),
    sources: ports,
    destinations: port.map((end) => [{ interface: end, encapsulation: 'replicate' }]),
    enabled: fc.constant(true),
  }),
  fc.record({
    name,
    kind: fc.constant('remote-vlan'),
    sources: vlans.map((list) => list.toSorted((a, b) => a - b).map((vlan) => ({ vlan, direction: 'tx' as const }))),
    destinations: fc.constant([{ vlan: 901 }]),
    enabled: fc.constant(true),
    filter: fc.constant('vlan 10,20-22'),
  }),
  fc.record({
    name,
    kind: fc.constant('remote-vlan'),
    role: fc.constant('destination'),
    sources: fc.constant([{ vlan: 901, direction: 'both' as const }]),
    destinations: port.map((end) => [{ interface: end }]),
    enabled: fc.constant(true),
    details: fc.constant({ ingress: 'untagged vlan 30 learning' }),
  }),
  fc.record({
    name,
    kind: fc.constant('encapsulated'),
    sources: ports,
    destinations: address.map((ip) => [{ ip, encapsulation: 'erspan' }]),
    enabled: fc.boolean(),
    details: fc.constant({ description: 'SOC tap', erspanId: 101, mtu: 1464, originIp: '192.0.2.1', vrf: 'MGMT' }),
  }),
  fc.record({
    name,
    kind: fc.constant('encapsulated'),
    role: fc.constant('destination'),
    sources: fc.constant([]),
    destinations: port.map((end) => [{ interface: end }]),
    enabled: fc.boolean(),
    details: fc.constant({ erspanId: 101, terminatesAt: '198.51.100.9' }),
  }),
)

test('a session written as commands reads back as the same session, from a configuration and as typed', () => {
  assertReadsBack(dialect, session, {
    write: writeSession,
    readConfigured: (text) => readMirrors(readConfigText(text, textRules).commands).sessions[0]?.session,
  })
})
