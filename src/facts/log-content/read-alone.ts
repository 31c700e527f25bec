/** What one typed command says by itself, as a rule over single records sees it. */
import type { CommandMeaning, ReadCommand } from './acts-of-facts.ts'

/** A grammar of typed commands, as far as one command needs it. */
export interface AloneGrammar {
  /** Commands wait for a commit. */
  readonly sharedCandidate?: true
  interpret(commands: readonly { readonly factId: string; readonly text: string }[]): {
    readonly changes: CommandMeaning['changes']
    readonly signals: readonly (CommandMeaning['signals'][number] & { readonly factId: string })[]
  }
}

/** Reads a command as if it had been committed right away, where the platform has commits; never what the commit itself would say. */
export function readAlone(grammar: AloneGrammar): ReadCommand {
  return (text) => {
    const typed = { factId: 'typed', text }
    if (grammar.sharedCandidate !== true) return grammar.interpret([typed])
    const { changes, signals } = grammar.interpret([typed, { factId: 'committed', text: 'commit' }])
    return { changes, signals: signals.filter(({ factId }) => factId === typed.factId) }
  }
}
