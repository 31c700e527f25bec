/** The eleven calls of EC2 that change Traffic Mirroring, and how each is read. */
import { createFilter, deleteRule, modifyServices, writeRule } from './filter.ts'
import { deletion, type OperationReader } from './object-change.ts'
import { createSession, modifySession } from './session.ts'
import { createTarget } from './target.ts'

/**
 * Operation → reader. A target cannot be modified: EC2 has no `ModifyTrafficMirrorTarget`.
 *
 * @source Amazon EC2 API reference, actions by service, "Traffic Mirroring".
 */
export const OPERATIONS: ReadonlyMap<string, OperationReader> = new Map<string, OperationReader>([
  ['CreateTrafficMirrorSession', createSession],
  ['ModifyTrafficMirrorSession', modifySession],
  ['DeleteTrafficMirrorSession', deletion('traffic-mirror-session', 'trafficMirrorSessionId')],
  ['CreateTrafficMirrorTarget', createTarget],
  ['DeleteTrafficMirrorTarget', deletion('traffic-mirror-target', 'trafficMirrorTargetId')],
  ['CreateTrafficMirrorFilter', createFilter],
  ['DeleteTrafficMirrorFilter', deletion('traffic-mirror-filter', 'trafficMirrorFilterId')],
  ['CreateTrafficMirrorFilterRule', writeRule],
  ['ModifyTrafficMirrorFilterRule', writeRule],
  ['DeleteTrafficMirrorFilterRule', deleteRule],
  ['ModifyTrafficMirrorFilterNetworkServices', modifyServices],
])
