/** Which records of CloudTrail show an act upon Traffic Mirroring. */
import { anyOf, type SignatureRow, toSignatures } from '../../_audit-records/conditions.ts'
import { acceptedWrite, refusedWrite, requestFields } from './calls.ts'
import { RELATED_ROWS } from './related.ts'
import { CLOUDTRAIL } from './sources.ts'

const MODIFY_SESSION = 'ModifyTrafficMirrorSession'
const WHOSE_TARGET = 'whose the target is: that is in the record of its creation'

const MIRROR_ROWS: readonly SignatureRow[] = [
  {
    shows: 'session-set',
    when: [acceptedWrite('CreateTrafficMirrorSession', MODIFY_SESSION)],
    cannotTell: [WHOSE_TARGET],
  },
  {
    shows: 'session-repointed',
    when: [
      acceptedWrite(MODIFY_SESSION),
      anyOf(requestFields(MODIFY_SESSION, 'trafficMirrorTargetId'), { present: true }),
    ],
    cannotTell: [WHOSE_TARGET, 'whether the target is another than before'],
  },
  { shows: 'session-removed', when: [acceptedWrite('DeleteTrafficMirrorSession')] },
  { shows: 'session-refused', when: [refusedWrite()] },
  {
    shows: 'part-set',
    when: [
      acceptedWrite(
        'CreateTrafficMirrorTarget',
        'CreateTrafficMirrorFilter',
        'CreateTrafficMirrorFilterRule',
        'ModifyTrafficMirrorFilterRule',
        'ModifyTrafficMirrorFilterNetworkServices',
      ),
    ],
    cannotTell: ['whether a session uses it'],
  },
  {
    shows: 'part-removed',
    when: [acceptedWrite('DeleteTrafficMirrorTarget', 'DeleteTrafficMirrorFilter', 'DeleteTrafficMirrorFilterRule')],
    cannotTell: ['whether a session used it'],
  },
]

/** All of them, mirrors first. */
export const SIGNATURES = toSignatures(CLOUDTRAIL.id, [...MIRROR_ROWS, ...RELATED_ROWS])
