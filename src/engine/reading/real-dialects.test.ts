import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { dialects } from '../../dialects/registry.generated.ts'
import type { Fact } from '../../facts/fact.ts'
import { source } from '../../sources/files/index.ts'
import { readBytes } from './_testing/read-bytes.ts'
import { readInputs } from './read-inputs.ts'

const iosLine =
  '<189>77: edge-rtr-07: Nov 13 2026 03:12:07 UTC: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1 logged command:monitor session 4 type erspan-source'
const quietLine =
  '<189>76: edge-rtr-07: Nov 13 2026 03:11:07 UTC: %LINK-3-UPDOWN: Interface GigabitEthernet0/0/1, changed state to up'
const accounting =
  '2026-11-13 03:12:09 +0000\t192.0.2.7\tnetops-1\ttty2\t198.51.100.23\tstop\ttask_id=1\tservice=shell\tpriv-lvl=15\tcmd=monitor session 4 type erspan-source <cr>'
const config =
  'version 17.9\nhostname edge-rtr-07\n!\nmonitor session 1 source interface Gi1/0/1\nmonitor session 1 destination interface Gi1/0/9\n!\nend\n'
const event =
  '{"eventVersion":"1.09","eventTime":"2026-11-13T03:12:07Z","eventSource":"ec2.amazonaws.com","eventName":"DeleteTrafficMirrorSession","awsRegion":"eu-central-1","eventID":"0f2c","recipientAccountId":"111122223333","userIdentity":{"accountId":"111122223333"},"requestParameters":{"DeleteTrafficMirrorSessionRequest":{"TrafficMirrorSessionId":"tms-0a"}}}'

function kinds(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.map(({ kind, dialect }) => `${dialect} ${kind}`))].sort()
}

describe('the real dialects', () => {
  it('share a log line by line', async () => {
    const { input, facts } = await readBytes([quietLine, iosLine, accounting, ''].join('\n'), { dialects })

    assert.deepEqual(input.dialects, { 'cisco-ios': 1, 'tac-plus': 1 })
    assert.deepEqual(input.counts, { modelled: 2, irrelevant: 0, unsupported: 0, unrecognised: 0, 'not-selected': 1 })
    assert.deepEqual(kinds(facts), ['cisco-ios fragment', 'cisco-ios seen', 'tac-plus fragment', 'tac-plus seen'])
  })

  it('read a configuration and an audit trail by their content', async () => {
    const ios = await readBytes(config, { dialects })
    const aws = await readBytes(`{"Records":[${event}]}`, { dialects })

    assert.deepEqual([ios.input.framing, Object.keys(ios.input.dialects)], ['documents', ['cisco-ios']])
    assert.ok(kinds(ios.facts).includes('cisco-ios snapshot'))
    assert.deepEqual([aws.input.framing, Object.keys(aws.input.dialects)], ['json', ['aws-cloudtrail']])
    assert.ok(kinds(aws.facts).includes('aws-cloudtrail change'))
  })
})

const corpus = process.env['TAPWARDEN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus')
const skip = existsSync(corpus) ? false : `no corpus at ${corpus}`

describe('the corpus', { skip }, () => {
  it('is read whole: counts add up, no dialect fails, no needle lets a fact escape', async () => {
    const summary = await readInputs({
      inputs: source.inputs(corpus, (failure) => assert.fail(failure.message)),
      dialects,
      realm: '',
      reference: '2026-11-14T00:00:00.000Z',
      coverage: 'sampled',
      onFacts: () => undefined,
    })

    const bugs = summary.inputs.flatMap(({ notes }) =>
      notes.filter(({ code }) => code === 'reading/dialect-failed' || code === 'reading/escape'),
    )
    assert.ok(summary.inputs.length > 0)
    assert.deepEqual(bugs, [])
    assert.equal(summary.escapes, 0)
    for (const { path, units, counts } of summary.inputs) {
      assert.equal(
        Object.values(counts).reduce((sum, units) => sum + units, 0),
        units,
        path,
      )
    }
  })
})
