/** What a run of entries leaves of a policy or rule, by the edits that they make. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, type EditedSession } from '../../facts/apply-edits.ts'
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { ReadContext } from '../contract.ts'
import { dialect } from './index.ts'

const context: ReadContext = { realm: 'default', trust: 'authenticated', reference: '2026-11-20T00:00:00.000Z' }
const region = 'projects/acme-prod/regions/r'

function entry(method: string, request: object, resourceName = `${region}/packetMirrorings/ids`) {
  return {
    timestamp: '2026-11-14T03:12:07Z',
    resource: { labels: { project_id: 'acme-prod' } },
    protoPayload: { serviceName: 'compute.googleapis.com', methodName: `v1.compute.${method}`, resourceName, request },
  }
}

const subnet = (name: string) => ({ url: `https://www.googleapis.com/compute/v1/${region}/subnetworks/${name}` })
const insert = entry('packetMirrorings.insert', {
  collectorIlb: { url: `${region}/forwardingRules/ids-ilb` },
  mirroredResources: { subnetworks: [subnet('web'), subnet('db')], tags: ['pay'] },
  filter: { direction: 'INGRESS', cidrRanges: ['192.0.2.0/24'], IPProtocols: ['tcp'] },
})
const patch = (request: object) => entry('packetMirrorings.patch', request)

function fold(...entries: readonly Readonly<Record<string, unknown>>[]): MirrorSession | undefined {
  let state: EditedSession | undefined
  for (const value of entries) {
    for (const fact of dialect.json?.read({ value, place: { path: 'audit.json' } }, context)?.facts ?? []) {
      if (fact.kind === 'change') state = applyEdits(state, fact.edits, fact.name)
    }
  }
  return state?.session
}

function sources(session: MirrorSession | undefined): readonly string[] | undefined {
  return session?.sources.map(
    ({ resource = '', direction }) => `${resource.slice(resource.lastIndexOf('/') + 1)} ${direction}`,
  )
}

test('a policy as it was inserted', () => {
  const session = fold(insert)

  assert.deepEqual(sources(session), ['web rx', 'db rx', 'pay rx'])
  assert.deepEqual(session?.destinations, [{ resource: `${region}/forwardingRules/ids-ilb` }])
  assert.equal(session.filter, 'cidrs 192.0.2.0/24; protocols tcp')
  assert.equal(session.details?.targetOwner, 'acme-prod')
})

test('a patch changes what it names and leaves the rest', () => {
  assert.deepEqual(sources(fold(insert, patch({ mirroredResources: { subnetworks: [subnet('hr')] } }))), [
    'pay rx',
    'hr rx',
  ])
  assert.deepEqual(sources(fold(insert, patch({ mirroredResources: { tags: [] } }))), ['web rx', 'db rx'])
  assert.deepEqual(sources(fold(insert, patch({ filter: { direction: 'BOTH' } }))), ['web both', 'db both', 'pay both'])
  assert.equal(fold(insert, patch({ filter: { direction: 'BOTH' } }))?.filter, 'cidrs 192.0.2.0/24; protocols tcp')
  assert.equal(fold(insert, patch({ filter: { cidrRanges: [] } }))?.filter, 'protocols tcp')
  assert.equal(fold(insert, patch({ filter: null }))?.filter, undefined)
  assert.equal(fold(insert, patch({ enable: 'FALSE' }))?.enabled, false)
  assert.equal(fold(insert, patch({ enable: 'FALSE' }), patch({ enable: 'TRUE' }))?.enabled, true)
})

test('a re-pointed policy has its new collector alone, and its owner', () => {
  const to = (project: string) => patch({ collectorIlb: { url: `projects/${project}/regions/r/forwardingRules/x` } })

  const session = fold(insert, to('other-sec'))

  assert.deepEqual(session?.destinations, [{ resource: 'projects/other-sec/regions/r/forwardingRules/x' }])
  assert.equal(session.details?.targetOwner, 'other-sec')
  assert.equal(fold(insert, to('other-sec'), to('123456789'))?.details?.targetOwner, undefined)
})

test('a deleted policy is gone', () => {
  assert.equal(fold(insert, entry('packetMirrorings.delete', {})), undefined)
})

test('a rule whose tags are taken away mirrors the whole policy', () => {
  const policy = 'projects/acme-prod/global/firewallPolicies/pol'
  const rule = (method: string, request: object) =>
    entry(`networkFirewallPolicies.${method}PacketMirroringRule`, { priority: 100, ...request }, policy)
  const tagged = rule('add', { direction: 'EGRESS', targetSecureTags: [{ name: 'tagValues/1' }] })

  assert.deepEqual(sources(fold(tagged)), ['1 tx'])
  assert.deepEqual(sources(fold(tagged, rule('patch', { targetSecureTags: [{ name: 'tagValues/2' }] }))), ['2 tx'])
  assert.deepEqual(sources(fold(tagged, rule('patch', { targetSecureTags: [], direction: 'EGRESS' }))), ['pol tx'])
  assert.equal(fold(tagged, rule('patch', { action: 'do_not_mirror' }))?.enabled, false)
})
