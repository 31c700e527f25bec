import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCiscoMessage } from './cisco-header.ts'

const describe = (line: string) => {
  const read = readCiscoMessage(line)
  if (read === undefined) return undefined
  const { facility, severity, mnemonic, text, host, sequences, stamp, labels } = read
  const clock =
    stamp && `${stamp.written}${stamp.unsynchronised ? ' unsynchronised' : ''}${stamp.yearFirst ? ' year first' : ''}`
  return [`${facility} ${severity} ${mnemonic}`, text, host, sequences, clock, labels]
}

for (const [line, ...expected] of [
  ['%SYS-5-CONFIG_I: text', 'SYS 5 CONFIG_I', 'text', undefined, [], undefined, []],
  ['%SYS-SW1-5-CONFIG_I: text', 'SYS-SW1 5 CONFIG_I', 'text', undefined, [], undefined, []],
  ['%MGBL-SYS-5-CONFIG_I : text', 'MGBL-SYS 5 CONFIG_I', 'text', undefined, [], undefined, []],
  [
    '1: 2: Mar  7 2024 03:48:27.622 UTC: %A-1-B: c',
    'A 1 B',
    'c',
    undefined,
    [1, 2],
    'Mar  7 2024 03:48:27.622 UTC',
    [],
  ],
  ['1: sw1: 2: *Mar  7 03:48:27: %A-1-B: c', 'A 1 B', 'c', 'sw1', [1, 2], '*Mar  7 03:48:27 unsynchronised', []],
  ['sw1: 2024 Mar  7 03:48:27 CDT: %A-1-B: c', 'A 1 B', 'c', 'sw1', [], '2024 Mar  7 03:48:27 CDT year first', []],
  ['2024 Mar  7 03:48:27.1 sw1 %A-1-B: c', 'A 1 B', 'c', 'sw1', [], '2024 Mar  7 03:48:27.1 year first', []],
  [
    '2024 Mar 7 03:48:27 CDT sw1 %$ VDC-2 %$ %A-1-B: c',
    'A 1 B',
    'c',
    'sw1',
    [],
    '2024 Mar 7 03:48:27 CDT year first',
    [],
  ],
  ['17w5d: %A-1-B: c', 'A 1 B', 'c', undefined, [], '17w5d', []],
  ['.00:00:46: %A-1-B: c', 'A 1 B', 'c', undefined, [], '00:00:46 unsynchronised', []],
  ['Switch 1 R0/0: iosd: %A-1-B: c', 'A 1 B', 'c', undefined, [], undefined, ['Switch 1 R0/0', 'iosd']],
  [
    'RP/0/RP0/CPU0:Oct 19 13:40:06 : x[1]: %A-1-B : c',
    'A 1 B',
    'c',
    undefined,
    [],
    'Oct 19 13:40:06',
    ['RP/0/RP0/CPU0', 'x[1]'],
  ],
  ['%A-9-B: c'],
  ['no message'],
] as const) {
  test(`reads ${line}`, () => assert.deepEqual(describe(line), expected.length === 0 ? undefined : expected))
}

test('any text is read without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, after) => {
      readCiscoMessage(`${before}%SYS-5-CONFIG_I: ${after}`)
      readCiscoMessage(before)
    }),
  )
})
