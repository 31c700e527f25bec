/**
 * Typed commands of Junos that show an act by themselves, and the same statements as its audit records them. The CLI completes words, so
 * nothing is cut short in a log.
 */
import type { CommandSignature } from '../../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import { commandPattern, GAP } from '../../_content/command-pattern.ts'

/** Statements below which a change of the configuration shows an act. */
interface StatementGroup {
  readonly acts: readonly RecordAct[]
  /** Alternatives of verbs. `delete|deactivate` */
  readonly verbs: string
  /** Paths from the top, as `commandPattern` takes them. */
  readonly paths: readonly string[]
  readonly cannotTell?: readonly string[]
}

const ANY_VERB = 'set|delete|activate|deactivate'
const TARGET = 'system syslog host|file|user <word>'
/** Facilities that are not about commands. */
const FACILITIES = 'any|authorization|change|conflict-log|daemon|firewall|kernel|pfe|security|user'

const STATEMENTS: readonly StatementGroup[] = [
  {
    acts: ['session-set'],
    verbs: 'set|activate',
    paths: [
      'forwarding-options|ethernet-switching-options analyzer <word>',
      'forwarding-options port-mirroring',
      'firewall family <word> filter <word> term <word> then port-mirror|port-mirror-instance',
      'firewall filter <word> term <word> then port-mirror|port-mirror-instance',
      'security forwarding-options mirror-filter',
      'services flow-tap|dynamic-flow-capture',
    ],
    cannotTell: ['which interfaces a filter copies, where it is bound elsewhere'],
  },
  {
    acts: ['session-removed'],
    verbs: 'delete|deactivate',
    paths: [
      'forwarding-options|ethernet-switching-options analyzer <word>',
      'forwarding-options port-mirroring instance|family <word>',
    ],
    cannotTell: ['whether the session was there'],
  },
  {
    acts: ['capture-set'],
    verbs: 'set|activate',
    paths: ['forwarding-options packet-capture', 'security datapath-debug capture-file'],
  },
  {
    acts: ['logging-cut'],
    verbs: 'delete|deactivate',
    paths: ['system syslog <end>', `${TARGET} <end>`, `${TARGET} ${FACILITIES}`],
    cannotTell: ['whether other targets still receive the log'],
  },
  { acts: ['logging-cut'], verbs: 'set', paths: [`${TARGET} ${FACILITIES} none`] },
  { acts: ['command-logging-cut'], verbs: 'delete|deactivate', paths: [`${TARGET} interactive-commands|change-log`] },
  { acts: ['command-logging-cut'], verbs: 'set', paths: [`${TARGET} interactive-commands|change-log none`] },
  { acts: ['accounting-cut'], verbs: 'delete|deactivate', paths: ['system accounting'] },
  { acts: ['aaa-fallback-local'], verbs: 'set', paths: ['system authentication-order password <end>'] },
  { acts: ['aaa-fallback-local'], verbs: 'delete|deactivate', paths: ['system authentication-order tacplus|radius'] },
  {
    acts: ['aaa-server-changed'],
    verbs: ANY_VERB,
    paths: ['system tacplus-server|radius-server|tacplus-options|radius-options'],
  },
  {
    acts: ['tunnel-changed'],
    verbs: ANY_VERB,
    paths: ['interfaces <word> tunnel', 'interfaces <word> unit <word> tunnel'],
    cannotTell: ['whether a copy travels that way'],
  },
  {
    acts: ['route-changed'],
    verbs: ANY_VERB,
    paths: ['routing-options static', 'routing-options rib <word> static'],
    cannotTell: ['whether a copy travels that way'],
  },
  { acts: ['translation-changed'], verbs: ANY_VERB, paths: ['security|services nat'] },
  {
    acts: ['filter-changed'],
    verbs: ANY_VERB,
    paths: [
      'firewall family <word> filter <word> term <word> from',
      'firewall filter <word> term <word> from',
      'firewall family <word> filter <word> term <word> then accept|count|discard|log|next|policer|reject',
    ],
    cannotTell: ['whether a mirror uses the filter'],
  },
]

/** Parts of a device whose configuration has the same hierarchies. */
const CONTEXT = String.raw`(?:(?:logical-systems|tenants|routing-instances)${GAP}\S{1,64}${GAP}){0,2}`

function typedStatement({ acts, verbs, paths, cannotTell = [] }: StatementGroup): CommandSignature {
  const command = `(?:top${GAP})?(?:${verbs})${GAP}${CONTEXT}${commandPattern(...paths)}`
  return { acts, command, cannotTell: [...cannotTell, 'whether the change was committed'] }
}

/** A statement as the audit writes it: an expression for a whole line. */
export interface AuditedStatement {
  readonly acts: readonly RecordAct[]
  readonly expression: string
  readonly cannotTell?: readonly string[]
}

/** @source Junos `UI_CFG_AUDIT_SET: User 'U' set: [path] …`, `UI_CFG_AUDIT_OTHER`, BSD and structured form */
export const AUDITED: readonly AuditedStatement[] = STATEMENTS.map(({ verbs, paths, ...said }) => ({
  ...said,
  expression: String.raw`UI_CFG_AUDIT_[A-Z]{3,8}(?::\s.{1,140}\s(?:${verbs}):?\s?\[|\s\[junos@.{1,200}action="(?:${verbs})" pathname="\[?)${CONTEXT}${commandPattern(...paths)}`,
}))

/** Commands of operational mode act at once. */
const OPERATIONAL: readonly CommandSignature[] = [
  { acts: ['session-set', 'session-removed'], command: commandPattern('rename forwarding-options analyzer <word> to') },
  {
    acts: ['capture-set'],
    command: commandPattern(
      'monitor traffic {(?:.{0,200}\\s)?write-file}',
      '{(?:start\\sshell\\scommand\\s|request\\srouting-engine\\sexecute\\s.{0,60}\\scommand\\s)?["\']?(?:sudo\\s)?(?:/[\\w/]{0,64}/)?tcpdump\\s(?:.{0,200}\\s)?-[a-z]{0,8}w}',
      'request packet-capture start',
      'request security datapath-debug capture start',
    ),
    cannotTell: ['when it ends'],
  },
  {
    acts: ['capture-removed'],
    command: commandPattern('request packet-capture stop', 'request security datapath-debug capture stop'),
  },
  {
    acts: ['capture-exported'],
    command: commandPattern('file copy|archive {\\S{0,200}\\.p?cap\\S{0,16}\\s\\S{0,64}(?:@|:)\\S{0,200}}'),
  },
  { acts: ['logging-cut'], command: commandPattern('clear log', 'restart event-processing|syslog') },
  {
    acts: ['shell-entered'],
    command: commandPattern('start shell <end>', 'start shell user', 'start shell sh|csh <end>'),
    cannotTell: ['what is done inside'],
  },
  {
    acts: ['image-changed'],
    command: commandPattern('request system|vmhost software|reboot|snapshot|halt|power-off|zeroize'),
  },
  { acts: ['configuration-copied-in'], command: commandPattern('rollback {[1-9]\\d?|rescue}', 'load <word> <word>') },
  {
    acts: ['configuration-edited'],
    command: commandPattern('commit <end>', 'commit and-quit|comment|confirmed|force|synchronize|complete'),
  },
]

export const commandSignatures: readonly CommandSignature[] = [...STATEMENTS.map(typedStatement), ...OPERATIONAL]
