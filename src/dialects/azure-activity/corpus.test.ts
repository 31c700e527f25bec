/** Real and hand-made records of other people, where the corpus is at hand: the known captures and nothing else become facts. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { isObject, type JsonObject } from '../_audit-records/fields.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const folder = join(
  resolve(process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')),
  'cloud',
)
const skip = existsSync(folder) ? false : `no corpus at ${folder}`
const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }

/** File → what its records must become: namespace, id, outcome. Files not named are of other clouds and give nothing. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'panther-azure_network_packet_capture.jsonl': [
    'gateway-packet-capture networkwatchers/networkwatcher_eastus accepted',
    'gateway-packet-capture networkwatchers/networkwatcher_westeurope/vpnconnections/vpn-connection-01 accepted',
    'packet-capture networkwatcher_centralus/capture-01 accepted',
  ],
}

test('records of the corpus become exactly the known facts', { skip }, () => {
  for (const file of readdirSync(folder)) {
    const found = records(readFileSync(join(folder, file), 'utf8')).flatMap(factsOf)

    assert.deepEqual(found, EXPECTED[file] ?? [], file)
  }
})

function records(text: string): JsonObject[] {
  const values: unknown = text.startsWith('[')
    ? JSON.parse(text)
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
  return Array.isArray(values) ? values.filter(isObject) : []
}

function factsOf(value: JsonObject): string[] {
  const facts = dialect.json?.read({ value, place: { path: 'x' } }, context)?.facts ?? []
  return facts.map((fact) =>
    fact.kind === 'change' ? `${fact.address.namespace} ${fact.address.id} ${fact.outcome}` : fact.kind,
  )
}
