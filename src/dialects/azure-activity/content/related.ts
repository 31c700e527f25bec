/** Which records of the Activity Log show what blinds its witnesses, changes a copy from the side, or lets somebody make one. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import type { SignatureRow } from '../../_audit-records/conditions.ts'
import { ACCEPTED, bodyMatches, bodyMember, ENDED, operationIs } from './records.ts'

const INSIGHTS = 'Microsoft.Insights'
const WATCHER = 'Microsoft.Network/networkWatchers'
const BALANCER = 'Microsoft.Network/loadBalancers'

/** The setting of a subscription exports its activity log; one of a resource exports that resource's own logs. */
const OF_SUBSCRIPTION: RecordCondition = {
  field: 'resourceId',
  matches: ['^/subscriptions/[^/]{1,64}/providers/microsoft\\.insights/'],
}

/** Owner, Contributor and Network Contributor. @source Azure RBAC documentation, "Azure built-in roles". */
const GRANTING_ROLES = [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '4d97b98b-1d4f-4787-a291-c67834d212e7',
]

/** Acts beside the copies. Of the records of one act the last one tells them. */
export const RELATED_ROWS: readonly SignatureRow[] = [
  {
    shows: 'audit-trail-cut',
    when: [operationIs(`${INSIGHTS}/diagnosticSettings/delete`), OF_SUBSCRIPTION, ...ENDED],
  },
  {
    shows: 'audit-trail-cut',
    when: [operationIs(`${INSIGHTS}/diagnosticSettings/write`), OF_SUBSCRIPTION, dropsAdministrative(), ...ENDED],
    cannotTell: ['which category is switched off, where the body is no text'],
  },
  { shows: 'audit-trail-cut', when: [operationIs(`${INSIGHTS}/logProfiles/delete`), ...ENDED] },
  {
    shows: 'logging-cut',
    when: [operationIs(`${INSIGHTS}/diagnosticSettings/delete`), { not: OF_SUBSCRIPTION }, ...ENDED],
  },
  { shows: 'flow-logs-cut', when: [operationIs(`${WATCHER}/flowLogs/delete`, `${WATCHER}/delete`), ...ENDED] },
  {
    shows: 'flow-logs-cut',
    when: [operationIs(`${WATCHER}/flowLogs/write`, `${WATCHER}/configureFlowLog/action`), switchesOff(), ...ENDED],
    cannotTell: ['a switch that stands behind another object in the body'],
  },
  {
    shows: 'load-balancer-changed',
    when: [
      operationIs(
        `${BALANCER}/write`,
        `${BALANCER}/delete`,
        `${BALANCER}/backendAddressPools/write`,
        `${BALANCER}/backendAddressPools/delete`,
      ),
      ...ENDED,
    ],
    cannotTell: ['whether a TAP leads to the load balancer'],
  },
  {
    shows: 'configuration-edited',
    when: [
      operationIs(
        'Microsoft.Compute/virtualMachines/extensions/write',
        'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
      ),
      installsCaptureAgent(),
      ...ENDED,
    ],
  },
  {
    shows: 'mirror-rights-granted',
    when: [operationIs('Microsoft.Authorization/roleAssignments/write'), grantsMirroring(), ACCEPTED],
    cannotTell: ['what roles of your own grant', 'over which resources, where the body does not say'],
  },
]

/** @source Azure Monitor documentation, "Categories in the Activity Log": administrative events tell of copies. */
function dropsAdministrative(): RecordCondition {
  return {
    any: [
      bodyMatches(
        '"category"\\s*:\\s*"administrative"\\s*,\\s*"enabled"\\s*:\\s*false',
        '"enabled"\\s*:\\s*false\\s*,\\s*"category"\\s*:\\s*"administrative"',
      ),
      {
        all: [
          bodyMember('properties.logs.category', { is: ['Administrative'] }),
          bodyMember('properties.logs.enabled', { is: ['false'] }),
        ],
      },
    ],
  }
}

/** A flow log that keeps nothing for long has an `enabled` of its own, one object deeper. */
function switchesOff(): RecordCondition {
  return {
    any: [
      bodyMatches('"properties"\\s*:\\s*\\{[^{}]{0,1000}"enabled"\\s*:\\s*false'),
      bodyMember('properties.enabled', { is: ['false'] }),
    ],
  }
}

/** @source Azure documentation, "Network Watcher Agent virtual machine extension". */
function installsCaptureAgent(): RecordCondition {
  return {
    any: [
      { field: 'resourceId', matches: ['/extensions/[^/]{0,80}networkwatcher[^/]{0,80}$'] },
      bodyMatches('"(?:publisher|type)"\\s*:\\s*"[^"]{0,80}networkwatcher'),
      bodyMember('properties.publisher', { contains: ['NetworkWatcher'] }),
    ],
  }
}

function grantsMirroring(): RecordCondition {
  return {
    any: [
      bodyMatches(...GRANTING_ROLES.map((role) => `roleDefinitions/${role}`)),
      bodyMember('properties.roleDefinitionId', { endsWith: GRANTING_ROLES }),
      bodyMember('Properties.RoleDefinitionId', { endsWith: GRANTING_ROLES }),
    ],
  }
}
