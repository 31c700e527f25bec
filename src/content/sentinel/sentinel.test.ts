/** Everything the target writes, over what all dialects and detections offer. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { parse } from 'yaml'
import { detections, dialects, guides } from '../../app/plug-ins.ts'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { define } from '../_definition/define.ts'
import type { ContentFile } from '../contract.ts'
import { type CheckedExample, checkSentinel, type SentinelProblem } from './check.ts'
import { target } from './index.ts'

const definitions = define({ detections, dialects, guides })
const inputs = { definitions, exercises: [], inventory: EMPTY_INVENTORY }
const examples: readonly CheckedExample[] = dialects.flatMap(({ content }) =>
  (content?.examples ?? []).flatMap(({ name, acts, source: id, text }) => {
    const source = content?.sources.find((one) => one.id === id)
    if (source === undefined) return []
    const value = source.form === 'json' ? JSON.parse(text) : undefined
    const record: LogRecord = { source, text, value, at: '2026-11-14T03:30:00.000Z', place: { path: name } }
    return [{ name, acts, record }]
  }),
)

const list = (problems: readonly SentinelProblem[]): readonly string[] =>
  problems.map(({ path, code, message }) => `${code} ${path}: ${message}`)

describe('rules and hunts', () => {
  let files: readonly ContentFile[] = []
  before(() => {
    files = target.build(inputs)
  })

  it('have their shape, bind, and find the example records that they ask for and no others', () => {
    assert.deepEqual(list(checkSentinel(files, { definitions, examples })), [])
  })
})
