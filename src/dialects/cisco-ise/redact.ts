/** Takes secrets out of messages of ISE and ACS. Fails closed: of an attribute that announces a secret, its value goes. */
import { redactCommand, redactForms } from '../_aaa/redact-command.ts'

const COMMAND = 'CmdSet=['
/** The bracket that closes a command; where it is cut off, the command goes on to the end. */
const COMMAND_END = / \](?=,|\s{0,8}$)/
/** A command's word alone, and what a device or an end system sent as it was. */
const SENT = /^(\s*(?:Cmd(?:Arg)?AV|AVPair|cisco-av-pair)=)(.*)$/s
const SECRET = /passw|secret|key|token|psk|chap|eap-message|authenticator|state|class|community|challenge|response$/i

/** Any text of a server without secrets. Twice changes nothing; never throws. */
export function redactMessage(text: string): string {
  return text.split('\n').map(redactOne).join('\n')
}

function redactOne(line: string): string {
  let redacted = ''
  let rest = line
  for (let open = rest.indexOf(COMMAND); open !== -1; open = rest.indexOf(COMMAND)) {
    const typed = rest.slice(open + COMMAND.length)
    const end = COMMAND_END.exec(typed)?.index ?? typed.length
    redacted += redactAttributes(rest.slice(0, open)) + COMMAND + redactCommand(typed.slice(0, end))
    rest = typed.slice(end)
  }
  return redacted + redactAttributes(rest)
}

function redactAttributes(text: string): string {
  return text
    .split(/((?<!\\),\s*)/)
    .map(redactAttribute)
    .join('')
}

function redactAttribute(written: string): string {
  const [, sent, typed = ''] = SENT.exec(written) ?? []
  if (sent !== undefined) return sent + redactCommand(typed)
  const [, name = '', value = ''] = /^([^=]{0,80})=(.*)$/s.exec(written) ?? []
  return SECRET.test(name) && value !== '' ? `${name}=[redacted]` : redactForms(written)
}
