/** Which log lines IOS wrote. */
import type { Instant } from '../../../kit/instant.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import { type CiscoLine, readCiscoLine } from '../../_syslog/cisco-line.ts'
import type { Envelope } from '../../_syslog/envelope.ts'

/** Facilities of other systems that write headers like those of IOS. @source message catalogues of NX-OS, IOS-XR, ASA */
const FOREIGN_FACILITY =
  /^(?:ASA|FTD|PIX|FWSM|VSHD|SYSMGR|MODULE|L2FM|DAEMON|ACLLOG|LOG_|ETHPORT|ETH_PORT_CHANNEL|AUTHPRIV|VPC|MGBL|PKT_INFRA|SECURITY-|ROUTING-|LICENSE-PLAT_CLIENT|ACCOUNTING)/
/** NX-OS, whose `AAA` is a facility of IOS, too. */
const FOREIGN_MNEMONIC = /^(?:VSHD_|AAA_ACCOUNTING_MESSAGE$)/
/** Header words of IOS-XR (`RP/0/RP0/CPU0`) and of wireless controllers (`*spamApTask1`). */
const FOREIGN_LABEL = /^(?:\S{0,64} )?(?:RP|LC)\/\d|^\*/
/** Agents of EOS stand where IOS has nothing: `sw1 ConfigAgent: %SYS-…`. */
const EOS_AGENT = /^(?:[A-Z][a-z]{1,32}){1,4}$/

/** Takes a line apart; undefined when IOS did not write it. `CISCO-IOS:` tags lines written by hand or by a relay. Never throws. */
export function readIosLine(text: string, reference: Instant): CiscoLine | undefined {
  return readCiscoLine(text, reference, { tag: 'CISCO-IOS', isForeign })
}

function isForeign({ facility, mnemonic, stamp, labels, host }: CiscoMessage, envelope: Envelope): boolean {
  if (FOREIGN_FACILITY.test(facility) || FOREIGN_MNEMONIC.test(mnemonic) || stamp?.yearFirst === true) return true
  if (labels.some((label) => FOREIGN_LABEL.test(label))) return true
  return stamp === undefined && envelope.host !== undefined && host !== undefined && EOS_AGENT.test(host)
}
