/** Commands that save, check, stop and restore a session on IOS and IOS-XE. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../contract.ts'
import { blockTypeOf, writeSession } from './grammar/write-session.ts'

const PRESERVE = [
  'show clock detail',
  'show monitor session all detail',
  'show running-config | section monitor|vlan',
  'show archive log config all',
  'show logging',
  'show users',
  'show version',
] as const

/** Exact for each form: block sessions are shut and stay as evidence, one-line sessions can only be removed. */
export function writePlaybook({ address, session, before }: PlaybookRequest): PlaybookCommands {
  if (address.namespace === 'monitor-capture') return capturePlaybook(address.id)
  if (address.namespace === 'rspan-vlan') return vlanPlaybook(address.id)
  return sessionPlaybook(address.id, session, before)
}

function sessionPlaybook(id: string, session: MirrorSession, before: MirrorSession | undefined): PlaybookCommands {
  const type = blockTypeOf(session)
  const stop = type === undefined ? [`no monitor session ${id}`] : [`monitor session ${id} type ${type}`, ' shutdown']
  return {
    preserve: [`show monitor session ${id} detail`, ...PRESERVE],
    scope: [
      'show running-config | include monitor session|remote-span|event manager|cli command|logging host|accounting',
      'show vlan remote-span',
      'show monitor capture',
      'show event manager policy registered',
    ],
    contain: ['configure terminal', ...stop, 'end'],
    verify: [`show monitor session ${id}`, ...session.destinations.flatMap(verifyEnd)],
    rollback: ['configure terminal', `no monitor session ${id}`, ...writeSession(before ?? session), 'end'],
  }
}

/** The destination port goes back to normal; the tunnel's counters stand still. */
function verifyEnd({ interface: port, ip }: MirrorSession['destinations'][number]): readonly string[] {
  if (port !== undefined) return [`show interfaces ${port} | include line protocol|output rate`]
  return ip === undefined ? [] : [`show ip route ${ip}`]
}

function vlanPlaybook(vlan: string): PlaybookCommands {
  return {
    preserve: [`show vlan id ${vlan}`, 'show vlan remote-span', ...PRESERVE],
    scope: [`show interfaces trunk | include ${vlan}`, `show mac address-table vlan ${vlan}`],
    contain: ['configure terminal', `vlan ${vlan}`, ' no remote-span', 'end'],
    verify: ['show vlan remote-span'],
    rollback: ['configure terminal', `vlan ${vlan}`, ' remote-span', 'end'],
  }
}

function capturePlaybook(name: string): PlaybookCommands {
  return {
    preserve: [
      `show monitor capture ${name}`,
      `show monitor capture ${name} parameter`,
      'dir flash: | include pcap',
      ...PRESERVE,
    ],
    scope: ['show monitor capture', 'show ip sockets', 'show running-config | include ftp|tftp|scp'],
    contain: [`monitor capture ${name} stop`],
    verify: [`show monitor capture ${name} | include Status`],
    rollback: [`monitor capture ${name} start`],
  }
}
