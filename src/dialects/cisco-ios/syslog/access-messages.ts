/** Messages about who got in, who became privileged, and AAA servers that no longer answer. */
import type { Actor } from '../../../facts/schema-parts.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import type { Meaning } from '../../_syslog/cisco-line-reader.ts'

/** @source Cisco IOS `login on-success log`, `login on-failure log`: `Login Success [user: U] [Source: A] [localport: P] at …` */
const LOGIN = /^Login (?:Success|failed) \[user: ?([^\]]{0,128})\](?: \[Source: ?([^\]]{1,64})\])?/i
const REASON = /\[Reason: ?([^\]]{1,128})\]/i
/** @source `%SYS-5-PRIV_AUTH_PASS: Privilege level set to N by U on L (A)`, `…FAIL: Authentication to Privilege level N failed by U on L (A)` */
const PRIVILEGE = /\blevel (?:set to )?(\d{1,2})(?: failed)? by (\S{1,128})(?: on (\S{1,64}))?(?: \(([^)]{1,128})\))?/i

/**
 * Facilities of the AAA subsystem, and what they say of servers when the device is left with its own accounts.
 *
 * @source `%RADIUS-4-RADIUS_DEAD: RADIUS server A:P,P is not responding.`, `%RADIUS-3-ALLDEADSERVER: Group G: No active radius
 * servers found.`, `%TAC+-6-SENDTMO: Send type N to A timed out`
 */
const AAA_FACILITY = /^(?:AAAA?|RADIUS|TAC\+|TACACS\+?|TPLUS)$/
const UNANSWERED =
  /\b(?:not respond|timed out|unreachable|no (?:active|valid)?\s?(?:aaa|radius|tacacs\+?)?\s?servers?\b|fall(?:s|ing)? ?back)/i

/** What such a message means; undefined for every other message. Never throws. */
export function readAccessMessage({ facility, mnemonic, text }: CiscoMessage): Meaning | undefined {
  switch (mnemonic) {
    case 'LOGIN_SUCCESS':
    case 'WEBLOGIN_SUCCESS':
      return facility === 'SEC_LOGIN' ? readLogin('logged-in', text) : undefined
    case 'LOGIN_FAILED':
      return facility === 'SEC_LOGIN' ? readLogin('login-refused', text) : undefined
    case 'PRIV_AUTH_PASS':
      return readPrivilege('privilege-gained', text)
    case 'PRIV_AUTH_FAIL':
      return readPrivilege('privilege-refused', text)
    default:
      return AAA_FACILITY.test(facility.replace(/-.*$/, '')) ? readServerMessage(text) : undefined
  }
}

function readLogin(signal: 'logged-in' | 'login-refused', text: string): Meaning {
  const [, user, source] = LOGIN.exec(text) ?? []
  if (user === undefined) return { kind: 'unrecognised', because: 'a login without a user' }
  const reason = REASON.exec(text)?.[1]
  const from = source === undefined || source === '0.0.0.0' ? {} : { from: source }
  const who = user.trim() === '' || user.startsWith('UNKNOWN') ? {} : { account: user.trim() }
  const actor: Actor = { ...who, ...from }
  if (signal === 'logged-in') return { kind: 'signal', signal, detail: 'logged in', actor }
  const detail = reason === undefined ? 'login refused' : `login refused: ${reason}`
  return { kind: 'signal', signal, detail, actor, outcome: 'denied' }
}

function readPrivilege(signal: 'privilege-gained' | 'privilege-refused', text: string): Meaning {
  const [, level, account, line, from] = PRIVILEGE.exec(text) ?? []
  if (level === undefined || account === undefined)
    return { kind: 'unrecognised', because: 'a privilege without an account' }
  const known = account.toLowerCase() === 'unknown' ? {} : { account }
  const actor: Actor = { ...known, ...(line === undefined ? {} : { line }), ...(from === undefined ? {} : { from }) }
  const refused = signal === 'privilege-refused'
  const detail = refused ? `privilege level ${level} refused` : `privilege level ${level} gained`
  return { kind: 'signal', signal, detail, actor, ...(refused ? { outcome: 'denied' } : {}) }
}

/** A server that does not answer leaves logins to the next method, which is often the device itself. */
function readServerMessage(text: string): Meaning | undefined {
  if (!UNANSWERED.test(text.slice(0, 512))) return undefined
  const detail = text.slice(0, 200).replace(/\.$/, '')
  return { kind: 'signal', signal: 'aaa-fallback-local', detail, actor: {} }
}
