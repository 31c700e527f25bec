/** The log of Open vSwitch, which its own programs write to the log of their host. */
import type { LogSource, RecordSignature } from '../../../facts/log-content/log-source.ts'
import { FORWARDED_SYSLOG, LINE_OF_TEXT } from '../../_content/device-log.ts'

/** Id of the one log of Open vSwitch. */
export const SYSLOG = 'open-vswitch-syslog'

export const sources: readonly LogSource[] = [
  {
    ...LINE_OF_TEXT,
    id: SYSLOG,
    title: 'Open vSwitch, syslog of its host',
    sigma: {
      product: 'linux',
      service: 'syslog',
      definition:
        'ovs-vsctl writes every call that may change the database to the log of the host at level INFO, unless it is told not to (--no-syslog); the host forwards facility daemon.',
    },
    sentinel: FORWARDED_SYSLOG,
    // @source ovs utilities/ovs-vsctl.c, the message before a call is made
    commands: { of: 'open-vswitch', before: String.raw`\|vsctl\|INFO\|Called as ` },
    blindSpots: [
      'A controller or a program that writes to the database by OVSDB, without ovs-vsctl, leaves no line.',
      'A line does not say who made the call, nor whether it succeeded.',
      'A mirror that is changed or removed later is named by what the database calls it, which no other line explains.',
    ],
  },
]

/** Every act here is a call. */
export const signatures: readonly RecordSignature[] = []
