/** Takes secrets out of text of this platform, before anything is stored or shown. */
import { redactCommand } from '../_aaa/redact-command.ts'

/**
 * Lines without secrets: everything after a word that announces one goes. Fails closed; redacting twice changes nothing;
 * never throws.
 *
 * `username netops-1 password word` → `username netops-1 password [redacted]`
 */
export function redact(text: string): string {
  return text.split('\n').map(redactCommand).join('\n')
}
