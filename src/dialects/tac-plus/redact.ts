/** Takes secrets out of lines of AAA servers: devices, users and addresses stay, commands are redacted. */
import { redactCommand, redactForms } from '../_aaa/redact-command.ts'

/**
 * A line of accounting without secrets. Devices, users and addresses stand before the command and stay; the command, and
 * what follows it, is redacted as one, because its arguments may be attributes of their own.
 */
export function redactLine(text: string): string {
  return text.split('\n').map(redactOneLine).join('\n')
}

function redactOneLine(line: string): string {
  const command = /(?:^|[\s|,;])cmd[=*]\s?"?/i.exec(line)
  const from = command === null ? 0 : command.index + command[0].length
  return redactForms(line.slice(0, from)) + redactCommand(line.slice(from))
}
