/** Whatever a file holds, no format throws, every record ends once, and rows hold whole numbers in their bounds. */
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { flowFormat as aws } from '../aws-flow-logs/index.ts'
import { flowFormat as azure } from '../azure-flow-logs/index.ts'
import type { FlowFormat } from '../contract.ts'
import { flowFormat as gcp } from '../gcp-flow-logs/index.ts'
import { flowFormat as goflow2 } from '../goflow2/index.ts'
import { flowFormat as nfdump } from '../nfdump/index.ts'
import { flowFormat as suricata } from '../suricata/index.ts'
import { flowFormat as zeek } from '../zeek/index.ts'
import { jsonRecords, readRecords } from './_testing/read-flow-file.ts'
import { isObject } from './members.ts'
import { startsAsJson } from './sample-objects.ts'

const formats = [aws, azure, gcp, goflow2, nfdump, suricata, zeek]

/** Values that were found to be read as numbers, times, addresses and names, and everything else. */
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.double(),
    fc.bigInt(),
    fc.constantFrom(
      '192.0.2.1',
      '2001:db8::1',
      '::ffff:192.0.2.1',
      '999.0.0.1',
      'GRE',
      '47',
      '-1',
      '1e99',
      '9'.repeat(40),
    ),
    fc.constantFrom(
      '2026-11-14T03:12:07.1Z',
      '0000-00-00 00:00:00.000',
      'Tunnel::GRE',
      '__proto__',
      'x'.repeat(100_000),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value

/** The records of a format's cases, which a property then damages. */
function casesOf(format: FlowFormat): readonly (string | object)[] {
  const folder = new URL(`../${format.id}/cases/`, import.meta.url)
  return readdirSync(folder).flatMap((name) => {
    const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('input.')) ?? ''
    const text = readFileSync(new URL(`${name}/${input}`, folder), 'utf8')
    return startsAsJson(text) ? jsonRecords(text) : text.split('\n')
  })
}

/** One member, at any depth, becomes another value. */
function damage(value: unknown, path: number, replacement: unknown): unknown {
  if (typeof value !== 'object' || value === null || path % 7 === 0) return replacement
  const keys = Object.keys(value)
  const chosen = keys[path % Math.max(1, keys.length)]
  const changed = Object.entries(value).map(([key, member]) => [
    key,
    key === chosen ? damage(member, Math.floor(path / 2), replacement) : member,
  ])
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed)
}

for (const format of formats) {
  const records = casesOf(format)
  const objects = records.filter((record) => typeof record === 'object')
  const lines = records.filter((record) => typeof record === 'string')

  test(`${format.id}: any text is recognised as something or nothing`, () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constantFrom(...lines, '#fields\t', '{')),
        fc.string(),
        (a, b) => {
          const score = format.file?.recognise(`${a}${b}`) ?? 0

          return score >= 0 && score <= 1
        },
      ),
      { numRuns: 500 },
    )
  })

  if (lines.length > 0)
    test(`${format.id}: any lines behind real ones`, () => {
      const anyLine = fc.oneof(
        fc.string(),
        fc.constantFrom(...lines),
        fc.tuple(fc.constantFrom(...lines), fc.nat(), fc.string()).map(([line, at, text]) => {
          const place = at % (line.length + 1)
          return line.slice(0, place) + text + line.slice(place + 1)
        }),
        fc.constantFrom(',', '\t', ' ', 'a').map((character) => character.repeat(200_000)),
      )

      fc.assert(
        fc.property(fc.array(anyLine, { maxLength: 20 }), (some) => void readRecords(format, some)),
        { numRuns: 500 },
      )
    })

  if (objects.length > 0)
    test(`${format.id}: any value in place of any member`, () => {
      const anyRecord = fc.oneof(
        fc.dictionary(fc.string(), anyValue),
        fc
          .tuple(fc.constantFrom(...objects), fc.nat(), anyValue)
          .map(([object, path, value]) => damage(object, path, value)),
      )

      fc.assert(
        fc.property(fc.array(anyRecord, { maxLength: 5 }), (some) => {
          readRecords(format, some.filter(isObject))
        }),
        { numRuns: 1000 },
      )
    })
}
