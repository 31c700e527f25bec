/** Prints the help of every command as JSON: `[{ words: ['scan'], text: 'Usage: …' }]`. Run with its output piped, so that no terminal decides how wide it is. */
import { main } from '../../src/cli/main.ts'
import { processTerminal } from '../../src/cli/terminal.ts'

/** What a command says of itself; no words stand for the program. */
export interface Help {
  readonly words: readonly string[]
  readonly text: string
}

if (import.meta.main) process.stdout.write(JSON.stringify(await collectHelp([])))

/** The help of a command and of everything below it, in the order in which help lists them. */
async function collectHelp(words: readonly string[]): Promise<readonly Help[]> {
  const parts: string[] = []
  await main([...words, '--help'], { ...processTerminal(), out: (text) => parts.push(text) })
  const text = parts.join('')
  const below: Help[] = []
  for (const command of commandsIn(text)) below.push(...(await collectHelp([...words, command])))
  return [{ words, text }, ...below]
}

function commandsIn(help: string): readonly string[] {
  const [, list = ''] = help.split(/^Commands:$/m)
  return [...list.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name]))
}
