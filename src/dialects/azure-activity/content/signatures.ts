/** Which records of the Activity Log show an act upon TAPs and packet captures. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { type SignatureRow, toSignatures } from '../../_audit-records/conditions.ts'
import { ACCEPTED, bodyMatches, bodyMember, operationEndsWith, operationIs, REFUSED } from './records.ts'
import { RELATED_ROWS } from './related.ts'
import { ACTIVITY } from './sources.ts'

const NETWORK = 'Microsoft.Network'
const WRITE_CONFIGURATION = operationIs(`${NETWORK}/networkInterfaces/tapConfigurations/write`)
const DELETE_CONFIGURATION = operationIs(`${NETWORK}/networkInterfaces/tapConfigurations/delete`)
const WRITE_TAP = operationIs(`${NETWORK}/virtualNetworkTaps/write`, `${NETWORK}/virtualNetworkTaps/join/action`)
const DELETE_TAP = operationIs(`${NETWORK}/virtualNetworkTaps/delete`)
const WRITE_CAPTURE = operationIs(`${NETWORK}/networkWatchers/packetCaptures/write`)
const END_CAPTURE = operationIs(
  `${NETWORK}/networkWatchers/packetCaptures/stop/action`,
  `${NETWORK}/networkWatchers/packetCaptures/delete`,
)
const START_ON_GATEWAY = operationEndsWith('/startPacketCapture/action')
const STOP_ON_GATEWAY = operationEndsWith('/stopPacketCapture/action')
const FIREWALL = operationIs(
  `${NETWORK}/azureFirewalls/packetCapture/action`,
  `${NETWORK}/azureFirewalls/packetCaptureOperation/action`,
)
const FIREWALL_STOPS = firewallIsTold('stop')
const FIREWALL_SAYS = firewallIsTold('status')
const STOP: RecordCondition = { any: [STOP_ON_GATEWAY, { all: [FIREWALL, FIREWALL_STOPS] }] }

const MIRROR_ROWS: readonly SignatureRow[] = [
  {
    shows: 'session-set',
    when: [WRITE_CONFIGURATION, ACCEPTED],
    cannotTell: ['where the TAP leads', 'whether the interface was attached to another TAP before'],
  },
  { shows: 'session-removed', when: [DELETE_CONFIGURATION, ACCEPTED] },
  {
    shows: 'session-refused',
    when: [
      {
        any: [
          WRITE_CONFIGURATION,
          DELETE_CONFIGURATION,
          WRITE_TAP,
          DELETE_TAP,
          WRITE_CAPTURE,
          END_CAPTURE,
          START_ON_GATEWAY,
          STOP_ON_GATEWAY,
          { all: [FIREWALL, { not: FIREWALL_SAYS }] },
        ],
      },
      REFUSED,
    ],
  },
  { shows: 'part-set', when: [WRITE_TAP, ACCEPTED], cannotTell: ['whether an interface is attached to it'] },
  { shows: 'part-removed', when: [DELETE_TAP, ACCEPTED] },
  {
    shows: 'capture-set',
    when: [
      { any: [WRITE_CAPTURE, START_ON_GATEWAY, { all: [FIREWALL, { not: FIREWALL_STOPS }, { not: FIREWALL_SAYS }] }] },
      ACCEPTED,
    ],
  },
  { shows: 'capture-removed', when: [{ any: [END_CAPTURE, STOP] }, ACCEPTED] },
  {
    shows: 'capture-exported',
    when: [STOP, { any: [bodyMatches('"sasUrl"\\s*:\\s*"[^"]'), bodyMember('sasUrl', { present: true })] }, ACCEPTED],
  },
]

/** All of them, mirrors first. */
export const SIGNATURES = toSignatures(ACTIVITY.id, [...MIRROR_ROWS, ...RELATED_ROWS])

/** Azure Firewall takes start, status and stop in one operation. @source Azure REST API reference, Azure Firewalls, Packet Capture Operation. */
function firewallIsTold(word: 'stop' | 'status'): RecordCondition {
  return {
    any: [
      bodyMatches(`"operation"\\s*:\\s*"${word}"`),
      bodyMember('operation', { is: [word] }),
      bodyMember('properties.operation', { is: [word] }),
    ],
  }
}
