import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideMirrorKind, type MirrorDestination, type MirrorKind } from './mirror-session.ts'

type Ends = Parameters<typeof decideMirrorKind>[0]

const port: MirrorDestination = { interface: 'GigabitEthernet1/0/48' }
const vlan: MirrorDestination = { vlan: 901 }
const ip: MirrorDestination = { ip: '198.51.100.9', encapsulation: 'erspan' }
const resource: MirrorDestination = { resource: 'tmt-1' }
const file: MirrorDestination = { file: 'flash:c.pcap' }

const cases: readonly (readonly [string, Ends, MirrorKind])[] = [
  ['nothing yet', { destinations: [] }, 'local'],
  ['a port', { destinations: [port] }, 'local'],
  ['the processor', { destinations: [{ interface: 'cpu' }] }, 'local'],
  ['an RSPAN VLAN', { destinations: [vlan] }, 'remote-vlan'],
  ['a port beside an RSPAN VLAN', { destinations: [port, vlan] }, 'remote-vlan'],
  ['a port fed by an RSPAN VLAN', { destinations: [port], remoteVlanSource: true }, 'remote-vlan'],
  ['an address', { destinations: [ip] }, 'encapsulated'],
  ['a cloud target', { destinations: [resource] }, 'encapsulated'],
  ['a port that is a tunnel', { destinations: [port], tunnelled: true }, 'encapsulated'],
  ['an address beside an RSPAN VLAN', { destinations: [vlan, ip], remoteVlanSource: true }, 'encapsulated'],
  ['a file', { destinations: [file] }, 'capture'],
  ['a file beside everything else', { destinations: [ip, vlan, port, file], tunnelled: true }, 'capture'],
]

for (const [what, ends, kind] of cases) {
  test(`${what}: ${kind}`, () => assert.equal(decideMirrorKind(ends), kind))
}
