/** Takes secrets out of detail records. Fails closed: of attributes not known to be harmless only the name stays. */
import { redactCommand, redactForms } from '../_aaa/redact-command.ts'

const REDACTED = '[redacted]'
const ATTRIBUTE = /^(\s*)([A-Za-z][\w.:-]{0,127})( [-+:!<>=~^*]{0,2}= )(.*)$/s

/** Names, addresses, times, counters and words of the protocol. */
const HARMLESS =
  /^(?:User-Name|NAS-(?!.*key).*|Called-Station-Id|Calling-Station-Id|Service-Type|Login-IP-Host|Login-Service|Framed-(?:IP-Address|Protocol|MTU)|Acct-.*|Packet-.*|Client-(?:IP-Address|Shortname)|Event-Timestamp|Timestamp|Request-Authenticator|.*-Privilege(?:-Level)?)$/i
/** What was typed. */
const TYPED = /command|^cisco-avpair$|^attr-26\.|^vendor-\d/i

/** Records without secrets. Twice changes nothing; never throws. */
export function redactDetail(text: string): string {
  return text.split('\n').map(redactLine).join('\n')
}

function redactLine(line: string): string {
  const [, indent = '', name, operator = '', value = ''] = ATTRIBUTE.exec(line) ?? []
  if (name === undefined) return redactForms(line)
  const shown = HARMLESS.test(name) ? redactForms(value) : TYPED.test(name) ? redactTyped(value) : REDACTED
  return indent + name + operator + shown
}

/** Bytes in hex may be anything. */
function redactTyped(value: string): string {
  return value.startsWith('0x') ? REDACTED : redactCommand(value)
}
