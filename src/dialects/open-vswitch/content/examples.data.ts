/** Lines of the log of Open vSwitch and what each shows. */
import type { RecordExample } from '../../../facts/log-content/log-source.ts'
import { commandExamples, type ExampleCommands, type RecordWriter } from '../../_content/command-examples.ts'
import { SYSLOG } from './sources.ts'

const WRITERS: readonly [RecordWriter, ...RecordWriter[]] = [
  (command, seconds) => `Nov 14 03:12:${seconds} hv-07 ovs-vsctl: ovs|00001|vsctl|INFO|Called as ${command}`,
  (command, seconds) =>
    `<29>1 2026-11-14T03:12:${seconds}.112Z hv-07 ovs-vsctl 4242 - - ovs|00001|vsctl|INFO|Called as /usr/bin/${command}`,
  (command, seconds) => `2026-11-14T03:12:${seconds}.001Z|00002|vsctl|INFO|Called as ${command}`,
]

const SPAN_0 = 'mirror span0'

const CALLS: readonly ExampleCommands[] = [
  {
    acts: ['tunnel-changed'],
    commands: [
      'ovs-vsctl add-port br0 er0 -- set interface er0 type=erspan options:remote_ip=203.0.113.66 options:key=7',
    ],
    setup: SPAN_0,
  },
  {
    acts: ['session-set'],
    commands: [
      'ovs-vsctl --timeout=10 -- --id=@p get port tap1 -- --id=@o get port er0 -- --id=@m create mirror name=span0 select_src_port=@p select_dst_port=@p output_port=@o -- add bridge br0 mirrors @m',
    ],
    setup: SPAN_0,
  },
  {
    acts: ['session-set'],
    commands: [
      'ovs-vsctl -- set Bridge br0 mirrors=@m -- --id=@m create Mirror name=span1 select_all=true output_vlan=901',
      'ovs-vsctl -- --id=@m create mirror name=span2 select-all=1 output-vlan=902 -- set bridge br0 mirrors=@m',
    ],
  },
  {
    acts: ['session-set', 'tunnel-changed'],
    commands: [
      'ovs-vsctl add-port br0 gre9 -- set interface gre9 type=gre options:remote_ip=203.0.113.66 -- --id=@o get port gre9 -- --id=@m create mirror name=span9 select_all=true output_port=@o -- add bridge br0 mirrors @m',
    ],
  },
  {
    acts: ['configuration-edited'],
    commands: [
      'ovs-vsctl clear bridge br0 mirrors',
      'ovs-vsctl remove bridge br0 mirrors 8a1b6c2e-4f51-4a0f-9d4e-1f2a3b4c5d6e',
      'ovs-vsctl set mirror span0 output_vlan=903',
      'ovs-vsctl -- --all destroy mirror',
      'ovs-vsctl set bridge br0 mirrors=[]',
    ],
  },
  { acts: ['tunnel-changed'], commands: ['ovs-vsctl set interface er0 options:remote_ip=203.0.113.67'] },
  {
    acts: ['flow-logs-cut'],
    commands: [
      'ovs-vsctl clear bridge br0 netflow',
      'ovs-vsctl -- clear Bridge br0 sflow',
      'ovs-vsctl set bridge br0 ipfix=[]',
    ],
  },
  { acts: ['flow-logs-cut', 'configuration-edited'], commands: ['ovs-vsctl emer-reset'] },
  {
    acts: [],
    commands: [
      'ovs-vsctl --may-exist add-br br0',
      'ovs-vsctl add-port br0 mirror0',
      'ovs-vsctl del-port br0 tap9',
      'ovs-vsctl set interface tap9 type=internal',
      'ovs-vsctl set bridge br0 fail_mode=secure',
      'ovs-vsctl set port tap9 other_config:note=create-mirror',
    ],
  },
]

export const examples: readonly RecordExample[] = [
  ...commandExamples(SYSLOG, WRITERS, CALLS),
  {
    name: 'a mirror that the switch says it cannot run',
    source: SYSLOG,
    text: 'Nov 14 03:12:12 hv-07 ovs-vswitchd: ovs|00046|bridge|WARN|bridge br0: mirror span0 does not specify output; ignoring',
    acts: [],
  },
]
