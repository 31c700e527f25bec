/** Takes secrets out of ClearPass exports. Fails closed: of a column that announces a secret the value goes, commands are redacted. */
import { redactCommand, redactForms } from '../_aaa/redact-command.ts'

const SEPARATOR = /(,(?=[A-Za-z][\w-]{0,40}(?:[.:][\w .:-]{1,80})?=))/
const TYPED = /cmd|command|attr_value/i
const SECRET = /passw|secret|key|token|psk|chap|eap-message|authenticator|state|class|community|challenge/i

/** Any text of an export without secrets. Twice changes nothing; never throws. */
export function redactExport(text: string): string {
  return text.split('\n').map(redactOne).join('\n')
}

function redactOne(line: string): string {
  const parts = line.split(SEPARATOR)
  const typedAt = parts.findIndex((part) => TYPED.test(nameIn(part)))
  // What stands behind a command may still be the command: nobody escapes its commas.
  if (typedAt === -1) return parts.map(redactColumn).join('')
  return parts.slice(0, typedAt).map(redactColumn).join('') + redactTyped(parts.slice(typedAt).join(''))
}

function nameIn(part: string): string {
  return /([\w.:-]{1,120})=/.exec(part.slice(0, 1024))?.[1] ?? ''
}

function redactColumn(part: string): string {
  const [, name = '', value = ''] = /^(.{0,1024}?=)(.*)$/s.exec(part) ?? []
  return name !== '' && SECRET.test(nameIn(part)) && value !== '' ? `${name}[redacted]` : redactForms(part)
}

function redactTyped(text: string): string {
  const value = text.indexOf('=') + 1
  return text.slice(0, value) + redactCommand(text.slice(value))
}
