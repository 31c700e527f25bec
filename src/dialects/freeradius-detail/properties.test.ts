/** Whatever a record holds, reading it never throws, takes bounded time, and gives facts that keep to their schema. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { testRecordProperties } from '../_aaa/_testing/record-properties.ts'
import { dialect } from './index.ts'

testRecordProperties(dialect, {
  heads: ['Sun May  3 13:55:35 2026', '2026-05-03 13:55:35 +0200', 'not a time', ''],
  words: [
    '\tUser-Name = "netops-1"', '\tNAS-IP-Address = 192.0.2.8', '\tNAS-Identifier = "acc-sw2"', '\tPacket-Type = Access-Accept',
    '\tPacket-Type = Access-Reject', '\tAcct-Status-Type = Start', '\tAcct-Authentic = Local', '\tAcct-Authentic := "Local"', '\tTimestamp = 1777816535',
    '\tTimestamp = 1e999', '\tAcct-Delay-Time = -5', '\tAcct-Delay-Time = x', '\tEvent-Timestamp = "May  3 2026 13:55:30 UTC"',
    '\tHP-Command-String = "mirror 1 port 24"', '\tHP-Command-String = "mirror', '\tAttr-26.11.2 = 0x6d6972726f72', '\tVendor-11-Attr-2 = "mirror"',
    '\tCisco-AVPair = "cmd=monitor session 1"', '\tCisco-AVPair = "shell:priv-lvl=15"', '\tHuawei-Exec-Privilege = 15', '\tService-Type = NAS-Prompt-User',
    '\tUser-Name = "$enab15$"', '\tNAS-Port-Id = "tty1"', '\tUser-Password = "x"', '\tX = "\\',
  ], // biome-ignore format: a table
  separators: ['\n', '\n\n'],
})

test('recognition of any text is a number from 0 to 1, quickly', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('\n', '\t', 'A', ' = ', '1', 'Timestamp = ') })),
      (text) => {
        const score = dialect.block?.recognise(text) ?? -1

        assert.ok(score >= 0 && score <= 1)
      },
    ),
  )
  for (const unit of ['\n', '\t', '\nA', '\n\n ', 'A = ', '\n\tA = b']) {
    const startedAt = cpuTimeMs()
    dialect.block?.recognise(unit.repeat(65_536))
    assert.ok(cpuTimeMs() - startedAt < 500, JSON.stringify(unit))
  }
})
