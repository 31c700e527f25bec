/** What marks a line as one of EOS: messages that it alone writes, even where a relay took the agent's name away, and agents. */
import type { CiscoMessage } from './cisco-header.ts'

/** Facilities of no other system. @source EOS `logging level` facilities, as `show running-config all` prints them */
const FACILITIES: ReadonlySet<string> = new Set([
  'AGENT',
  'ALE',
  'CAPACITY',
  'EVENTMON',
  'FWK',
  'KERNELFIB',
  'LAUNCHER',
  'LOOPPROTECT',
  'MAPREDUCEMONITOR',
  'MIRRORING',
  'MLAG',
  'MSSPOLICYMONITOR',
  'OPENCONFIG',
  'PROCMGR',
  'QUEUEMONITOR',
  'SERVERMONITOR',
  'STAGEMGR',
  'SYSDB',
  'TAPAGG',
  'TUNNELINTF',
  'VMTRACERSESS',
  'VMWAREVI',
  'VMWAREVS',
  'XMPP',
  'ZTP',
])

/** @source EOS messages of configuration, accounting and AAA in published logs */
const MNEMONICS: ReadonlySet<string> = new Set([
  'SYS-CONFIG_E',
  'SYS-CONFIG_STARTUP',
  'SYS-CONFIG_SESSION_ENTERED',
  'SYS-CONFIG_SESSION_EXITED',
  'SYS-CONFIG_SESSION_ABORTED',
  'SYS-CONFIG_SESSION_COMMIT_SUCCESS',
  'SYS-CONFIG_SESSION_COMMIT_FAILURE',
  'SYS-CONFIG_SESSION_COMMIT_TIMER_TIMEDOUT',
  'ACCOUNTING-CMD',
  'ACCOUNTING-EXEC',
  'AAA-LOGIN',
  'AAA-LOGOUT',
  'AAA-LOGIN_FAILED',
])

/** Agents are words in upper and lower case; a name that ends in a digit is rather a host's. */
const AGENT_NAME = /^(?=[A-Z])(?=.{0,39}[a-z])[A-Za-z0-9]{2,40}(?<!\d)(?:-[\w.]{1,64})?$/

/** Whether a program that logged is called as agents of EOS are: `ConfigAgent`, `AleL3Agent-primary`. */
export function isEosAgent(name: string): boolean {
  return AGENT_NAME.test(name)
}

/** Whether a message is one that only EOS writes. */
export function isEosMessage({ facility, mnemonic }: Pick<CiscoMessage, 'facility' | 'mnemonic'>): boolean {
  return FACILITIES.has(facility) || MNEMONICS.has(`${facility}-${mnemonic}`)
}
