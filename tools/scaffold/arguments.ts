/** Names and options from the command line of a scaffold. */
import { parseArgs } from 'node:util'
import { TapwardenError } from '../../src/kit/errors.ts'

/** What a scaffold takes beside names: options with a value. */
export interface Accepted {
  readonly usage: string
  readonly options: readonly string[]
}

/** What was given. */
export interface Arguments {
  readonly names: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
}

/** Takes a command line apart. Throws `TW_SCAFFOLD_USAGE` for an option that there is not, or one without its value. */
export function readArguments(given: readonly string[], { usage, options }: Accepted): Arguments {
  const accepted = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options: accepted })
    return { names: positionals, options: values }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new TapwardenError('TW_SCAFFOLD_USAGE', said.split('. ')[0] ?? said, `run: ${usage}`, { cause })
  }
}
