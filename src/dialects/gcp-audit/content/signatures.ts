/** Which entries of the audit logs show an act upon Packet Mirroring and out-of-band mirroring. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'
import { anyOf, type SignatureRow, toSignatures } from '../../_audit-records/conditions.ts'
import { ACCEPTED, computeMethod, REFUSED, request, serviceMethod } from './entries.ts'
import { RELATED_ROWS } from './related.ts'
import { AUDIT } from './sources.ts'

const INSERT_POLICY = computeMethod('packetMirrorings.insert')
const PATCH_POLICY = computeMethod('packetMirrorings.patch')
const DELETE_POLICY = computeMethod('packetMirrorings.delete')
const PATCH_ONLY_STOPS = stopsAndNothingElse({ field: request('enable'), is: ['false'] }, [
  'mirroredResources',
  'collectorIlb',
  'filter',
  'description',
])

/** Only the entry with the request names a rule. */
const NAMES_RULE = anyOf([request('priority'), request('firewallPolicyRuleResource.priority')], { present: true })
const ACTION = request('action')
const DOES_NOT_MIRROR: RecordCondition = {
  all: [{ field: ACTION, present: true }, { not: { field: ACTION, is: ['mirror'] } }],
}
const ADD_RULE: RecordCondition = { all: [ruleMethod('add'), NAMES_RULE, { not: DOES_NOT_MIRROR }] }
const PATCH_RULE: RecordCondition = { all: [ruleMethod('patch'), NAMES_RULE] }
const REMOVE_RULE: RecordCondition = { all: [ruleMethod('remove'), NAMES_RULE] }
const RULE_ONLY_STOPS = stopsAndNothingElse({ any: [{ field: request('disabled'), is: ['true'] }, DOES_NOT_MIRROR] }, [
  'targetSecureTags',
  'direction',
  'securityProfileGroup',
  'match',
])

const ASSOCIATION = 'MirroringEndpointGroupAssociation'
const UPDATE_ASSOCIATION = mirroring(`Update${ASSOCIATION}`)
const SET_ASSOCIATION = mirroring(`Create${ASSOCIATION}`, `Update${ASSOCIATION}`)
const DELETE_ASSOCIATION = mirroring(`Delete${ASSOCIATION}`)

const PARTS = ['MirroringDeployment', 'MirroringDeploymentGroup', 'MirroringEndpointGroup']
const SET_PART = mirroring(...PARTS.flatMap((kind) => [`Create${kind}`, `Update${kind}`]))
const DELETE_PART = mirroring(...PARTS.map((kind) => `Delete${kind}`))
const INSERT_COLLECTOR: RecordCondition = {
  all: [computeMethod('forwardingRules.insert'), { field: request('isMirroringCollector'), is: ['true'] }],
}
const DELETE_COLLECTOR = computeMethod('forwardingRules.delete')

const MIRROR_ROWS: readonly SignatureRow[] = [
  {
    shows: 'session-set',
    when: [
      {
        any: [
          INSERT_POLICY,
          { all: [PATCH_POLICY, { not: PATCH_ONLY_STOPS }] },
          ADD_RULE,
          { all: [PATCH_RULE, { not: RULE_ONLY_STOPS }] },
          SET_ASSOCIATION,
        ],
      },
      ACCEPTED,
    ],
    cannotTell: ['which machines stand behind the collector', 'what a long operation came to in the end'],
  },
  {
    shows: 'session-repointed',
    when: [
      {
        any: [
          { all: [PATCH_POLICY, { field: request('collectorIlb.url'), present: true }] },
          { all: [PATCH_RULE, { field: request('securityProfileGroup'), present: true }] },
          {
            all: [
              UPDATE_ASSOCIATION,
              { field: request('mirroringEndpointGroupAssociation.mirroringEndpointGroup'), present: true },
            ],
          },
        ],
      },
      ACCEPTED,
    ],
    cannotTell: ['whether the destination is another than before'],
  },
  {
    shows: 'session-removed',
    when: [
      {
        any: [
          DELETE_POLICY,
          { all: [PATCH_POLICY, PATCH_ONLY_STOPS] },
          REMOVE_RULE,
          { all: [PATCH_RULE, RULE_ONLY_STOPS] },
          DELETE_ASSOCIATION,
        ],
      },
      ACCEPTED,
    ],
  },
  {
    shows: 'session-refused',
    when: [
      {
        any: [
          INSERT_POLICY,
          PATCH_POLICY,
          DELETE_POLICY,
          ADD_RULE,
          PATCH_RULE,
          REMOVE_RULE,
          SET_ASSOCIATION,
          DELETE_ASSOCIATION,
          SET_PART,
          DELETE_PART,
          INSERT_COLLECTOR,
          DELETE_COLLECTOR,
        ],
      },
      REFUSED,
    ],
  },
  {
    shows: 'part-set',
    when: [{ any: [SET_PART, INSERT_COLLECTOR] }, ACCEPTED],
    cannotTell: ['whether a policy or association uses it'],
  },
  {
    shows: 'part-removed',
    when: [{ any: [DELETE_PART, DELETE_COLLECTOR] }, ACCEPTED],
    cannotTell: ['whether a forwarding rule that is deleted was a collector'],
  },
]

/** All of them, mirrors first. */
export const SIGNATURES = toSignatures(AUDIT.id, [...MIRROR_ROWS, ...RELATED_ROWS])

function ruleMethod(verb: 'add' | 'patch' | 'remove'): RecordCondition {
  const method = `${verb}PacketMirroringRule`
  return computeMethod(`networkFirewallPolicies.${method}`, `firewallPolicies.${method}`)
}

function mirroring(...methods: readonly string[]): RecordCondition {
  return serviceMethod('networksecurity', ...methods)
}

/** A partial update that switches off and says nothing of what is copied where. */
function stopsAndNothingElse(stops: RecordCondition, members: readonly string[]): RecordCondition {
  return { all: [stops, { not: anyOf(members.map(request), { present: true }) }] }
}
