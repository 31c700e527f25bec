/** Commands that save, check, stop and restore a session on Junos. Every change is committed under a time limit. */

import type { MirrorSession } from '../../facts/mirror-session.ts'
import type { PlaybookCommands, PlaybookRequest } from '../../facts/playbook.ts'
import { narrowAnalyzer } from './narrow-analyzer.ts'

/** Minutes after which what was done goes back by itself, unless a second `commit` confirms it. */
const CONFIRM_MINUTES = 10

const PRESERVE = [
  'show configuration | display set | no-more',
  'show system commit',
  'show system rollback compare 1 0',
  'show log messages | match "UI_CFG_AUDIT|UI_COMMIT|UI_LOGIN"',
]

/**
 * What to type for one session. Deactivating keeps the statements as evidence; `commit confirmed` brings them back if the
 * change cuts off who made it.
 */
export function writePlaybook({ address, session, allowed }: PlaybookRequest): PlaybookCommands {
  if (address.namespace === 'monitor-traffic') return stopCapture(session)
  const path = pathOf(address)
  const narrowed = allowed === undefined ? undefined : narrowAnalyzer(path, session, allowed)
  const isOff = session.enabled === false && session.enabledReason === 'inactive'
  const contain = narrowed?.take ?? [`deactivate ${path}`]
  const rollback = narrowed?.give ?? (isOff ? [] : [`activate ${path}`])
  return {
    preserve: [`show configuration ${path} | display inheritance | no-more`, ...PRESERVE],
    scope: [
      'show forwarding-options analyzer',
      'show forwarding-options port-mirroring',
      `show configuration | match ${session.name}`,
    ],
    contain: configure(contain),
    verify: [...verifySession(address.namespace), ...session.destinations.flatMap(verifyEnd)],
    rollback: configure(rollback),
  }
}

const PATHS: Readonly<Record<string, string>> = {
  analyzer: 'forwarding-options analyzer',
  'ethernet-switching-analyzer': 'ethernet-switching-options analyzer',
  'port-mirroring-instance': 'forwarding-options port-mirroring instance',
  'mirror-filter': 'security forwarding-options mirror-filter',
}
const WHOLE_PATHS: Readonly<Record<string, string>> = {
  'port-mirroring': 'forwarding-options port-mirroring',
  'sampling-port-mirroring': 'forwarding-options sampling output port-mirroring',
  'packet-capture': 'forwarding-options packet-capture',
  'datapath-debug': 'security datapath-debug',
}

/** Where the session stands in the configuration: `logical-systems LS1 forwarding-options analyzer TAP`. */
function pathOf({ scope, namespace, id }: PlaybookRequest['address']): string {
  return [scope, pathWithin(namespace, id)].filter(Boolean).join(' ')
}

function pathWithin(namespace: string, id: string): string {
  const whole = WHOLE_PATHS[namespace]
  if (whole !== undefined) return whole
  if (namespace === 'flow-tap') return `services ${id}`
  if (namespace === 'mirror-decrypt-traffic') return `services ssl proxy profile ${id} mirror-decrypt-traffic`
  if (namespace === 'scripted-mirror') return `event-options policy ${id.split(' ')[0] ?? ''}`
  return `${PATHS[namespace] ?? namespace} ${id}`
}

function configure(commands: readonly string[]): readonly string[] {
  if (commands.length === 0) return []
  return ['configure exclusive', ...commands, 'show | compare', `commit confirmed ${CONFIRM_MINUTES}`, 'commit', 'exit']
}

function verifySession(namespace: string): readonly string[] {
  if (namespace.endsWith('analyzer')) return ['show forwarding-options analyzer']
  if (namespace.startsWith('port-mirroring')) return ['show forwarding-options port-mirroring']
  return namespace === 'datapath-debug' ? ['show security datapath-debug capture'] : []
}

/** The destination port goes back to normal; nothing is sent to the far end any more. */
function verifyEnd({ interface: port, ip, file }: MirrorSession['destinations'][number]): readonly string[] {
  if (port !== undefined) return [`show interfaces ${port} statistics | match "Output rate|Output packets"`]
  if (ip !== undefined) return [`show route ${ip}`]
  return file === undefined ? [] : [`file list /var/tmp/${file.replace(/^.*\//, '')}* detail`]
}

/** A capture on request has no statement: its process is ended, its file kept. */
function stopCapture({ destinations }: MirrorSession): PlaybookCommands {
  const files = destinations.flatMap(({ file }) => file ?? [])
  return {
    preserve: [
      'show system processes extensive | match tcpdump',
      ...files.map((file) => `file checksum sha-256 ${file.startsWith('/') ? file : `/var/tmp/${file}`}`),
      'show system users',
      ...PRESERVE,
    ],
    scope: ['file list /var/tmp detail', 'show log interactive-commands | match "monitor traffic|tcpdump|file copy"'],
    contain: ['show system users', 'request system logout terminal <terminal>'],
    verify: ['show system processes extensive | match tcpdump'],
    rollback: [],
  }
}
