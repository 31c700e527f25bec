/** Commands that save, check, stop and restore a session on EOS. */
import type { MirrorDestination, MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { sameBesideSources, sourcesBeyond } from '../_cisco-configuration/commands/narrow-sources.ts'
import { writeFilter, writeMonitorSession, writeQueueMonitor, writeSources } from './grammar/write-session.ts'

const PRESERVE = [
  'show clock',
  'show running-config section monitor session',
  'show configuration sessions detail',
  'show logging',
  'show users',
  'show version',
] as const
const SCOPE = [
  'show running-config | include monitor session|queue-monitor|switchport t|event-handler|schedule|logging|accounting',
  'show event-handler',
  'show schedule summary',
  'show processes | include tcpdump',
] as const

const SCRIPTS: readonly string[] = ['event-handler', 'daemon', 'alias', 'schedule']

/** Sessions of EOS have no switch: they are removed, and come back line by line. */
export function writePlaybook({ address, session, allowed }: PlaybookRequest): PlaybookCommands {
  const { id, namespace } = address
  if (namespace === 'capture') return capturePlaybook(id, session)
  if (SCRIPTS.includes(namespace)) return scriptPlaybook(namespace, id)
  if (namespace === 'tap-group' || namespace === 'tap-port') return tapPlaybook(namespace, id, session)
  const isQueue = namespace === 'queue-monitor'
  const { take, give } = isQueue ? stopQueue(session) : undo(id, session, allowed)
  const show = isQueue ? 'show queue-monitor length status' : `show monitor session ${id}`
  return {
    preserve: [show, ...PRESERVE],
    scope: SCOPE,
    contain: configure(take),
    verify: [show, ...session.destinations.flatMap(verifyEnd)],
    rollback: configure(give),
  }
}

/** What takes a copy away, and what puts back what was found. */
interface Undoing {
  readonly take: readonly string[]
  readonly give: readonly string[]
}

function undo(id: string, session: MirrorSession, allowed: MirrorSession | undefined): Undoing {
  const remove = `no monitor session ${id}`
  if (allowed === undefined) return { take: [remove], give: writeMonitorSession(session) }
  const take = narrow(id, session, allowed)
  const give = narrow(id, allowed, session)
  if (take !== undefined && give !== undefined) return { take, give }
  return { take: [remove, ...writeMonitorSession(allowed)], give: [remove, ...writeMonitorSession(session)] }
}

/** From one session to another of the same ends: the lines for its sources and lists alone. */
function narrow(id: string, from: MirrorSession, to: MirrorSession): readonly string[] | undefined {
  if (!sameBesideSources(from, to)) return undefined
  const head = `monitor session ${id}`
  const [before, after] = [writeFilter(from.filter), writeFilter(to.filter)]
  return [
    ...writeSources(sourcesBeyond(to.sources, from.sources), undefined).map((line) => `no ${head} ${line}`),
    ...writeSources(sourcesBeyond(from.sources, to.sources), to.filter).map((line) => `${head} ${line}`),
    ...before.filter((line) => !after.includes(line)).map((line) => `no ${head} ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `${head} ${line}`),
  ]
}

function stopQueue(session: MirrorSession): Undoing {
  return { take: ['no queue-monitor length mirror'], give: writeQueueMonitor(session) }
}

function configure(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['configure terminal', ...lines, 'end']
}

function verifyEnd({ interface: port, ip }: MirrorDestination): readonly string[] {
  if (ip !== undefined) return [`show ip route ${ip}`]
  return port === undefined || port === 'Cpu' ? [] : [`show interfaces ${port} counters rates`]
}

/** The file stays where it is: it is evidence. */
function capturePlaybook(id: string, { sources, destinations, filter }: MirrorSession): PlaybookCommands {
  const file = destinations.find((end) => end.file !== undefined)?.file
  const port = sources[0]?.interface ?? 'any'
  const stored = file?.startsWith('/') === true ? [`bash ls -l ${file}`] : ['dir flash:']
  const named = !id.includes('/') && !id.includes(' ')
  const start = [
    'tcpdump',
    ...(named ? [`session ${id}`] : []),
    ...(port === 'any' ? [] : [`interface ${port}`]),
    ...(file === undefined || file === 'terminal' ? [] : [`file ${file.startsWith('/') ? 'file:' : ''}${file}`]),
    ...(filter === undefined ? [] : [`filter ${filter}`]),
  ]
  return {
    preserve: ['show processes | include tcpdump', ...stored, ...PRESERVE],
    scope: SCOPE,
    contain: named ? [`no tcpdump session ${id}`] : ['bash sudo pkill tcpdump'],
    verify: ['show processes | include tcpdump'],
    rollback: [start.join(' ')],
  }
}

/** A script is taken away whole; its text is in what was preserved. */
function scriptPlaybook(kind: string, id: string): PlaybookCommands {
  return {
    preserve: [`show running-config section ${kind}`, ...PRESERVE],
    scope: SCOPE,
    contain: configure([`no ${kind} ${id}`]),
    verify: [`show running-config section ${kind}`, 'show monitor session', 'show processes | include tcpdump'],
    rollback: [],
  }
}

function tapPlaybook(namespace: string, id: string, { sources, destinations }: MirrorSession): PlaybookCommands {
  const ports = (ends: readonly { readonly interface?: string | undefined }[]) =>
    ends.flatMap(({ interface: port }) => port ?? [])
  const to = ports(destinations)
  const lines =
    namespace === 'tap-group'
      ? to.map((port) => [`interface ${port}`, `switchport tool group set ${id}`])
      : [[`interface ${id}`, `switchport tap default interface ${to.join(',')}`]]
  return {
    preserve: ['show tap aggregation groups', 'show interfaces tap', 'show interfaces tool', ...PRESERVE],
    scope: SCOPE,
    contain: configure(lines.flatMap(([head = '', line = '']) => [head, ` no ${line}`])),
    verify: ['show tap aggregation groups', ...ports(sources).map((port) => `show interfaces ${port} tap`)],
    rollback: configure(lines.flatMap(([head = '', line = '']) => [head, ` ${line}`])),
  }
}
