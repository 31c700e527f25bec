/** Whatever a record holds, reading it never throws, says how it ended, and gives facts that keep to their schema. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuTimeMs } from '../../../test/_testing/cpu-time.ts'
import { anyValueOf, assertReadsAnyRecord, context } from '../_audit-records/_testing/any-record.ts'
import { dialect } from './index.ts'

const operations = [
  'Microsoft.Network/virtualNetworkTaps/write', 'MICROSOFT.NETWORK/NETWORKINTERFACES/TAPCONFIGURATIONS/WRITE',
  'Microsoft.Network/networkWatchers/packetCaptures/write', 'Microsoft.Network/azureFirewalls/packetCapture/action',
  'Microsoft.Network/connections/startPacketCapture/action', 'Microsoft.Network/connections/stopPacketCapture/action',
  'Microsoft.Insights/diagnosticSettings/write', 'Microsoft.Network/networkWatchers/flowLogs/write',
  'Microsoft.Compute/virtualMachines/extensions/write', 'Microsoft.Network/loadBalancers/write',
] // biome-ignore format: a table
const resources = [
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/n/tapConfigurations/t',
  '/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.NETWORK/VIRTUALNETWORKTAPS/T',
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkWatchers/w/packetCaptures/p',
  '/subscriptions/s', '/subscriptions/', '/providers/x', '/subscriptions/s/providers/microsoft.insights/diagnosticSettings/d',
] // biome-ignore format: a table
const memberNames = [
  'properties', 'virtualNetworkTap', 'id', 'destinationNetworkInterfaceIPConfiguration', 'target', 'storageLocation', 'storageId',
  'storagePath', 'filePath', 'filters', 'protocol', 'logs', 'category', 'enabled', 'sasUrl', 'requestbody', 'responseBody',
  'statusMessage', 'error', 'code', 'claims', 'authorization', 'evidence', 'value', 'amr', '__proto__',
] // biome-ignore format: a table

const anyValue = anyValueOf(memberNames, fc.constantFrom(...resources))

const anyRecord = fc.record(
  {
    operationName: fc.oneof(fc.constantFrom(...operations), anyValue),
    resourceId: fc.oneof(fc.constantFrom(...resources), anyValue),
    resultType: fc.oneof(fc.constantFrom('Start', 'Accept', 'Success', 'Failure'), anyValue),
    OperationNameValue: anyValue,
    time: anyValue,
    correlationId: anyValue,
    eventDataId: anyValue,
    identity: anyValue,
    claims: anyValue,
    callerIpAddress: anyValue,
    properties: anyValue,
    event: anyValue,
  },
  { requiredKeys: ['operationName', 'resourceId'] },
)

test('records of any content', () => {
  assertReadsAnyRecord(dialect, anyRecord)
})

test('every fact-giving operation holds a needle', () => {
  const needles = dialect.json?.needles ?? []
  for (const operation of operations.filter((name) => !name.includes('extensions'))) {
    assert.ok(
      needles.some((needle) => operation.toLowerCase().includes(needle)),
      operation,
    )
  }
})

test('names of megabytes and nesting of a hundred thousand levels take no time', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const resourceId of [
    `/subscriptions/${'a/'.repeat(1_000_000)}`,
    `/subscriptions/${'/'.repeat(1_000_000)}`,
    resources[0],
  ]) {
    const value = {
      operationName: operations[1],
      resourceId,
      resultType: 'Success',
      properties: { responseBody: deep },
    }
    const from = cpuTimeMs()

    dialect.json?.read({ value, place: { path: 'activity.json' } }, context)

    assert.ok(cpuTimeMs() - from < 1000)
  }
})
