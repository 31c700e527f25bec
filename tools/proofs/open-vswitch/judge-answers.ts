/** Whether tapwarden says of a recorded mirror what is true of it: with the configuration, and without. */
import type { ScanReport } from '../../../src/findings/report/report.ts'
import { COLLECTOR_ADDRESS, SWITCH_ADDRESS } from './lab.ts'
import type { Carrier, Recorded } from './record-mirror.ts'

/** Runs `tapwarden scan … --json`. */
export type Scan = (...parameters: readonly string[]) => Promise<ScanReport>

type Finding = ScanReport['findings'][number]

/** What is wrong, one line each. */
export async function judgeAnswers(carrier: Carrier, recorded: Recorded, scan: Scan): Promise<readonly string[]> {
  const inventory = ['--inventory', recorded.inventory]
  const joined = await scan(recorded.configuration, recorded.traffic, ...inventory)
  const bare = await scan(recorded.traffic, ...inventory)
  return [
    ...judgeRecording(recorded),
    ...judgeJoined(carrier, joined.findings),
    // A VXLAN stream may be a fabric's own: what it carries is no copy for certain.
    ...(carrier.copiesOnly ? judgeGhost(carrier, bare.findings) : []),
  ].map((failure) => `${carrier.name}: ${failure}`)
}

function judgeRecording({ packetsSent, copiesCaptured, datagrams }: Recorded): readonly string[] {
  const silent = Object.entries(datagrams).filter(([, count]) => count === 0)
  return [
    ...(copiesCaptured >= packetsSent ? [] : [`${copiesCaptured} copies of ${packetsSent} packets arrived`]),
    ...silent.map(([protocol]) => `the switch exported no ${protocol}`),
  ]
}

function judgeJoined(carrier: Carrier, findings: readonly Finding[]): readonly string[] {
  const [finding] = findings
  if (finding === undefined || findings.length > 1) return [`${findings.length} findings of one mirror`]
  const { kind, subject, status, legs, session } = finding
  const said = {
    setup: `${kind} ${subject} ${finding.setup.address.id}`,
    status,
    config: legs.config,
    flow: legs.flow,
    sources: session.sources,
    destinations: session.destinations,
  }
  const expected = {
    setup: 'mirror sw-1 br0/tap',
    status: 'live',
    config: 'seen',
    flow: 'seen',
    sources: [{ interface: 'tap-a', direction: 'both' }],
    destinations: [{ ip: COLLECTOR_ADDRESS, encapsulation: carrier.encapsulation }],
  }
  return [...differences(said, expected), ...missingEvidence(finding, [packetsOf(carrier), /^IPFIX of 127\.0\.0\.1: /])]
}

function judgeGhost(carrier: Carrier, findings: readonly Finding[]): readonly string[] {
  const [finding] = findings
  if (finding === undefined || findings.length > 1)
    return [`${findings.length} findings of one stream without a configuration`]
  const { kind, subject, status, legs, session } = finding
  const said = { kind, subject, status, config: legs.config, flow: legs.flow, session: session.details?.erspanId }
  const expected = {
    kind: 'ghost',
    subject: 'sw-1',
    status: 'live',
    config: 'not-available',
    flow: 'seen',
    session: carrier.sessionId,
  }
  return [...differences(said, expected), ...missingEvidence(finding, [packetsOf(carrier)])]
}

/** What packets say by themselves: from where to where, in what, and which session. */
function packetsOf({ title, sessionId }: Carrier): RegExp {
  const ends = `${SWITCH_ADDRESS} to ${COLLECTOR_ADDRESS}`.replaceAll('.', '\\.')
  return new RegExp(`^captured packets\\b[^:]*: ${ends}, ${title} id ${sessionId}\\b`, 'i')
}

function missingEvidence({ evidence }: Finding, shapes: readonly RegExp[]): readonly string[] {
  const absent = shapes.filter((shape) => !evidence.some(({ excerpt }) => shape.test(excerpt)))
  return absent.map((shape) => `no evidence like ${shape}`)
}

function differences<Said extends object>(
  said: Said,
  expected: { readonly [member in keyof Said]: unknown },
): readonly string[] {
  return Object.entries(expected).flatMap(([member, value]) => {
    const [is, wanted] = [
      JSON.stringify(Object.entries(said).find(([name]) => name === member)?.[1]),
      JSON.stringify(value),
    ]
    return is === wanted ? [] : [`${member} is ${is}, not ${wanted}`]
  })
}
