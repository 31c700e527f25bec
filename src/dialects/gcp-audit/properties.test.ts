/** Whatever an entry holds, reading it never throws, says how it ended, and gives facts that keep to their schema. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { anyValueOf, assertReadsAnyRecord, context } from '../_audit-records/_testing/any-record.ts'
import { dialect } from './index.ts'

const methods = [
  'v1.compute.packetMirrorings.insert', 'beta.compute.packetMirrorings.patch', 'compute.packetMirrorings.delete',
  'v1.compute.networkFirewallPolicies.addPacketMirroringRule', 'v1.compute.firewallPolicies.patchPacketMirroringRule',
  'google.cloud.networksecurity.v1.Mirroring.CreateMirroringEndpointGroupAssociation', 'v1.compute.forwardingRules.insert',
  'google.cloud.networksecurity.v1.Mirroring.UpdateMirroringDeployment', 'v1.compute.instances.setTags',
  'v1.compute.subnetworks.patch', 'v1.compute.instanceGroups.addInstances', 'v1.compute.regionBackendServices.patch',
  'google.logging.v2.ConfigServiceV2.UpdateSink', 'google.logging.v2.ConfigServiceV2.CreateExclusion',
] // biome-ignore format: a table
const names = [
  'projects/p/regions/r/packetMirrorings/m', 'https://www.googleapis.com/compute/v1/projects/p/regions/r/forwardingRules/f',
  'regions/r/subnetworks/s', '//networksecurity.googleapis.com/organizations/1/locations/global/securityProfileGroups/g',
  'projects/p/locations/global/mirroringEndpointGroups/e', 'projects', '/', '',
] // biome-ignore format: a table
const memberNames = [
  'name', 'collectorIlb', 'url', 'mirroredResources', 'subnetworks', 'instances', 'tags', 'filter', 'cidrRanges', 'IPProtocols',
  'direction', 'enable', 'action', 'priority', 'match', 'layer4Configs', 'srcIpRanges', 'targetSecureTags', 'securityProfileGroup',
  'mirroringEndpointGroup', 'mirroringEndpointGroupAssociation', 'parent', 'sink', 'exclusions', 'disabled', 'logConfig', 'code',
  'errors', 'isMirroringCollector', 'principalEmail', 'principalSubject', 'id', 'first', 'last', '__proto__',
] // biome-ignore format: a table

const anyValue = anyValueOf(memberNames, fc.constantFrom(...names))

const anyPayload = fc.record(
  {
    methodName: fc.oneof(fc.constantFrom(...methods), anyValue),
    serviceName: fc.oneof(
      fc.constantFrom('compute.googleapis.com', 'networksecurity.googleapis.com', 'logging.googleapis.com'),
      anyValue,
    ),
    resourceName: fc.oneof(fc.constantFrom(...names), anyValue),
    authenticationInfo: anyValue,
    authorizationInfo: anyValue,
    requestMetadata: anyValue,
    request: anyValue,
    response: anyValue,
    status: anyValue,
    serviceData: anyValue,
  },
  { requiredKeys: ['methodName', 'resourceName'] },
)

const anyEntry = fc.record(
  {
    protoPayload: fc.oneof({ weight: 9, arbitrary: anyPayload }, { weight: 1, arbitrary: anyValue }),
    insertId: anyValue,
    timestamp: fc.oneof(fc.constant('2026-11-14T03:12:07Z'), anyValue),
    operation: anyValue,
    resource: fc.oneof(fc.constant({ labels: { project_id: 'p' } }), anyValue),
    logName: anyValue,
    event: anyValue,
    MethodName: anyValue,
    GCPResourceName: anyValue,
  },
  { requiredKeys: ['protoPayload'] },
)

test('entries of any content', () => {
  assertReadsAnyRecord(dialect, anyEntry)
})

test('every fact-giving method holds a needle', () => {
  for (const method of methods) {
    assert.ok(
      dialect.json?.needles.some((needle) => method.toLowerCase().includes(needle)),
      method,
    )
  }
})

test('names of megabytes and nesting of a hundred thousand levels take no time', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const resourceName of ['projects/'.repeat(500_000), `https://${'a.'.repeat(1_000_000)}`, names[0]]) {
    const payload = { methodName: methods[0], serviceName: 'compute.googleapis.com', resourceName, request: deep }
    const value = {
      protoPayload: payload,
      resource: { labels: { project_id: 'p' } },
      timestamp: '2026-11-14T03:12:07Z',
    }
    const from = cpuTimeMs()

    dialect.json?.read({ value, place: { path: 'audit.json' } }, context)

    assert.ok(cpuTimeMs() - from < 1000)
  }
})
