/** Any bytes: no throw, bounded time, and what is written back reads the same. */
import { test } from 'node:test'
import fc from 'fast-check'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { assertReadsBack } from '../_cisco-configuration/_testing/written-sessions.ts'
import { readConfigText } from '../_cisco-configuration/text/config-text.ts'
import { assertReadsAnyText, caseInputs, testHostileTexts } from '../_testing/any-text.ts'
import { readMirrors } from './config/sessions.ts'
import { textRules } from './config/text-rules.ts'
import { writeMonitorSession } from './grammar/write-session.ts'
import { dialect } from './index.ts'

const casesFolder = new URL('./cases/', import.meta.url)

test('any text is read without a throw, and facts are facts', () => {
  assertReadsAnyText(dialect, caseInputs(casesFolder))
})

const many = (line: (index: number) => string) => Array.from({ length: 20_000 }, (_, index) => line(index)).join('\n')

const hostile: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(1_000_000),
  digits: '1'.repeat(1_000_000),
  commas: 'monitor session A source Ethernet1 ,'.padEnd(1_000_000, ' ,'),
  ranges: `monitor session A source Ethernet${'1-9/'.repeat(200_000)}`,
  colons: 'a:'.repeat(500_000),
  stamps: `${'Nov 14 03:12:07 '.repeat(60_000)}%ACCOUNTING-6-CMD: a b c stop cmd=monitor session 1`,
  percents: '%ACCOUNTING-6-'.repeat(100_000),
  brackets: `Nov 14 03:12:07 leaf-1 Aaa: %AAA-5-LOGIN: user ${'[from: '.repeat(100_000)}`,
  keys: 'radius-server key '.repeat(55_000),
  authentications: '-cvauth=key,'.repeat(80_000),
  pagers: '--More--\r'.repeat(110_000),
  banners: 'banner login\nEOF\n'.repeat(55_000),
  options: `bash tcpdump ${'-i et1 '.repeat(140_000)}`,
  scripts: `event-handler X\n action bash ${'monitor session A source Ethernet1\\n'.repeat(25_000)}`,
  sources: many((index) => `monitor session A source Ethernet${index % 4000} ip access-group L${index % 7}`),
  names: many(
    (index) => `monitor session S${index} source Ethernet1 ip access-group L${index}\nip access-list L${index}`,
  ),
  patches: `patch panel\n patch A\n${'  connector 1 interface Ethernet1\n'.repeat(30_000)}`,
  candidates: many((index) => `configure session S${index}\nmonitor session A source Ethernet1`),
}

testHostileTexts(dialect, hostile, (text) => {
  dialect.commands?.interpret(text.split('\n').map((line, index) => ({ factId: `${index}`, text: line })))
})

const port = fc.oneof(
  fc.integer({ min: 1, max: 48 }).map((number) => `Ethernet${number}`),
  fc.integer({ min: 1, max: 8 }).map((number) => `Ethernet5/${number}`),
  fc.integer({ min: 1, max: 48 }).map((number) => `Port-Channel${number}`),
)
const direction = fc.constantFrom('rx', 'tx', 'both')
const ports = fc.uniqueArray(fc.record({ interface: port, direction }), {
  selector: (source) => source.interface,
  minLength: 1,
  maxLength: 4,
})
const filter = fc.constantFrom('ip WEB', 'ip WEB; ipv6 WEB6', 'mac ALL')
const address = fc.constantFrom('198.51.100.9', '203.0.113.66', '2001:db8::9')
const name = fc.constantFrom('TAP', '7', 'source', 'CPU')

/** Sessions of every kind that a configuration can hold. */
const session: fc.Arbitrary<MirrorSession> = fc.oneof(
  fc.record({
    name,
    kind: fc.constant('local'),
    sources: ports,
    destinations: fc
      .uniqueArray(fc.oneof(port, fc.constant('Cpu')), { minLength: 1, maxLength: 3 })
      .map((ends) => ends.map((end) => ({ interface: end }))),
    enabled: fc.constant(true),
    filter,
  }),
  fc.record({
    name,
    kind: fc.constant('encapsulated'),
    sources: ports,
    destinations: address.map((ip) => [{ ip, encapsulation: 'gre' }]),
    enabled: fc.constant(true),
    details: fc.constant({ originIp: '192.0.2.1', vrf: 'MGMT', truncateBytes: 160, headerType: 'protocol 0x88be' }),
  }),
  fc.record({
    name,
    kind: fc.constant('encapsulated'),
    sources: fc.constant([]),
    destinations: address.map((ip) => [{ ip, encapsulation: 'gre' }]),
    enabled: fc.constant(true),
    details: fc.constant({ impliedSource: 'packets that forwarding drops', originIp: '192.0.2.1' }),
  }),
)

test('a session written as commands reads back as the same session, from a configuration and as typed', () => {
  assertReadsBack(dialect, session, {
    write: writeMonitorSession,
    readConfigured: (text) => readMirrors(readConfigText(text, textRules).commands).sessions[0]?.session,
  })
})
