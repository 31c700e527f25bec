/** What objects of ATT&CK ask for that cannot be had as written: tapwarden's own reading, each with what it rests on. */

/** One weak spot; `objects` are those that have it. */
export interface WeakSpot {
  readonly objects: readonly string[]
  readonly says: string
  /** What tapwarden does instead. */
  readonly instead: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly basis: string
}

/** In the order of the objects' ids. */
export const WEAK_SPOTS: readonly WeakSpot[] = [
  {
    objects: ['AN1131', 'AN0878'],
    says: 'It names ModifyTrafficMirrorTarget, which is no operation of EC2: nothing modifies a target, and a rule on that name never matches.',
    instead:
      'ModifyTrafficMirrorSession, which points a session at another target, and the ten other operations that write are read.',
    confidence: 'high',
    basis:
      'the service model of EC2 (2016-11-15) has 15 operations of traffic mirroring: 4 create, 4 delete, 4 describe, 3 modify',
  },
  {
    objects: ['AN1131'],
    says: 'It asks VPC flow logs for traffic on the instance that receives the copy; these logs leave out mirrored traffic.',
    instead:
      'What such logs do show, traffic that the target itself sends on, is read; the copy is shown by the audit trail and by sensors at the target.',
    confidence: 'high',
    basis: 'AWS documentation of Traffic Mirroring, limitations: VPC flow logs do not capture mirrored traffic',
  },
  {
    objects: ['AN1132'],
    says: 'It asks flow records for traffic from the mirrored interface; a local copy never leaves as traffic of that interface, and most flow formats show of an encapsulated one only GRE or a UDP port.',
    instead:
      'Three readings are covered: traffic out of a port that is the end of a copy, an encapsulated copy sent by the device, and traffic that its collector sends on.',
    confidence: 'medium',
    basis: 'reading of the analytic together with what NetFlow version 5 and 9, IPFIX and sFlow carry',
  },
]

/** Those of one object. */
export function weakSpotsOf(id: string): readonly WeakSpot[] {
  return WEAK_SPOTS.filter(({ objects }) => objects.includes(id))
}
