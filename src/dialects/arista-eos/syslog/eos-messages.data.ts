/** Messages that EOS alone writes: a line with one of them is its, even where a relay took the agent's name away. */
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'

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

/** Whether a message is one that only EOS writes. */
export function isEosMessage({ facility, mnemonic }: Pick<CiscoMessage, 'facility' | 'mnemonic'>): boolean {
  return FACILITIES.has(facility) || MNEMONICS.has(`${facility}-${mnemonic}`)
}
