/** Commands that save, check, stop and restore a session on IOS and IOS-XE. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { writeCopyPlaybook } from './copies-playbook.ts'
import { blockTypeOf, writeSession } from './grammar/session/write-session.ts'
import { narrowSession } from './narrow-session.ts'

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
export function writePlaybook(request: PlaybookRequest): PlaybookCommands {
  const { address, session, allowed } = request
  const own = writeCopyPlaybook(request)
  if (own !== undefined) return { ...own, preserve: [...own.preserve, ...PRESERVE] }
  if (address.namespace === 'monitor-capture') return capturePlaybook(address.id, session)
  if (address.namespace === 'rspan-vlan') return vlanPlaybook(address.id)
  return sessionPlaybook(address.id, session, allowed)
}

function sessionPlaybook(id: string, session: MirrorSession, allowed: MirrorSession | undefined): PlaybookCommands {
  const { take, give } = allowed === undefined ? stop(id, session) : goBack(id, session, allowed)
  return {
    preserve: [`show monitor session ${id} detail`, ...PRESERVE],
    scope: [
      'show running-config | include monitor session|remote-span|event manager|cli command|logging host|accounting',
      'show vlan remote-span',
      'show monitor capture',
      'show event manager policy registered',
    ],
    contain: configure(take),
    verify: [`show monitor session ${id}`, ...session.destinations.flatMap(verifyEnd)],
    rollback: configure(give),
  }
}

/** What takes a copy away, and what puts back what was found. */
interface Undoing {
  readonly take: readonly string[]
  readonly give: readonly string[]
}

function stop(id: string, session: MirrorSession): Undoing {
  const type = blockTypeOf(session)
  if (type === undefined) return { take: [`no monitor session ${id}`], give: writeSession(session) }
  const head = `monitor session ${id} type ${type}`
  return { take: [head, ' shutdown'], give: session.enabled === false ? [] : [head, ' no shutdown'] }
}

/** Takes away what is not allowed; a session of other ends is written afresh. */
function goBack(id: string, session: MirrorSession, allowed: MirrorSession): Undoing {
  const [take, give] = [narrowSession(session, allowed), narrowSession(allowed, session)]
  if (take !== undefined && give !== undefined) return { take, give }
  const removal = `no monitor session ${id}`
  return { take: [removal, ...writeSession(allowed)], give: [removal, ...writeSession(session)] }
}

function configure(commands: readonly string[]): readonly string[] {
  return commands.length === 0 ? [] : ['configure terminal', ...commands, 'end']
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

/** A capture that was exported is somewhere else, too. */
function capturePlaybook(name: string, { destinations }: MirrorSession): PlaybookCommands {
  const collectors = destinations.flatMap(({ ip }) => (ip === undefined ? [] : [`show ip route ${ip}`]))
  return {
    preserve: [
      `show monitor capture ${name}`,
      `show monitor capture ${name} parameter`,
      'dir flash: | include pcap',
      ...PRESERVE,
    ],
    scope: ['show monitor capture', 'show ip sockets', 'show running-config | include ftp|tftp|scp', ...collectors],
    contain: [`monitor capture ${name} stop`],
    verify: [`show monitor capture ${name} | include Status`],
    rollback: [`monitor capture ${name} start`],
  }
}
