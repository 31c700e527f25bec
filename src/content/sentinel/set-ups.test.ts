/** What rules make of several records: set-ups, failures, acts that are near, approvals. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseInventory } from '../../inventory/parse-inventory.ts'
import type { JsonRow } from '../_kusto/run-query.ts'
import { toMnemonicRow } from '../_tables/rows/syslog-rows.ts'
import { toRows } from '../_tables/to-rows.ts'
import type { ContentFile } from '../contract.ts'
import { build, definitions, examples, rowsOf, run } from './_testing/content.ts'
import { target } from './index.ts'

describe('one row for each set-up', () => {
  const ofSetups = examples.filter(({ setup, acts }) => setup !== undefined && acts.length > 0)
  const setups = Map.groupBy(ofSetups, ({ setup, record }) => `${setup} in ${record.source.id}`)

  for (const [setup, members] of setups) {
    // Agents name the sender of every line in the same way, whatever its header says.
    const rows = members.flatMap(({ record }) => toRows({ ...record, sender: 'device-1' }))
    const [table] = rows.map((row) => row.table)
    if (table === undefined) continue
    it(`${setup}: ${members.length} records are one alert`, () => {
      // The hunt for every act is no alert: of a TAP and its attachment it shows two operations, which nothing in Azure ties together.
      const asking = definitions.filter(
        ({ id, acts }) =>
          id !== 'traffic-duplication' && members.some((one) => one.acts.some((act) => acts.includes(act))),
      )
      assert.ok(asking.length > 0)
      for (const { id } of asking) {
        const own: readonly JsonRow[] = rows.filter((row) => row.table === table).map(({ row }) => row)
        assert.equal(run(`${id}-all-tables`, { [table]: own }).length, 1, id)
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
