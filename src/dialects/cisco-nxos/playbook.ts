/** Commands that save, check, stop and restore a session on NX-OS. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { sameBesideSources, sourcesBeyond } from '../_cisco-configuration/commands/narrow-sources.ts'
import { writeClause } from './grammar/filter.ts'
import { headOf, writeSession, writeSources } from './grammar/write-session.ts'

const PRESERVE = [
  'show clock',
  'show monitor session all',
  'show running-config monitor',
  'show accounting log',
  'show logging logfile',
  'show users',
  'show version',
] as const

/** Every session is a block: it is shut and stays as evidence. In another VDC the commands are typed there. */
export function writePlaybook({ address, session, allowed }: PlaybookRequest): PlaybookCommands {
  const commands = playbookOf(address, session, allowed)
  if (address.scope === '') return commands
  const inVdc = (list: readonly string[]) =>
    list.length === 0 ? list : [`switchto vdc ${address.scope}`, ...list, 'switchback']
  const { preserve, scope, contain, verify, rollback } = commands
  return {
    preserve: inVdc(preserve),
    scope: inVdc(scope),
    contain: inVdc(contain),
    verify: inVdc(verify),
    rollback: inVdc(rollback),
  }
}

function playbookOf(
  { namespace, id }: PlaybookRequest['address'],
  session: MirrorSession,
  allowed: MirrorSession | undefined,
): PlaybookCommands {
  if (namespace === 'capture') return capturePlaybook(session)
  if (namespace === 'rspan-vlan') return vlanPlaybook(id)
  return sessionPlaybook(id, session, allowed)
}

function sessionPlaybook(id: string, session: MirrorSession, allowed: MirrorSession | undefined): PlaybookCommands {
  const { take, give } = allowed === undefined ? stop(session) : goBack(id, session, allowed)
  return {
    preserve: [`show monitor session ${id}`, ...PRESERVE],
    scope: [
      'show running-config | include "monitor session|switchport monitor|erspan origin|scheduler job|cli alias|event manager"',
      'show accounting log | include "monitor|logging|aaa|ethanalyzer|tcpdump|copy"',
      // A vPC peer may hold the twin of the session.
      'show vpc',
      'show checkpoint summary',
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

function stop(session: MirrorSession): Undoing {
  const head = headOf(session)
  return { take: [head, '  shut'], give: session.enabled === false ? [] : [head, '  no shut'] }
}

/** Takes away what is not allowed; a session of other ends is written afresh. */
function goBack(id: string, session: MirrorSession, allowed: MirrorSession): Undoing {
  if (sameBesideSources(session, allowed)) return { take: narrow(session, allowed), give: narrow(allowed, session) }
  const removal = `no monitor session ${id}`
  return { take: [removal, ...writeSession(allowed)], give: [removal, ...writeSession(session)] }
}

/** The commands that make a session of `from` the one of `to`, where both differ in sources and filter alone. */
function narrow(from: MirrorSession, to: MirrorSession): readonly string[] {
  const [before, after] = [from.filter?.split('; ') ?? [], to.filter?.split('; ') ?? []]
  const body = [
    ...writeSources(sourcesBeyond(to.sources, from.sources)).map((line) => `no ${line}`),
    ...writeSources(sourcesBeyond(from.sources, to.sources)),
    ...before.filter((clause) => !after.includes(clause)).map((clause) => `no filter ${writeClause(clause)}`),
    ...after.filter((clause) => !before.includes(clause)).map((clause) => `filter ${writeClause(clause)}`),
  ]
  return [headOf(from), ...body.map((line) => `  ${line}`)]
}

function configure(commands: readonly string[]): readonly string[] {
  return commands.length === 0 ? [] : ['configure terminal', ...commands, 'end']
}

/** The destination port goes back to normal; the way of the tunnel stays visible. */
function verifyEnd({ interface: port, ip }: MirrorSession['destinations'][number]): readonly string[] {
  if (port !== undefined && /\d/.test(port)) return [`show interface ${port} | include "is |rate"`]
  return ip === undefined ? [] : [`show ip route ${ip}`]
}

function vlanPlaybook(vlan: string): PlaybookCommands {
  return {
    preserve: [`show vlan id ${vlan}`, 'show vlan remote-span', ...PRESERVE],
    scope: [`show interface trunk vlan ${vlan}`, `show mac address-table vlan ${vlan}`],
    contain: configure([`vlan ${vlan}`, '  no remote-span']),
    verify: ['show vlan remote-span'],
    rollback: configure([`vlan ${vlan}`, '  remote-span']),
  }
}

/** A capture has no name: its process and its file are looked for and kept. */
function capturePlaybook({ name, destinations }: MirrorSession): PlaybookCommands {
  // Interrupted, both close their file before they end.
  const process = name.startsWith('tcpdump') ? 'tcpdump' : 'dumpcap'
  const file = destinations.map((end) => end.file).find((name) => name?.includes('/') || name?.includes(':'))
  const files = file === undefined ? ['dir bootflash: | include cap'] : [`dir ${file}`, `show file ${file} sha256sum`]
  return {
    preserve: [...files, 'show processes | include "tcpdump|dumpcap|ethanalyzer|tshark"', ...PRESERVE],
    scope: [
      'show accounting log | include "copy|tcpdump|ethanalyzer|bash|guestshell"',
      'show guestshell detail',
      'show feature | include bash-shell',
    ],
    contain: [`run bash sudo pkill -INT -x ${process}`],
    verify: [`show processes | include ${process}`],
    rollback: [],
  }
}
