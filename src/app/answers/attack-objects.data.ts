/**
 * The objects of ATT&CK that tapwarden answers, and what their log sources ask for.
 *
 * @source ATT&CK 18.1: T1020.001 (DET0403: AN1131, AN1132) and T1040 (DET0314: AN0878, AN0879), with their log source references
 */

/** A log source as MITRE names it; `reads` says who of us reads such records. */
export interface AttackLogSource {
  /** `networkdevice:syslog`; several analytics ask one source for several things. */
  readonly name: string
  readonly asks: string
  /** `devices` read the log of a network operating system, `exporters` flow records of devices; else one reader by its id. */
  readonly reads: 'devices' | 'exporters' | 'aws-cloudtrail' | 'aws-flow-logs'
}

/** One object; analytics have a platform and log sources. */
export interface AttackObject {
  readonly id: string
  readonly kind: 'technique' | 'detection strategy' | 'analytic'
  readonly title: string
  readonly platform?: 'Network Devices' | 'IaaS'
  readonly logSources: readonly AttackLogSource[]
  /** Analytics that an object stands above. */
  readonly analytics: readonly string[]
}

/** Technique first, then what detects it, then the analytics next door: captures. */
export const ATTACK_OBJECTS: readonly AttackObject[] = [
  {
    id: 'T1020.001',
    kind: 'technique',
    title: 'Traffic Duplication',
    logSources: [],
    analytics: ['AN1132', 'AN1131'],
  },
  {
    id: 'DET0403',
    kind: 'detection strategy',
    title: 'Traffic duplication by mirroring in clouds and network devices',
    logSources: [],
    analytics: ['AN1132', 'AN1131'],
  },
  {
    id: 'AN1132',
    kind: 'analytic',
    title: 'A mirror session, and its traffic to an unexpected destination',
    platform: 'Network Devices',
    logSources: [
      { name: 'networkdevice:syslog', asks: 'changes of mirror sessions', reads: 'devices' },
      { name: 'networkdevice:Flow', asks: 'traffic from the mirrored interface to the target', reads: 'exporters' },
    ],
    analytics: [],
  },
  {
    id: 'AN1131',
    kind: 'analytic',
    title: 'A cloud mirror to a target that was not approved',
    platform: 'IaaS',
    logSources: [
      { name: 'AWS:CloudTrail', asks: 'changes of mirror sessions and targets', reads: 'aws-cloudtrail' },
      { name: 'AWS:VPCFlowLogs', asks: 'traffic of the instance that receives the copy', reads: 'aws-flow-logs' },
    ],
    analytics: [],
  },
  {
    id: 'AN0879',
    kind: 'analytic',
    title: 'Captures on the device itself, then logging changed',
    platform: 'Network Devices',
    logSources: [{ name: 'networkdevice:syslog', asks: 'logins, capture commands, logging changed', reads: 'devices' }],
    analytics: [],
  },
  {
    id: 'AN0878',
    kind: 'analytic',
    title: 'Cloud mirrors of critical systems',
    platform: 'IaaS',
    logSources: [{ name: 'AWS:CloudTrail', asks: 'mirror sessions created', reads: 'aws-cloudtrail' }],
    analytics: [],
  },
]
