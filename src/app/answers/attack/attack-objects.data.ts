/**
 * The objects of ATT&CK that tapwarden answers, and what their log sources ask for.
 *
 * @source ATT&CK 18.1: T1020.001 (DET0403: AN1131, AN1132), T1040 (DET0314: AN0878, AN0879) and T1562 (DET0317: AN0891, AN0893), with their
 * log source references and the platforms of their other analytics
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
  /** Platforms for which MITRE has further analytics that nobody here asks; with any, an object is at most partly answered. */
  readonly beyond?: readonly string[]
}

const HOSTS = ['Windows', 'Linux', 'macOS'] as const
const DEFENSES = [...HOSTS, 'Containers', 'ESXi', 'Identity Provider', 'Office Suite'] as const

/** Technique first, then what detects it, then what is next door: captures, and logging that is cut. */
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
  {
    id: 'T1040',
    kind: 'technique',
    title: 'Network Sniffing',
    logSources: [],
    analytics: ['AN0879', 'AN0878'],
    beyond: HOSTS,
  },
  {
    id: 'DET0314',
    kind: 'detection strategy',
    title: 'Captures on devices, and cloud mirrors of critical systems',
    logSources: [],
    analytics: ['AN0879', 'AN0878'],
    beyond: HOSTS,
  },
  {
    id: 'T1562',
    kind: 'technique',
    title: 'Impair Defenses',
    logSources: [],
    analytics: ['AN0893', 'AN0891'],
    beyond: DEFENSES,
  },
  {
    id: 'DET0317',
    kind: 'detection strategy',
    title: 'Logging that is cut on devices and in clouds',
    logSources: [],
    analytics: ['AN0893', 'AN0891'],
    beyond: DEFENSES,
  },
  {
    id: 'AN0893',
    kind: 'analytic',
    title: 'Logging or accounting switched off on a device',
    platform: 'Network Devices',
    logSources: [{ name: 'networkdevice:syslog', asks: 'commands that cut logging or AAA', reads: 'devices' }],
    analytics: [],
  },
  {
    id: 'AN0891',
    kind: 'analytic',
    title: 'An audit trail of a cloud stopped or deleted',
    platform: 'IaaS',
    logSources: [{ name: 'AWS:CloudTrail', asks: 'trails stopped or deleted', reads: 'aws-cloudtrail' }],
    analytics: [],
  },
]
