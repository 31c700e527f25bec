/** What the messages of EOS that matter here say. */
import type { Actor } from '../../../facts/schema-parts.ts'
import { mayBelongToMirror } from '../../_commands/mirror-words.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'

/** Only the start of a message is looked at; a command may be as long as its line. */
const MAX_TEXT = 1024
const NOT_ABOUT_IT = 'is not about mirroring'
/** Terminals that people type on; TerminAttr, GNMI, command-api and the like send whole configurations. */
const TERMINAL = /^(?:console|ssh|telnet|(?:con|vty|tty|aux|pts\/?|ttyS)\d{0,4})$/i
/** What EOS writes where nobody is known. */
const NOBODY = /^(?:unknown|UnknownUser|UnknownTty|UnknownIpAddr|0\.0\.0\.0|)$/

/** Reads a message by facility and mnemonic. Never throws. */
export function readMessage({ facility, mnemonic, text }: CiscoMessage): Meaning {
  const start = text.slice(0, MAX_TEXT)
  switch (facility) {
    case 'SYS':
      return readSystemMessage(mnemonic, start)
    case 'ACCOUNTING':
      return readAccounting(mnemonic, text)
    case 'MIRRORING':
      return readMirroring(start)
    case 'AAA':
    case 'TACACS':
    case 'RADIUS':
      return readAaa(mnemonic, start)
    default:
      return irrelevant(`${facility} ${mnemonic} ${NOT_ABOUT_IT}`)
  }
}

/** @source EOS `SYS` messages `CONFIG_I`, `CONFIG_SESSION_…`, in published logs */
function readSystemMessage(mnemonic: string, text: string): Meaning {
  if (mnemonic === 'CONFIG_I') return readConfigured(text)
  if (mnemonic === 'CONFIG_SESSION_COMMIT_SUCCESS') return readCommit(text)
  if (mnemonic === 'CONFIG_SESSION_COMMIT_TIMER_TIMEDOUT') {
    const session = / session (\S{1,128}) /.exec(text)?.[1] ?? 'unknown'
    return copiedIn(`configuration session ${session} rolled back, its commit timer ran out`, {})
  }
  // The mnemonic of a replacement was seen in no published log: its word decides.
  if (mnemonic.startsWith('CONFIG_REPLACE') && !/FAIL/.test(mnemonic))
    return copiedIn('running configuration replaced', actorAfter(text, /\b[Uu]ser (\S{1,128})/))
  return irrelevant(`SYS ${mnemonic} changes nothing`)
}

/** `Configured from console by netops-1 on vty3 (192.0.2.10)` */
function readConfigured(text: string): Meaning {
  const [, origin] = /^Configured from (\S{1,512}) by /.exec(text) ?? []
  if (origin === undefined) return { kind: 'unrecognised', because: 'CONFIG_I without an origin' }
  const actor = actorAfter(text, / by (\S{1,128})/)
  const detail = `configured from ${origin}`
  if (!TERMINAL.test(origin)) return copiedIn(detail, actor)
  return { kind: 'signal', signal: 'configuration-edited', detail, actor }
}

/** `User netops-1 committed configuration session S1 successfully on vty3 (192.0.2.10)` */
function readCommit(text: string): Meaning {
  const session = /configuration session (\S{1,128})/.exec(text)?.[1] ?? 'unknown'
  const actor = actorAfter(text, /^User (\S{1,128}) /)
  const { line } = actor
  const detail = `configuration session ${session} committed`
  // Where nobody types, the command log shows nothing of what was committed.
  if (line !== undefined && !TERMINAL.test(line)) return copiedIn(`${detail} by ${line}`, actor)
  return { kind: 'signal', signal: 'configuration-edited', detail, actor }
}

function copiedIn(detail: string, actor: Actor): Meaning {
  return { kind: 'signal', signal: 'configuration-copied-in', detail, actor }
}

/** The account that a pattern finds, with `on vty3 (192.0.2.10)` after it. */
function actorAfter(text: string, account: RegExp): Actor {
  const [, line, from] = / on (\S{1,64})(?: \(([^)]{1,128})\))?/.exec(text) ?? []
  return actorOf({ account: account.exec(text)?.[1], line, from })
}

function actorOf(said: { readonly [member in 'account' | 'line' | 'from']: string | undefined }): Actor {
  const known = Object.entries(said).filter(([, value]) => value !== undefined && !NOBODY.test(value))
  // Calls of an interface for programs come with a port, which names nobody.
  return Object.fromEntries(known.map(([member, value]) => [member, value?.replace(/^(\d[\d.]{6,14}):\d{1,5}$/, '$1')]))
}

/**
 * `netops-1 vty6 192.0.2.10 stop task_id=17 start_time=… timezone=UTC service=shell priv-lvl=15 cmd=monitor session … <cr>`
 *
 * @source EOS `ACCOUNTING-6-CMD`, `ACCOUNTING-5-EXEC`, in published logs
 */
function readAccounting(mnemonic: string, text: string): Meaning {
  const [, account, line, from, act] =
    /^(\S{0,128}) (\S{1,64}) (\S{1,128}) (start|stop|update) /.exec(text.slice(0, MAX_TEXT)) ?? []
  if (act === undefined) return { kind: 'unrecognised', because: `ACCOUNTING ${mnemonic} in an unknown layout` }
  const actor = actorOf({ account, line, from })
  if (mnemonic === 'EXEC' && act === 'start')
    return { kind: 'signal', signal: 'logged-in', detail: `shell started on ${line ?? 'a line'}`, actor }
  const at = text.indexOf(' cmd=')
  if (mnemonic !== 'CMD' || at === -1) return irrelevant(`ACCOUNTING ${mnemonic} without a command`)
  const command = text
    .slice(at + ' cmd='.length)
    .replace(/\s?<cr>\s*$/i, '')
    .trim()
  if (!mayBelongToMirror(command)) return irrelevant('a command that does not belong to a mirror')
  return { kind: 'command', command, actor }
}

/**
 * The facility of mirroring. No published log has its mnemonics: a session that its text calls up or down is taken at its word.
 *
 * @source facility `MIRRORING` of EOS `logging level`
 */
function readMirroring(text: string): Meaning {
  const running = /\b(?:in|de|not )active|\b(?:down|disabled|removed|deleted|stopped|failed)\b/i.test(text)
    ? false
    : /\b(?:up|active|enabled|created|started|running)\b/i.test(text)
  const isState = running || /\b(?:inactive|down|disabled|removed|deleted|stopped|failed)\b|\bnot active\b/i.test(text)
  if (!isState) return irrelevant('MIRRORING says nothing of a session that runs or stops')
  const name = /\bsession ["']?([\w.:-]{1,128}?)["']?(?=[\s,:]|\.?$)/i.exec(text)?.[1]
  if (name === undefined) return { kind: 'state', running }
  return { kind: 'state', running, address: { scope: '', namespace: 'monitor-session', id: name } }
}

const FALLBACK = /\bfall(?:ing|s)?[ -]?back\b.{0,80}\blocal\b|\busing local\b|\blocal\b.{0,40}\bfallback\b/i

/**
 * `user netops-1 logged in [from: 192.0.2.10] [service: sshd]`, `… failed to login [from: …] [service: …] [reason: …]`
 *
 * @source EOS `AAA-5-LOGIN`, `AAA-4-LOGIN_FAILED`, in published logs; other refusals and the fall-back by their words
 */
function readAaa(mnemonic: string, text: string): Meaning {
  const account = /\b[Uu]ser (\S{1,128}) (?:logged|failed|is|was|not)\b/.exec(text)?.[1]
  const actor = actorOf({ account, from: bracketed(text, 'from'), line: undefined })
  if (FALLBACK.test(text) || mnemonic.includes('FALLBACK'))
    return {
      kind: 'signal',
      signal: 'aaa-fallback-local',
      detail: 'AAA asked the device itself instead of a server',
      actor,
    }
  if (mnemonic === 'LOGIN')
    return {
      kind: 'signal',
      signal: 'logged-in',
      detail: `logged in by ${bracketed(text, 'service') ?? 'console'}`,
      actor,
    }
  if (mnemonic === 'LOGIN_FAILED') {
    const reason = bracketed(text, 'reason')
    const detail = `login refused${reason === undefined ? '' : `: ${reason}`}`
    return { kind: 'signal', signal: 'login-refused', detail, actor, outcome: 'denied' }
  }
  const command = / command '(.{1,512})'/.exec(text)?.[1]
  if (command !== undefined && /fail|den/i.test(text) && mayBelongToMirror(command))
    return { kind: 'command', command, actor, outcome: 'denied' }
  if (/AUTHZ|AUTHORIZATION/.test(mnemonic) && /fail|den/i.test(`${mnemonic} ${text}`))
    return { kind: 'signal', signal: 'privilege-refused', detail: 'authorisation refused', actor, outcome: 'denied' }
  return irrelevant(`AAA ${mnemonic} is no login`)
}

/** `[from: 192.0.2.10]` → `192.0.2.10` */
function bracketed(text: string, name: 'from' | 'service' | 'reason'): string | undefined {
  const at = text.indexOf(`[${name}: `)
  const end = text.indexOf(']', at)
  return at === -1 || end === -1 ? undefined : text.slice(at + name.length + 3, end).slice(0, 128)
}

function irrelevant(because: string): Meaning {
  return { kind: 'irrelevant', because }
}
