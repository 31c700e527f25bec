/** Whatever a line holds, reading it never throws, takes bounded time, and gives facts that keep to their schema. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { Fact } from '../../facts/fact.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

const word = fc.oneof(
  fc.constantFrom(
    'May  3 13:55:35', '2026-05-03 13:55:35 +0000', '<134>1 2026-05-03T13:55:35Z a b - - -', 'tac_plus[1]: ', 'ACCT-STOP',
    '192.0.2.7', '2001:db8::7', 'netops-1', 'tty2', 'start', 'stop', 'update', 'shell', 'unknown', 'task_id=1', 'timezone=CET',
    'start_time=1777816535', 'start_time=9e999', 'stop_time=-1', 'elapsed_time=1e300', 'cmd=monitor session 1 <cr>', 'cmd="monitor',
    'cmd-arg=session', 'NAS_IP=192.0.2.7', 'User=x', 'Flags=Stop', 'result=failed', '(FAILURE)', '#011',
    'permit', 'deny', 'shell login succeeded', 'enable 15 failed', 'sys_acct', 'event=sys_acct', 'reason=reconfigure', 'service=system',
    "login query for 'x' port tty2 from 192.0.2.7 accepted", "enable query for '", "' tty2 from a rejected", "login failure: user=", ' device=a ip=b port=c client=d',
    "authorization user=x cmd='", "monitor session 1' client=a device=b result=rejected", "192.0.2.7 shell login for 'x' from b on c denied", '<cr>', '"', '\\',
  ), // biome-ignore format: a table
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const anyLine = fc
  .tuple(fc.constantFrom('\t', '    ', '|', ' '), fc.array(word, { maxLength: 14 }))
  .map(([separator, words]) => words.join(separator))

const nearRecord = fc
  .tuple(fc.constantFrom('\t', '    ', '|'), fc.array(word, { maxLength: 8 }))
  .map(([separator, words]) =>
    ['2026-05-03 13:55:35', '192.0.2.7', 'netops-1', 'tty2', '198.51.100.23', 'stop', ...words].join(separator),
  )

test('lines of any content', () => {
  fc.assert(
    fc.property(fc.oneof(anyLine, nearRecord, fc.string({ unit: 'binary' })), (text) => {
      const line = { text, place: { path: 'accounting.log', line: 1 } }

      const reading = dialect.line?.read(line, context)
      dialect.line?.hear(line, context)

      for (const fact of reading?.facts ?? []) {
        assert.deepEqual(Fact.parse(fact), fact)
        assert.ok(fact.excerpt.length <= 400)
      }
      assert.equal((reading?.facts.length ?? 0) > 0, reading?.outcome === 'modelled')
      const selected = dialect.line?.needles.some((needle) => text.toLowerCase().includes(needle)) === true
      assert.ok(selected || reading?.outcome !== 'modelled', 'a needle selects it')
    }),
    { numRuns: 3000 },
  )
})

test('megabyte lines take no time', () => {
  for (const unit of [
    '\t',
    ' ',
    '    ',
    '|',
    '"',
    'cmd=',
    ' cmd="',
    '://',
    'May  3 13:55:35 ',
    '#011',
    'key ',
    '$1$',
    "' port a from b accepted",
    "cmd='a' client=b device=c result=",
    'login ',
    "enable 1 for '",
    ' device=a',
  ]) {
    const text = `2026-05-03 13:55:35\t192.0.2.7\tnetops-1\ttty2\tx\tstop\tcmd=monitor ${unit.repeat(1_000_000 / unit.length)}`
    const startedAt = cpuTimeMs()

    dialect.line?.read({ text, place: { path: 'accounting.log' } }, context)
    for (const head of ['', "login query for '", "authorization user=x cmd='", 'login failure: user=', '192.0.2.7 '])
      dialect.line?.read(
        { text: head + unit.repeat(1_000_000 / unit.length), place: { path: 'accounting.log' } },
        context,
      )

    assert.ok(cpuTimeMs() - startedAt < 1000, unit)
  }
})

test('redaction of any text is stable and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyLine,
        fc.string(),
        fc.string({ unit: fc.constantFrom('key', '=', '"', ' ', 'secret', '://', '@', '$1$') }),
      ),
      (text) => {
        const once = dialect.redact(text)

        assert.equal(dialect.redact(once), once)
      },
    ),
    { numRuns: 3000 },
  )
})
