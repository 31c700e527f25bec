import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { describe, it } from 'node:test'
import { observePaths } from '../../src/app/answers/content/conformance/observation.ts'
import { placeKey } from '../../src/app/answers/content/conformance/shown-acts.ts'
import { dialects } from '../../src/app/plug-ins.ts'
import { compileCondition } from '../../src/facts/log-content/match-condition.ts'
import type { RecordCondition } from '../../src/facts/log-content/record-condition.ts'

describe('records of audit trails that gave a fact, wrapped or renamed as they were', () => {
  for (const { id, json, content } of dialects) {
    if (json?.asWritten === undefined || content === undefined) continue
    it(`name their operation where ${id} says`, async () => {
      const paths = globSync(`src/dialects/${id}/cases/*/input.json*`)
      const { records, facts } = await observePaths({ name: id, paths, at: '2026-12-31' })
      const telling = new Set(facts.filter(({ kind }) => kind !== 'seen').flatMap(({ places }) => places.map(placeKey)))

      const nameless = records.filter((record) => {
        const present: RecordCondition = { field: record.source.fields.operation ?? '', present: true }
        return telling.has(placeKey(record.place)) && !compileCondition(present)(record)
      })

      assert.ok(telling.size > 10)
      assert.deepEqual(
        nameless.map(({ place }) => `${place.path}:${place.line}`),
        [],
      )
    })
  }
})
