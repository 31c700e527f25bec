/** What the messages of Junos that matter here say. */
import type { SignalKind } from '../../../facts/fact.ts'
import type { Actor } from '../../../facts/schema-parts.ts'
import { readAudit } from './audit.ts'
import type { JunosLine } from './junos-line.ts'
import { isKeptCommand } from './kept-commands.ts'

/** The meaning of one message. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: string; readonly actor: Actor; readonly comment?: string }
  | {
      readonly kind: 'signal'
      readonly signal: SignalKind
      readonly detail: string
      readonly actor: Actor
      readonly outcome?: 'accepted' | 'denied' | 'failed'
    }
  | { readonly kind: 'state'; readonly running: boolean }
  | { readonly kind: 'irrelevant'; readonly because: string }
  | { readonly kind: 'unrecognised'; readonly because: string }

type Reader = (line: JunosLine) => Meaning

/** @source Junos System Log Explorer, messages by tag; shapes of the UI family from napalm-logs and sc4s samples */
const READERS: Readonly<Record<string, Reader>> = {
  UI_CFG_AUDIT_SET: readAuditMessage,
  UI_CFG_AUDIT_OTHER: readAuditMessage,
  UI_CFG_AUDIT_NEW: readAuditMessage,
  UI_CMDLINE_READ_LINE: readCommandLine,
  UI_LOAD_EVENT: readLoad,
  UI_COMMIT: readCommitRequest,
  UI_COMMIT_PROGRESS: readCommitProgress,
  UI_COMMIT_COMPLETED: (line) => told(line, 'commit complete'),
  UI_COMMIT_AT_COMPLETED: (line) => told(line, 'commit complete'),
  UI_COMMIT_AT_FAILED: (line) => told(line, 'commit failed'),
  UI_COMMIT_NOT_CONFIRMED: (line) => told(line, 'commit not confirmed'),
  UI_DBASE_LOGIN_EVENT: (line) => told(line, 'configure'),
  UI_DBASE_LOGOUT_EVENT: (line) => told(line, 'exit configuration-mode'),
  UI_LOGIN_EVENT: readLogin,
  UI_AUTH_EVENT: readLogin,
  LOGIN_INFORMATION: readLogin,
  LOGIN_ROOT: readLogin,
  LOGIN_FAILED: readRefusal,
  LOGIN_REFUSED: readRefusal,
  LOGIN_PAM_AUTHENTICATION_ERROR: readRefusal,
  LOGIN_PAM_ERROR: readRefusal,
  LOGIN_FAILED_SET_LOGIN: readRefusal,
  SSHD_LOGIN_FAILED: readRefusal,
  SSHD_LOGIN_ATTEMPTS_THRESHOLD: readRefusal,
  UI_REBOOT_EVENT: readReboot,
  UI_HALT_EVENT: readReboot,
  UI_FACTORY_OPERATION: (line) => copiedIn(line, 'factory configuration loaded'),
  UI_RESCUE_OPERATION: (line) => copiedIn(line, 'rescue configuration'),
  PFE_ANALYZER_CFG_FAILED: () => ({ kind: 'state', running: false }),
  PFE_ANALYZER_SHIM_CFG_FAILED: () => ({ kind: 'state', running: false }),
  PFE_ANALYZER_TABLE_WRITE_FAILED: () => ({ kind: 'state', running: false }),
  PFE_ANALYZER_TASK_FAILED: () => ({ kind: 'state', running: false }),
}

/** Words of the messages above: what a line must have to become a fact. */
export const NEEDLES: readonly string[] = [
  'ui_cfg_audit_',
  'ui_cmdline_read_line',
  'ui_load_event',
  'ui_commit',
  'ui_dbase_log',
  'ui_reboot_event',
  'ui_halt_event',
  'ui_factory_operation',
  'ui_rescue_operation',
  'pfe_analyzer_',
]

/** Reads a message by its tag. Never throws. */
export function readMessage(line: JunosLine): Meaning {
  const { tag } = line
  const read = tag !== undefined && Object.hasOwn(READERS, tag) ? READERS[tag] : undefined
  return read?.(line) ?? { kind: 'irrelevant', because: `${tag ?? line.process} is not about mirroring` }
}

/** Who a message is about, in either form. */
function actorOf({ members, text }: JunosLine): Actor {
  const account = members.get('username') ?? /\b[Uu]ser:? '?([^\s',]{1,128})/.exec(text)?.[1]
  const from =
    members.get('source-address') ?? members.get('remote-host') ?? members.get('source-host') ?? hostIn(members, text)
  const named = account === undefined || account === '' ? {} : { account }
  return from === undefined || from === '' ? named : { ...named, from }
}

/** `ssh-connection '198.51.100.23 50220 192.0.2.7 22'`: the first address is where it comes from. */
function hostIn(members: JunosLine['members'], text: string): string | undefined {
  const connection = members.get('ssh-connection') ?? /ssh-connection '([^']{1,128})'/.exec(text)?.[1]
  return connection?.split(' ')[0] ?? /\bfrom (?:host )?'?([\w.:-]{1,128}?)'?(?:\s|,|$)/.exec(text)?.[1]
}

function told(line: JunosLine, command: string): Meaning {
  return { kind: 'command', command, actor: actorOf(line) }
}

function readAuditMessage(line: JunosLine): Meaning {
  const command = readAudit(line)
  if (command === undefined) return { kind: 'unrecognised', because: 'an audit record without a path' }
  return keepCommand(command, actorOf(line))
}

/** @source `UI_CMDLINE_READ_LINE: User 'U', command 'C '`; structured: username, command */
function readCommandLine(line: JunosLine): Meaning {
  const command = line.members.get('command') ?? /, command '(.*)'\s*$/s.exec(line.text)?.[1]
  if (command === undefined) return { kind: 'unrecognised', because: 'a command line without a command' }
  return keepCommand(command.trim(), actorOf(line))
}

function keepCommand(command: string, actor: Actor): Meaning {
  if (!isKeptCommand(command)) return { kind: 'irrelevant', because: 'a command that does not belong to a mirror' }
  return { kind: 'command', command, actor }
}

/** @source `UI_LOAD_EVENT: User 'U' is performing a 'rollback 3'`; structured: username, command */
function readLoad(line: JunosLine): Meaning {
  const what =
    line.members.get('command') ?? line.members.get('action') ?? /performing a '([^']{1,256})'/.exec(line.text)?.[1]
  if (what === undefined) return { kind: 'unrecognised', because: 'a load without its kind' }
  const command = /^(?:rollback|load)\b/.test(what) ? what : `load ${what}`
  return { kind: 'command', command, actor: actorOf(line) }
}

/** @source `UI_COMMIT: User 'U' requested 'commit' operation (comment: C)`; structured: username, command, message */
function readCommitRequest(line: JunosLine): Meaning {
  const asked = line.members.get('command') ?? /requested '([^']{1,128})' operation/.exec(line.text)?.[1]
  if (asked === undefined) return { kind: 'unrecognised', because: 'a commit without its kind' }
  const comment = line.members.get('message') ?? /\(comment: (.*)\)\s*$/s.exec(line.text)?.[1]
  const command = asked.startsWith('commit') ? asked : `commit ${asked}`
  const said = comment === undefined || comment === '' || comment === 'none' ? {} : { comment }
  return { kind: 'command', command, actor: actorOf(line), ...said }
}

/** Some thirty of these tell of one commit; how it ended is one of them. */
function readCommitProgress(line: JunosLine): Meaning {
  const said = line.members.get('message') ?? line.text
  if (/\bcommit complete\b/.test(said)) return told(line, 'commit complete')
  if (/\bcommit failed\b/.test(said)) return told(line, 'commit failed')
  return { kind: 'irrelevant', because: 'a commit on its way' }
}

function readLogin(line: JunosLine): Meaning {
  const actor = actorOf(line)
  const who = actor.account ?? 'somebody'
  return { kind: 'signal', signal: 'logged-in', detail: `${who} logged in`, actor, outcome: 'accepted' }
}

function readRefusal(line: JunosLine): Meaning {
  const actor = actorOf(line)
  const who = actor.account ?? 'somebody'
  return { kind: 'signal', signal: 'login-refused', detail: `${who} was not let in`, actor, outcome: 'denied' }
}

function readReboot(line: JunosLine): Meaning {
  const actor = actorOf(line)
  const by = /\bby '?([\w.-]{1,64})'?/.exec(line.text)?.[1]
  const named = actor.account === undefined && by !== undefined ? { ...actor, account: by } : actor
  return { kind: 'signal', signal: 'image-changed', detail: 'the system was restarted', actor: named }
}

function copiedIn(line: JunosLine, detail: string): Meaning {
  return { kind: 'signal', signal: 'configuration-copied-in', detail, actor: actorOf(line) }
}
