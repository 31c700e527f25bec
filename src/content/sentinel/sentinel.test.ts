/** Everything the target writes, over what all dialects and detections offer. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { detections, dialects, guides } from '../../app/plug-ins.ts'
import type { LogRecord } from '../../facts/log-content/log-record.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import { define } from '../_definition/define.ts'
import { evaluateKusto } from '../_kusto/evaluate.ts'
import { parseKusto } from '../_kusto/parse.ts'
import type { JsonRow } from '../_kusto/run-query.ts'
import { toMnemonicRow } from '../_tables/rows/syslog-rows.ts'
import { SENTINEL_SCHEMA } from '../_tables/schema.ts'
import { toRows } from '../_tables/to-rows.ts'
import type { ContentFile } from '../contract.ts'
import { type CheckedExample, checkSentinel, type SentinelProblem } from './check.ts'
import { target } from './index.ts'

const definitions = define({ detections, dialects, guides })
const build = (inventory: Inventory) => target.build({ definitions, exercises: [], inventory })
const files = build(EMPTY_INVENTORY)
const NOW = '2026-11-14T04:30:00.000Z'

interface Example extends CheckedExample {
  readonly setup: string | undefined
}
const examples: readonly Example[] = dialects.flatMap(({ content }) =>
  (content?.examples ?? []).flatMap(({ name, acts, source: id, text, setup }) => {
    const source = content?.sources.find((one) => one.id === id)
    if (source === undefined) return []
    const value = source.form === 'json' ? JSON.parse(text) : undefined
    const record: LogRecord = { source, text, value, at: '2026-11-14T03:30:00.000Z', place: { path: name } }
    return [{ name, acts, record, setup }]
  }),
)

const list = (problems: readonly SentinelProblem[]): readonly string[] =>
  problems.map(({ path, code, message }) => `${code} ${path}: ${message}`)

const fileNamed = (key: string, from = files): ContentFile =>
  from.find(({ path }) => path.endsWith(`/${key}.yaml`)) ?? assert.fail(`no file ${key}`)

/** Checks one rule alone, after somebody has broken it. */
function broken(key: string, from: string, to: string): readonly string[] {
  const file = fileNamed(key)
  assert.ok(file.text.includes(from), `${key} has no ${from}`)
  return list(checkSentinel([{ ...file, text: file.text.replaceAll(from, to) }], { definitions, examples }))
}

function run(key: string, tables: Record<string, readonly JsonRow[]>, more: { files?: readonly ContentFile[] } = {}) {
  const query = parseKusto(parse(fileNamed(key, more.files).text).query, SENTINEL_SCHEMA)
  const watchlist = more.files?.find(({ kind }) => kind === 'watchlist')
  const watchlists = watchlist === undefined ? {} : { tapwarden_approvals: readCsv(watchlist.text) }
  const answer = evaluateKusto(query, { now: NOW, tables, watchlists })
  return 'problem' in answer ? assert.fail(answer.problem.message) : answer.rows
}

/** The watchlists of these tests have no cell with a comma. */
function readCsv(text: string): readonly JsonRow[] {
  const [names = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])))
}

const rowsOf = (name: string): readonly JsonRow[] =>
  examples.filter((example) => example.name === name).flatMap(({ record }) => toRows(record).map(({ row }) => row))

describe('rules and hunts', () => {
  it('have their shape, bind, and find the example records that they ask for and no others', () => {
    assert.deepEqual(list(checkSentinel(files, { definitions, examples })), [])
  })

  it('carry severity, confidence, tables, false positives, tuning, references and related detections', () => {
    for (const { path, text } of files.filter(({ kind }) => kind === 'rule')) {
      assert.match(text, /severity: High/, path)
      assert.match(text, /Confidence: Confidence/, path)
      for (const title of [
        'Required tables',
        'Data sources',
        'False positives',
        'Tuning',
        'References',
        'Related detections',
      ])
        assert.ok(text.includes(`# ${title}:`), `${path} has no ${title}`)
    }
  })

  it('have ids of their own, which do not change', () => {
    const ids = files.flatMap(({ text, kind }) => (kind === 'watchlist' ? [] : [parse(text).id]))

    assert.equal(new Set(ids).size, ids.length)
    assert.equal(
      parse(fileNamed('session-not-approved-aws-cloud-trail').text).id,
      '5f9a2bf4-c30c-8bd2-a57c-5a424580d20b',
    )
  })
})

describe('a rule that is broken on purpose', () => {
  it('by a column that does not exist is an error', () => {
    const problems = broken('session-not-approved-aws-cloud-trail', 'EventName in~', 'EventNames in~')

    assert.match(problems.join('\n'), /error .*The name 'EventNames' does not refer to any known column/)
  })

  it('by a column that is never populated is a dead column', () => {
    const problems = broken('session-not-approved-azure-activity', 'OperationNameValue', 'OperationName')

    assert.match(
      problems.join('\n'),
      /dead-column .*AzureActivity.OperationName holds nothing: replaced by OperationNameValue/,
    )
  })

  it('by the wrong table is an error', () => {
    const problems = broken('session-not-approved-aws-cloud-trail', 'AWSCloudTrail\n', 'AzureActivity\n')

    assert.match(problems.join('\n'), /error .*'EventSource' does not refer/)
  })

  it('by the right columns of the wrong table misses what it asks for', () => {
    const problems = broken(
      'session-not-approved-syslog-junos',
      'let Acts = Syslog',
      'let Acts = (Syslog | where false)',
    )

    assert.match(problems.join('\n'), /missed session-not-approved: junos-syslog in Syslog/)
  })

  it('by reads that count fires on harmless records', () => {
    const problems = broken(
      'session-not-approved-aws-cloud-trail',
      '"CreateTrafficMirrorSession", ',
      '"CreateTrafficMirrorSession", "DescribeTrafficMirrorSessions", ',
    )

    assert.match(problems.join('\n'), /false-hit .*it fires on/)
  })

  it('by a name that somebody invented misses', () => {
    const problems = broken(
      'session-repointed-aws-cloud-trail',
      '"ModifyTrafficMirrorSession"',
      '"ModifyTrafficMirrorTarget"',
    )

    assert.match(problems.join('\n'), /missed session-repointed: aws-cloudtrail/)
  })
})

describe('one row for each set-up', () => {
  const setups = [
    ...Map.groupBy(
      examples.filter(({ setup }) => setup !== undefined),
      ({ setup }) => setup,
    ),
  ]
  const text = (row: unknown): string => String(row)

  for (const [setup, members] of setups) {
    it(`${text(setup)}: its ${members.length} records are one alert`, () => {
      const hunts = definitions.filter(({ acts }) =>
        members.some((member) => member.acts.some((act) => acts.includes(act))),
      )

      for (const { id } of hunts) {
        const table = toRows(members[0]?.record ?? assert.fail())[0]?.table ?? ''
        const rows = members.flatMap(({ record }) => toRows(record).filter((row) => row.table === table))
        assert.equal(run(`${id}-all-tables`, { [table]: rows.map(({ row }) => row) }).length, 1, id)
      }
    })
  }
})

describe('Azure', () => {
  const row = (OperationNameValue: string, ActivityStatusValue: string, CorrelationId = 'c-1'): JsonRow => ({
    TimeGenerated: '2026-11-14T03:30:00Z',
    OperationNameValue,
    ActivityStatusValue,
    CorrelationId,
    Caller: 'netops-1@example.com',
    _ResourceId: '/subscriptions/s/nic-1',
  })
  const upper = 'MICROSOFT.NETWORK/NETWORKINTERFACES/TAPCONFIGURATIONS/WRITE'
  const mixed = 'Microsoft.Network/networkInterfaces/tapConfigurations/write'

  it('is read in either case, with one row for each correlation id', () => {
    const AzureActivity = [
      row(upper, 'Start'),
      row(upper, 'Accept'),
      row(upper, 'Success'),
      row(mixed, 'Success', 'c-2'),
    ]

    const rows = run('session-not-approved-azure-activity', { AzureActivity })

    assert.deepEqual(
      rows.map(({ SetUp, Records }) => [SetUp, Records]),
      [
        ['c-1', 3],
        ['c-2', 1],
      ],
    )
  })

  it('does not count as set up what began and failed', () => {
    assert.deepEqual(
      run('session-not-approved-azure-activity', { AzureActivity: [row(upper, 'Start'), row(upper, 'Failure')] }),
      [],
    )
  })
})

describe('lines whose mnemonic became the name of a process', () => {
  it('are found like the others', () => {
    const wanted = examples.filter(
      ({ acts, record }) =>
        record.source.id === 'cisco-ios-syslog' && acts.includes('session-set') && /%PARSER/.test(record.text),
    )
    assert.ok(wanted.length > 5)
    for (const { name, record } of wanted) {
      const row = toMnemonicRow(record) ?? assert.fail(name)
      assert.equal(run('session-not-approved-syslog-cisco-ios', { Syslog: [row] }).length, 1, name)
    }
  })
})

describe('the combined query', () => {
  it('lists all tables, newest first, of the last day', () => {
    const tables = {
      AWSCloudTrail: rowsOf('a session is created'),
      Syslog: [{ TimeGenerated: '2026-11-14T04:00:00Z', HostName: 'edge-rtr-07', SyslogMessage: LOGGED }],
    }

    const rows = run('session-not-approved-all-tables', tables)

    assert.deepEqual(
      rows.map(({ Log }) => Log),
      ['Syslog', 'AWSCloudTrail'],
    )
    const late = { Syslog: [{ ...tables.Syslog[0], TimeGenerated: '2026-11-12T04:00:00Z' }] }
    assert.deepEqual(run('session-not-approved-all-tables', late), [])
  })
})

const LOGGED = '%PARSER-5-CFGLOG_LOGGEDCMD: User:netops-3  logged command:monitor session 4 type erspan-source'

describe('acts close to others', () => {
  it('are told when the others are there, within the time', () => {
    const acts = rowsOf('a trail is stopped')
    const near = rowsOf('a session is created')

    const both = run('logging-impaired-around-change-aws-cloud-trail-near', { AWSCloudTrail: [...acts, ...near] })

    assert.equal(both.length, 1)
    assert.deepEqual(run('logging-impaired-around-change-aws-cloud-trail-near', { AWSCloudTrail: acts }), [])
    const late = near.map((row) => ({ ...row, TimeGenerated: '2026-11-14T04:20:00Z' }))
    assert.deepEqual(
      run('logging-impaired-around-change-aws-cloud-trail-near', { AWSCloudTrail: [...acts, ...late] }),
      [],
    )
  })
})

describe('the watchlist', () => {
  const approving = (yaml: string): readonly ContentFile[] =>
    build(parseInventory([{ path: 'approvals.yaml', text: yaml }]))
  const AWSCloudTrail = rowsOf('a session is created')
  const rule = 'session-not-approved-aws-cloud-trail'
  const approval = (more: string): string =>
    `accounts:\n  - { id: "111122223333", provider: aws }\napprovals:\n  - { id: APR-1, scope: { account: "111122223333" }, purpose: ids-ndr, owner: soc, ${more} }\n`

  it('leaves out what it approves, by account and target', () => {
    const approved = approving(approval('destinations: [{ resource: tmt-0a1b2c3d4e5f60718 }]'))

    assert.equal(run(rule, { AWSCloudTrail }).length, 1)
    assert.deepEqual(run(rule, { AWSCloudTrail }, { files: approved }), [])
  })

  it('leaves out nothing that goes elsewhere, is of another account, or is out of time', () => {
    const elsewhere = approving(approval('destinations: [{ resource: tmt-0a1b2c3d4e5f6071 }]'))
    const ended = approving(approval('validUntil: 2026-11-01'))
    const other = approving(approval('').replaceAll('111122223333', '444455556666'))

    for (const set of [elsewhere, ended, other]) assert.equal(run(rule, { AWSCloudTrail }, { files: set }).length, 1)
  })

  it('has no row for what nobody reviewed, and says so', () => {
    const inventory = parseInventory([{ path: 'approvals.yaml', text: approval('reviewed: false') }])
    const limits = target.limits({ definitions: [], exercises: [], inventory })

    assert.deepEqual(limits, [
      { behaviour: 'approvals', source: 'APR-1', because: 'nobody has reviewed it, so it approves nothing' },
    ])
  })
})
