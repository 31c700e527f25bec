/** Runs of typed commands: which block each stands in, where the platform would print it, and which are kept. */
import { interpretCommands, type StepReader } from '../_cisco-configuration/commands/interpret.ts'
import { mayBelongToMirror, opensMode } from '../_commands/mirror-words.ts'
import type { CommandGrammar } from '../contract.ts'
import { readCommand, sessionOpenedBy } from './grammar.ts'

/** Longer commands are data. */
const MAX_COMMAND_LENGTH = 8192
/** Words of LWOS by which a command may belong to a tap group, or blind a witness. */
const OWN_WORDS: readonly string[] = ['tap-group', 'watch', 'deliver', 'active', 'audit-log']
const PLACES = ['tap-group', 'watch', 'deliver', 'active']

/** The grammar of typed commands. LWOS takes no words cut short. */
export const commands: CommandGrammar = {
  rank: rankCommand,
  interpret: (typed) => interpretCommands(typed, createReader()),
}

/** Whether a logged command is kept: `deliver remote 203.0.113.66` → true, `clock set 12:00` → false. */
export function isKept(command: string): boolean {
  const [first, second] = toWords(command)
  const word = first === 'no' ? second : first
  return (word !== undefined && OWN_WORDS.includes(word)) || mayBelongToMirror(command)
}

/** Reads commands one after the other, keeping the block they are in. */
function createReader(): StepReader {
  let block: string | undefined
  return {
    read(written) {
      const words = toWords(written)
      const command = words.join(' ')
      const step = readCommand(command, block)
      const leaves = /^(?:exit|end|(?:no )?(?:tap-group|audit-log) .*)$/.test(command) || opensMode(words)
      block = sessionOpenedBy(command) ?? (leaves ? undefined : block)
      return leaves && step.problem !== undefined ? {} : step
    },
  }
}

function toWords(command: string): readonly string[] {
  return command
    .slice(0, MAX_COMMAND_LENGTH)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '<cr>')
}

/** Removals of groups, heads, then members in the order in which a configuration shows them. */
function rankCommand(command: string): number {
  const [first = '', second = ''] = toWords(command)
  if (first === 'no' && second === 'tap-group') return -1
  const place = PLACES.indexOf(first === 'no' ? second : first)
  return place === -1 ? PLACES.length : place
}
