/** Commands that save, check, stop and restore a tap group. A person runs them. */
import type { MirrorDestination, MirrorSession, MirrorSource } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'

/** A group is made inactive and stays as evidence; where a part of it is allowed, that part takes its place. */
export function writePlaybook({ address: { id }, session, allowed }: PlaybookRequest): PlaybookCommands {
  const head = `tap-group ${id}`
  return {
    preserve: ['show clock', `show ${head} detail`, 'show configuration', 'show audit-log', 'show users'],
    scope: ['show tap-group', 'show configuration | include tap-group|audit-log'],
    contain: configure(allowed === undefined ? [head, ' no active'] : [`no ${head}`, ...writeSession(allowed)]),
    verify: [`show ${head}`],
    rollback: configure(allowed === undefined ? [head, ' active'] : [`no ${head}`, ...writeSession(session)]),
  }
}

function configure(commands: readonly string[]): readonly string[] {
  return ['configure', ...commands, 'end']
}

/** A group as the commands that make it: what the grammar reads, it reads back the same. */
export function writeSession({ name, sources, destinations, enabled }: MirrorSession): readonly string[] {
  return [
    `tap-group ${name}`,
    ...sources.map(writeSource),
    ...destinations.map(writeDestination),
    ...(enabled === true ? [' active'] : []),
  ]
}

const WAYS = { rx: 'inbound', tx: 'outbound', both: 'both' } as const

function writeSource({ interface: port, vlan, direction }: MirrorSource): string {
  return port === undefined ? ` watch vlan ${vlan ?? ''}` : ` watch port ${port} ${WAYS[direction]}`
}

function writeDestination({ interface: port, ip }: MirrorDestination): string {
  return ` deliver ${port === undefined ? `remote ${ip ?? ''}` : `port ${port}`}`
}
