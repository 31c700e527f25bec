/** Who got in, who did not, and AAA servers that no longer answer, as NX-OS tells it in the words of its daemons. */

import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'

/** @source `%AUTHPRIV-3-SYSTEM_MSG: pam_aaa:Authentication failed [for user U] from A`, and OpenSSH's `PAM: Authentication failure` */
const REFUSED =
  /\b(?:pam_aaa: ?Authentication failed|PAM: Authentication failure|Failed (?:password|publickey|keyboard-interactive\S{0,8}))(?: for(?: user| illegal user| invalid user)? (\S{1,128}))?(?: from (\S{1,64}))?/i
/** @source OpenSSH: `Accepted password for U from A port N ssh2` */
const ACCEPTED = /\bAccepted \S{1,64} for (\S{1,128}) from (\S{1,64})/i
/** @source Linux-PAM: `session opened for user U by (uid=0)` */
const OPENED =
  /\(((?:dcos_)?(?:sshd|login|telnetd)|aaa)\S{0,32}\): session opened for user (\S{1,128}?)(?:\(uid=\d{1,10}\))? by/i
/** @source sudo: `U : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/sbin/tcpdump …`; NX-OS adds the name of the process */
const SUDO =
  /^\s*(\S{1,128}) : (?:TTY=(\S{1,64}) ; )?PWD=\S{1,512} ; USER=\S{1,64} ; COMMAND=(.{1,4096}?)(?: - sudo\S{0,16})?$/s
/** @source `%TACACS-3-TACACS_ERROR_MESSAGE`, `%RADIUS-3-RADIUS_ERROR_MESSAGE`: All servers failed to respond */
const UNANSWERED =
  /\b(?:failed to respond|not respond|unreachable|timed? ?out|no (?:active |valid )?servers?|local authentication)\b/i

/** What such a message means; undefined for every other message. Never throws. */
export function readLoginMessage({ facility, mnemonic, text }: CiscoMessage): Meaning | undefined {
  const short = text.slice(0, 4096)
  if (/^(?:TACACS|RADIUS|AAA)\b/.test(facility)) return readServers(mnemonic, short)
  if (mnemonic !== 'SYSTEM_MSG') return undefined
  return readRefused(short) ?? readAccepted(short) ?? readSudo(short)
}

function readRefused(text: string): Meaning | undefined {
  const refused = REFUSED.exec(text)
  if (refused === null) return undefined
  const actor = actorOf(refused[1], refused[2])
  return { kind: 'signal', signal: 'login-refused', detail: 'login refused', actor, outcome: 'denied' }
}

function readAccepted(text: string): Meaning | undefined {
  const [, account, from] = ACCEPTED.exec(text) ?? []
  if (account !== undefined)
    return { kind: 'signal', signal: 'logged-in', detail: 'logged in', actor: actorOf(account, from) }
  const opened = OPENED.exec(text)?.[2]
  return opened === undefined
    ? undefined
    : { kind: 'signal', signal: 'logged-in', detail: 'logged in', actor: { account: opened } }
}

/** What is run in the Linux below does not reach the accounting log. */
function readSudo(text: string): Meaning | undefined {
  const [, account, line, command] = SUDO.exec(text) ?? []
  if (account === undefined || command === undefined) return undefined
  const actor = { account, ...(line === undefined ? {} : { line }) }
  return mayBelongToMirror(command)
    ? { kind: 'command', command, actor }
    : { kind: 'irrelevant', because: 'a command of the shell that does not belong to a mirror' }
}

function actorOf(account: string | undefined, from: string | undefined): { account?: string; from?: string } {
  return { ...(account === undefined ? {} : { account }), ...(from === undefined ? {} : { from }) }
}

/** A server that does not answer leaves logins to the next method, which is the switch itself unless told otherwise. */
function readServers(mnemonic: string, text: string): Meaning | undefined {
  if (!/^(?:TACACS_ERROR_MESSAGE|RADIUS_ERROR_MESSAGE|AAA_\S{0,32})$/.test(mnemonic) || !UNANSWERED.test(text))
    return undefined
  return { kind: 'signal', signal: 'aaa-fallback-local', detail: text.slice(0, 200).replace(/\.$/, ''), actor: {} }
}
