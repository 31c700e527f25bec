/** Commands that save, check, stop and restore copies that are no monitor session: exports, access maps, scripts, captures. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'

/** The commands for one of these kinds, without those that every finding on the platform has; undefined for other kinds. */
export function writeCopyPlaybook({ address, session }: PlaybookRequest): PlaybookCommands | undefined {
  const { namespace, id } = address
  switch (namespace) {
    case 'traffic-export':
      return exportPlaybook(id, session)
    case 'vlan-access-map':
      return accessMapPlaybook(id, session)
    case 'capture-port':
      return portPlaybook(id)
    case 'event-manager':
      return appletPlaybook(id)
    case 'kron':
      return policyPlaybook(id)
    case 'alias':
      return aliasPlaybook(id, session)
    case 'platform-capture':
      return platformPlaybook(id)
    default:
      return undefined
  }
}

function configure(commands: readonly string[]): readonly string[] {
  return commands.length === 0 ? [] : ['configure terminal', ...commands, 'end']
}

/** Taken from its interfaces, a profile copies nothing and stays as evidence. */
function exportPlaybook(profile: string, { sources }: MirrorSession): PlaybookCommands {
  const ports = sources.flatMap(({ interface: port }) => port ?? [])
  const onPorts = (command: string) => configure(ports.flatMap((port) => [`interface ${port}`, ` ${command}`]))
  return {
    preserve: ['show ip traffic-export', `show running-config | section ip traffic-export profile ${profile}`],
    scope: ['show running-config | include ^interface|traffic-export', 'show access-lists'],
    contain: onPorts(`no ip traffic-export apply ${profile}`),
    verify: ['show ip traffic-export'],
    rollback: onPorts(`ip traffic-export apply ${profile}`),
  }
}

/** Ports that no longer receive captures end the copy and leave the map's other work alone. */
function accessMapPlaybook(map: string, { destinations }: MirrorSession): PlaybookCommands {
  const ports = destinations.flatMap(({ interface: port }) => port ?? [])
  const onPorts = (command: string) => configure(ports.flatMap((port) => [`interface ${port}`, ` ${command}`]))
  return {
    preserve: [`show vlan access-map ${map}`, `show vlan filter access-map ${map}`, 'show access-lists'],
    scope: ['show vlan filter', 'show running-config | include ^interface|switchport capture'],
    contain: onPorts('no switchport capture'),
    verify: ports.map((port) => `show interfaces ${port} | include line protocol|output rate`),
    rollback: onPorts('switchport capture'),
  }
}

function portPlaybook(port: string): PlaybookCommands {
  return {
    preserve: [`show running-config interface ${port}`],
    scope: ['show vlan access-map', 'show vlan filter'],
    contain: configure([`interface ${port}`, ' no switchport capture']),
    verify: [`show running-config interface ${port} | include capture`],
    rollback: configure([`interface ${port}`, ' switchport capture']),
  }
}

/** Suspending keeps the applet as evidence; it holds back every applet of the device. */
function appletPlaybook(applet: string): PlaybookCommands {
  return {
    preserve: [
      `show running-config | section event manager applet ${applet}`,
      'show event manager policy registered',
      'show event manager history events detailed',
    ],
    scope: ['show event manager environment all', 'show monitor session all detail', 'show monitor capture'],
    contain: configure(['event manager scheduler suspend']),
    verify: ['show event manager scheduler thread detailed', 'show event manager policy pending'],
    rollback: configure(['no event manager scheduler suspend']),
  }
}

/** A policy without its text cannot be put back: what `preserve` printed is the way back. */
function policyPlaybook(policy: string): PlaybookCommands {
  return {
    preserve: [`show running-config | section kron`, 'show kron schedule'],
    scope: ['show monitor capture', 'dir flash: | include pcap'],
    contain: configure([`no kron policy-list ${policy}`]),
    verify: ['show kron schedule'],
    rollback: [],
  }
}

/** `details.script` has the mode that the alias belongs to: `alias configure tap`. */
function aliasPlaybook(name: string, { details }: MirrorSession): PlaybookCommands {
  const script = details?.script ?? `alias exec ${name}`
  return {
    preserve: [`show running-config | include ${script}`, 'show archive log config all'],
    scope: ['show running-config | include ^alias', 'show monitor session all detail', 'show monitor capture'],
    contain: configure([`no ${script}`]),
    verify: [`show running-config | include ${script}`],
    rollback: [],
  }
}

function platformPlaybook(kind: string): PlaybookCommands {
  if (kind === 'packet-trace')
    return {
      preserve: ['show platform packet-trace configuration', 'show platform packet-trace summary'],
      scope: ['show platform conditions', 'dir flash: | include pcap'],
      contain: ['debug platform condition stop'],
      verify: ['show platform conditions'],
      rollback: ['debug platform condition start'],
    }
  const head = `debug platform software fed switch active ${kind} packet-capture`
  const show = `show platform software fed switch active ${kind} packet-capture`
  return {
    preserve: [`${show} status`, `${show} brief`],
    scope: ['dir flash: | include pcap'],
    contain: [`${head} stop`],
    verify: [`${show} status`],
    rollback: [`${head} start`],
  }
}
