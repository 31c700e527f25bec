/** A typed command taken apart into its words. */
import { matchKeyword } from '../../../kit/keyword.ts'
import type { Verb } from './command-line.ts'

/** Longer commands are cut: 4096 interfaces in one list need less. */
const MAX_COMMAND_LENGTH = 65_536

const LOOKING = /^(?:sh(?:o|ow)? |disp|ping |trace|ter(?:m|mi|min|mina|minal)? |wr|clear |debug |undebug )/i

/** The words of a command without what loggers add: `!exec: show clock <cr>` → `show`, `clock`. */
export function splitWords(command: string): readonly string[] {
  const text = command
    .slice(0, MAX_COMMAND_LENGTH)
    .trim()
    .replace(/^!exec:\s*/i, '')
  return text.split(/\s+/).filter((word) => word !== '' && word !== '<cr>')
}

/** `no monitor session 1` → verb `no` and three words. */
export function splitVerb(words: readonly string[]): { readonly verb: Verb; readonly words: readonly string[] } {
  const [first = ''] = words
  const verb = matchKeyword(first, ['no', 'default'])
  if (verb === undefined || (verb === 'default' && first.length < 3) || first.length < 2) return { verb: 'set', words }
  return { verb, words: words.slice(1) }
}

/** Whether a command shows something and changes nothing: `show monitor`. `sh` alone may be a cut of `shutdown`. */
export function looksOnly(words: readonly string[]): boolean {
  return words.length > 1 && LOOKING.test(words.slice(0, 2).join(' '))
}
