/** Which log lines IOS wrote. */
import type { Instant } from '../../../kit/instant.ts'
import type { CiscoMessage } from '../../_syslog/cisco-header.ts'
import { type CiscoLine, readCiscoLine } from '../../_syslog/cisco-line.ts'
import type { Envelope } from '../../_syslog/envelope.ts'
import { isEosAgent, isEosMessage } from '../../_syslog/eos-messages.data.ts'

/** Facilities of other systems that write headers like those of IOS. @source message catalogues of NX-OS, IOS-XR, ASA */
const FOREIGN_FACILITY =
  /^(?:ASA|FTD|PIX|FWSM|VSHD|SYSMGR|MODULE|L2FM|DAEMON|ACLLOG|LOG_|ETHPORT|ETH_PORT_CHANNEL|AUTHPRIV|VPC|MGBL|PKT_INFRA|SECURITY-|ROUTING-|LICENSE-PLAT_CLIENT|ACCOUNTING)/
/** NX-OS, whose `AAA` is a facility of IOS, too. */
const FOREIGN_MNEMONIC = /^(?:VSHD_|AAA_ACCOUNTING_MESSAGE$)/
/** Header words of IOS-XR (`RP/0/RP0/CPU0`) and of wireless controllers (`*spamApTask1`). */
const FOREIGN_LABEL = /^(?:\S{0,64} )?(?:RP|LC)\/\d|^\*/
/** Junos with explicit priority. @source Junos System Log Explorer: `%INTERACT-6-UI_…`, `%AUTH-6-SSHD_…` */
const JUNOS_FACILITY =
  /^(?:INTERACT|USER|AUTH|AUTHORIZATION|CHANGE|CONFLICT|KERN|PFE|FIREWALL|EXTERNAL|SECURITY|LOCAL\d)$/
const JUNOS_MNEMONIC =
  /^(?:UI|SSHD|LOGIN|LIBJNX|RT|RPD|PFE|CHASSISD|SNMPD?|LACPD|BFDD|JTASK|EVENTD|DCD|AAMW|SECINTEL|IDP|WEBFILTER|RTLOG|DDOS|PING)_/
/** The last word of a label, which may be an agent of EOS: `leaf-1 ConfigAgent`, `ConfigAgent[2345]`. */
const SPEAKER = /(?:^|\s)([A-Za-z][\w.-]{0,104})(?:\[\d{1,10}\])?$/

/** Takes a line apart; undefined when IOS did not write it. `CISCO-IOS:` tags lines written by hand or by a relay. Never throws. */
export function readIosLine(text: string, reference: Instant): CiscoLine | undefined {
  return readCiscoLine(text, reference, { tag: 'CISCO-IOS', isForeign })
}

function isForeign(message: CiscoMessage, envelope: Envelope): boolean {
  const { facility, mnemonic, stamp, labels } = message
  if (FOREIGN_FACILITY.test(facility) || FOREIGN_MNEMONIC.test(mnemonic) || stamp?.yearFirst === true) return true
  if (JUNOS_FACILITY.test(facility) && JUNOS_MNEMONIC.test(mnemonic)) return true
  return (
    labels.some((label) => FOREIGN_LABEL.test(label)) || isEosMessage(message) || isSpokenByAgent(message, envelope)
  )
}

/** Agents of EOS stand where IOS has nothing: `sw1 ConfigAgent: %SYS-…`. */
function isSpokenByAgent({ stamp, labels, host }: CiscoMessage, envelope: Envelope): boolean {
  if (stamp !== undefined) return false
  const speaker = SPEAKER.exec(labels.at(-1) ?? '')?.[1]
  if (speaker !== undefined) return isEosAgent(speaker)
  const named = host ?? envelope.application
  return envelope.host !== undefined && named !== undefined && isEosAgent(named)
}
