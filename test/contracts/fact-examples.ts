/** One well-formed fact of each kind, with every optional member that the kind has. */
import type { Fact, FactKind } from '../../src/facts/fact.ts'
import { sha256Hex } from '../../src/kit/hash.ts'

function base(what: string) {
  return {
    id: sha256Hex(what),
    ref: {
      realm: 'default',
      names: [
        { by: 'hostname', value: 'edge-1' },
        { by: 'address', value: '192.0.2.7' },
      ],
    },
    time: {
      at: '2026-11-14T03:12:07.000Z',
      written: 'Nov 14 03:12:07',
      basis: 'record',
      inferred: ['year', 'zone'],
      relayAt: '2026-11-14T03:12:09.000Z',
      unsynchronised: true,
    },
    leg: 'log',
    trust: 'network-path',
    dialect: 'cisco-ios',
    dialectVersion: 1,
    places: [{ path: 'logs/edge-1.log', line: 12, offset: 1024 }],
    excerpt: `${what}: "quoted", control \u0001, zürich 日本 😀`,
  } as const
}

const address = { scope: '', namespace: 'monitor-session', id: '4' } as const
const actor = {
  account: 'netops-1',
  from: '203.0.113.9',
  line: 'vty0',
  role: 'AssumedRole',
  issuer: 'arn:aws:iam::111122223333:role/netops',
  agent: 'aws-cli/2',
  invokedBy: 'cloudformation.amazonaws.com',
} as const
const sources = [
  { interface: 'GigabitEthernet1/0/5', direction: 'tx' },
  { vlan: 20, direction: 'both' },
] as const
const destinations = [{ ip: '198.51.100.9', encapsulation: 'erspan' }] as const

/** By kind, so that a kind without an example does not compile. */
export const factExamples: { readonly [Kind in FactKind]: Extract<Fact, { kind: Kind }> } = {
  snapshot: {
    kind: 'snapshot',
    ...base('snapshot'),
    platform: 'cisco-ios',
    scope: { state: 'running', complete: true, namespaces: ['monitor-session'], scope: '' },
    sessions: [
      {
        address,
        session: {
          name: '4',
          kind: 'encapsulated',
          role: 'destination',
          sources,
          destinations,
          enabled: 'unknown',
          enabledReason: 'default',
          incomplete: true,
          filter: 'access-group 101',
          details: { description: 'to the collector', erspanId: 4, originIp: '192.0.2.7', mtu: 1464 },
        },
        lines: [{ line: 3, text: 'monitor session 4 type erspan-source' }],
      },
    ],
    declares: { log: true, commandLog: false, accounting: true },
    bundles: { 'Port-channel2': ['GigabitEthernet1/0/2'], 'Port-channel1': ['GigabitEthernet1/0/1'] },
  },
  fragment: {
    kind: 'fragment',
    ...base('fragment'),
    command: 'destination interface Gi1/0/48',
    actor,
    sequence: 4711,
    recordedBy: 'command-log',
    outcome: 'accepted',
    platform: 'cisco-ios',
  },
  identity: {
    kind: 'identity',
    ...base('identity'),
    platform: 'cisco-ios',
    names: [{ by: 'serial', value: 'FDO00000001' }],
  },
  change: {
    kind: 'change',
    ...base('change'),
    platform: 'aws',
    address,
    of: 'session',
    name: 'tms-1',
    edits: [
      { do: 'define', name: 'tms-1', kind: 'encapsulated', role: 'source', enabled: true, enabledReason: 'explicit' },
      { do: 'replace', sources: [...sources], destinations: [...destinations] },
      { do: 'add-sources', sources: [{ resource: 'eni-1', direction: 'rx' }] },
      { do: 'drop-sources', sources: [] },
      { do: 'add-destinations', destinations: [{ file: 'flash:c.pcap' }], single: true },
      { do: 'drop-destinations', destinations: [] },
      { do: 'set', enabled: 'unknown', filter: 'tmf-1', details: { targetOwner: '444455556666' } },
      { do: 'clear', members: ['filter'] },
      { do: 'filter-rule', key: 'tmfr-1', text: 'accept tcp' },
      { do: 'remove' },
    ],
    operation: 'CreateTrafficMirrorSession',
    actor,
    outcome: 'failed',
    error: 'Client.UnauthorizedOperation',
    via: 'api',
    uses: [{ scope: 'eu-west-1', namespace: 'mirror-target', id: 'tmt-1' }],
  },
  state: { kind: 'state', ...base('state'), platform: 'cisco-ios', address, running: false, message: 'session down' },
  signal: {
    kind: 'signal',
    ...base('signal'),
    platform: 'cisco-ios',
    signal: 'logging-cut',
    actor,
    outcome: 'denied',
    detail: 'logging to host 192.0.2.50 stopped',
  },
  seen: { kind: 'seen', ...base('seen'), hour: '2026-11-14T03:00:00.000Z', commands: true },
  traffic: {
    kind: 'traffic',
    ...base('traffic'),
    of: 'carrier',
    observedBy: { realm: 'default', names: [{ by: 'address', value: '192.0.2.1' }] },
    observer: 'exporter',
    channel: 'sflow-v5',
    source: '192.0.2.7',
    destination: '198.51.100.9',
    protocol: 47,
    carrier: 'erspan-2',
    basis: 'header',
    sessionId: 5,
    egressIndex: 12,
    segment: '2026-11-14T03:00:00.000Z',
    firstAt: '2026-11-14T03:10:00.000Z',
    lastAt: '2026-11-14T03:50:00.000Z',
    records: [['9f86d081884c', 1500, 1, 512]],
    counted: { records: 1, bytes: 1500, packets: 1, estimatedBytes: 768_000 },
    bytesAtLeast: 1500,
    packetsAtLeast: 1,
    bytesEstimated: 768_000,
    innerVlans: [10],
    innerServices: ['tcp/23'],
  },
  ticket: {
    kind: 'ticket',
    ...base('ticket'),
    number: 'CHG-1',
    state: 'scheduled',
    approved: true,
    from: '2026-11-14T03:00:00.000Z',
    until: '2026-11-14T05:00:00.000Z',
    subjects: ['edge-1'],
    summary: 'tap for the collector',
  },
  access: {
    kind: 'access',
    ...base('access'),
    principal: 'netops-role',
    grants: 'ec2:CreateTrafficMirrorSession',
    via: 'policy',
  },
}
