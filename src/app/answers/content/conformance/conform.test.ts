import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { definition, recordsOf, source } from '../_testing/cool-log.ts'
import { type ConformRequest, conform } from './conform.ts'
import { plainRules } from './plain-rules.ts'

/** By the plain meaning, unless a rule of another engine is given. */
async function compare(
  lines: readonly (readonly [text: string, scan: string])[],
  { rule, ...given }: Partial<ConformRequest> & { rule?: (text: string) => boolean } = {},
) {
  const shown = recordsOf(lines)
  const records = [...shown.keys()]
  const answer = await plainRules.answer({ definition, source, records })
  assert.ok(answer !== undefined && 'hits' in answer)
  const hits = rule === undefined ? answer.hits : new Set(records.filter(({ text }) => rule(text)))
  const request = { definition, source, records, hits, ...given }
  return conform({ ...request, shown: (record) => shown.get(record)! })
}

describe('a rule and scan', () => {
  it('agree where every set-up has an alert and no other record has one', async () => {
    const result = await compare([
      ['mirror set 1', 'set@one'],
      ['mirror set 1 again', 'set@one'],
      ['mirror set 2', 'set@two'],
      ['nothing', ''],
    ])

    assert.deepEqual(result, { setups: 2, equal: 2, alerts: 3, differences: [] })
  })

  it('agree on a set-up of which one of several records alerts', async () => {
    const lines = [
      ['mirror set 1', 'set@one'],
      ['mirror set 1 again', 'set@one'],
    ] as const

    const { differences } = await compare(lines, { rule: (text) => text.endsWith('again') })

    assert.deepEqual(differences, [])
  })

  it('count an act that belongs to no set-up by itself', async () => {
    const result = await compare([
      ['mirror set', 'set'],
      ['mirror set', 'set'],
    ])

    assert.equal(result.setups, 2)
  })
})

describe('a difference that nothing explains', () => {
  it('is a set-up without a signature', async () => {
    const { differences } = await compare([['another word', 'set@one']])

    assert.deepEqual(differences, [{ what: 'missed', place: 'edge.log:1', detail: 'no signature matches the record' }])
  })

  it('is a set-up that the signature knows and the rule does not', async () => {
    const { differences } = await compare([['mirror set 1', 'set@one']], { rule: () => false })

    assert.deepEqual(
      differences.map(({ because, detail }) => [because, detail]),
      [[undefined, 'the signature matches the record, the rule does not']],
    )
  })

  it('is an alert on a record in which scan reads something else', async () => {
    const { differences } = await compare([['mirror set off', 'removed@one']])

    assert.deepEqual(differences, [{ what: 'extra', place: 'edge.log:1', detail: 'scan reads session-removed in it' }])
  })

  it('is an alert that the definition does not mean', async () => {
    const { differences } = await compare([['show mirror', '']], { rule: () => true })

    assert.deepEqual(
      differences.map(({ because, detail }) => [because, detail]),
      [[undefined, 'the rule speaks of what no signature matches']],
    )
  })
})

describe('a difference that is explained', () => {
  const reasonsOf = (result: Awaited<ReturnType<typeof compare>>) => result.differences.map(({ because }) => because)

  it('is an act of which another record tells that it failed', async () => {
    const result = await compare([['mirror set 1', 'set@one#failed']], { rule: () => false })

    assert.deepEqual(reasonsOf(result), ['failed-in-the-end'])
  })

  it('is what never arrives as it was written', async () => {
    const result = await compare([['mirror set 1', 'set@one']], { rule: () => false, lost: () => 'cut' })

    assert.deepEqual(reasonsOf(result), ['lost-on-the-way'])
  })

  it('is an alert on what another log in the same place would mean by it', async () => {
    const beside = [{ acts: ['session-set'] as const, when: { field: 'message', contains: ['span'] } }]

    const result = await compare([['span 1', '']], { rule: () => true, beside })

    assert.deepEqual(reasonsOf(result), ['shared-table'])
  })

  it('is a set-up of which the log holds inner lines only', async () => {
    assert.deepEqual(reasonsOf(await compare([['ip address 203.0.113.66', '@one']])), ['needs-its-block'])
  })

  it('is an alert on a line whose meaning scan takes from its block', async () => {
    const result = await compare([
      ['mirror set 1', 'set@one'],
      ['mirror set on', '@one'],
    ])

    assert.deepEqual(reasonsOf(result), ['within-a-block'])
  })

  it('is a command that means it on another platform', async () => {
    assert.deepEqual(reasonsOf(await compare([['mirror set 1', 'elsewhere']])), ['platform-unknown'])
  })

  it('is what a signature says of itself that it misses', async () => {
    const operation = { field: 'message', contains: ['mirror'] }
    const when = { all: [operation, { field: 'message', contains: ['set'] }] }
    const clauses = [{ acts: ['session-set'] as const, when, cannotTell: ['a session that is set in another word'] }]

    const result = await compare(
      [
        ['mirror made', 'set@one'],
        ['span made', 'set@two'],
      ],
      { source: { ...source, clauses } },
    )

    assert.deepEqual(reasonsOf(result), ['cannot-tell', undefined])
  })

  it('is a record that scan notes to be incomplete', async () => {
    const result = await compare([
      ['mirror set', '!no id'],
      ['mirror', 'set!no time'],
    ])

    assert.deepEqual(
      result.differences.map(({ what, because, detail }) => [what, because, detail]),
      [
        ['missed', 'record-incomplete', 'no time'],
        ['extra', 'record-incomplete', 'no id'],
      ],
    )
  })

  it('is an act that scan does not read', async () => {
    assert.deepEqual(reasonsOf(await compare([['grant', '']])), ['not-read-by-scan'])
  })

  it('is one act of several that a record cannot tell apart', async () => {
    const clauses = [
      {
        ...source.clauses[0]!,
        acts: ['session-set', 'session-removed'] as const,
        cannotTell: ['whether it is switched on or off'],
      },
    ]
    const vague = { ...source, clauses }

    const { differences } = await compare([['mirror set off', 'removed@one']], { source: vague })

    assert.deepEqual(
      differences.map(({ because, detail }) => [because, detail]),
      [['cannot-tell', 'whether it is switched on or off']],
    )
  })
})
