/** How somebody sees whether mirrors of NX-OS are noticed, on a switch of a laboratory. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

export const exercises: readonly Exercise[] = [
  {
    guid: '7c9b1c2e-52f4-4a0d-8c55-9be0b7c0f3a1',
    name: 'Cisco NX-OS ERSPAN source session on a switch of a laboratory',
    description: 'Copies both directions of a port to an address of your own, by ERSPAN.',
    technique: 'T1020.001',
    platforms: ['network'],
    arguments: {
      session: { description: 'Number of a session that is free', type: 'integer', default: '9' },
      port: { description: 'Port whose traffic is copied', type: 'string', default: 'Ethernet1/1' },
      collector: {
        description: 'Address of your own that receives the copies',
        type: 'string',
        default: '203.0.113.66',
      },
      origin: { description: 'Address of the switch that the copies come from', type: 'string', default: '192.0.2.1' },
    },
    prerequisites: [],
    executor: 'manual',
    needsElevation: true,
    commands: [
      'On a switch of a laboratory that logs accounting messages (logging level aaa 6), type:',
      'configure terminal',
      'monitor erspan origin ip-address #{origin} global',
      'monitor session #{session} type erspan-source',
      'erspan-id 109',
      'vrf default',
      'destination ip #{collector}',
      'source interface #{port} both',
      'no shut',
      'end',
      'Read the log of the switch at your collector.',
    ],
    cleanup: [
      'configure terminal',
      'no monitor session #{session}',
      'no monitor erspan origin ip-address #{origin} global',
      'end',
      'show monitor session #{session} must say that there is none.',
    ],
    acts: ['session-set', 'session-removed'],
    telemetry: [
      'Each command is one %AAA-6-AAA_ACCOUNTING_MESSAGE with the block it was typed in, account and address.',
      'Flow records of the way out have GRE (protocol 47) from the origin to the collector.',
    ],
  },
]
