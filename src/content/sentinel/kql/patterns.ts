/**
 * Typed commands as regular expressions. What a log puts before a command, and the commands of a platform, are long and come again in many
 * places, so each is said once in a query and has a name: a rule may have 10,000 characters.
 */
import type { LogSource } from '../../../facts/log-content/log-source.ts'
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'

/** Letters of one expression: a rule has room for it, for what stands before it, and for the query. */
const MOST_CHARACTERS = 3000

/** A clause that is a typed command, with what else its record has to say. */
export interface TypedCommand {
  readonly command: string
  readonly and: RecordCondition | undefined
}

/** Commands that are asked in the same way. */
export interface CommandGroup {
  readonly and: RecordCondition | undefined
  /** Alternatives of one expression each. */
  readonly patterns: readonly string[]
}

/** The command of a clause that is what a log puts before it, and a command; undefined for any other clause. */
export function readTyped(when: RecordCondition, { commands }: LogSource): TypedCommand | undefined {
  const before = commands?.before
  if (before === undefined) return undefined
  if ('all' in when) {
    const [first, and] = when.all
    const command = first === undefined || when.all.length !== 2 ? undefined : commandOf(first, before)
    return command === undefined ? undefined : { command, and }
  }
  const command = commandOf(when, before)
  return command === undefined ? undefined : { command, and: undefined }
}

function commandOf(when: RecordCondition, before: string): string | undefined {
  if (!('matches' in when) || when.matches.length !== 1) return undefined
  const [pattern = ''] = when.matches
  return pattern.startsWith(before) ? pattern.slice(before.length) : undefined
}

/** Commands gathered into few expressions, apart by what else is asked. */
export function gatherCommands(typed: readonly TypedCommand[]): readonly CommandGroup[] {
  const groups = Map.groupBy(typed, ({ and }) => JSON.stringify(and) ?? '')
  return [...groups.values()].map((group) => {
    const commands = [...new Set(group.map(({ command }) => command))]
    const patterns = chunks(commands).map((some) => `(?:${some.join('|')})`)
    return { and: group[0]?.and, patterns }
  })
}

/** Commands in their order, cut where an expression would be too long. */
function chunks(commands: readonly string[]): readonly (readonly string[])[] {
  const cut: string[][] = []
  let room = 0
  for (const command of commands) {
    if (cut.length === 0 || command.length > room) {
      cut.push([])
      room = MOST_CHARACTERS
    }
    cut.at(-1)?.push(command)
    room -= command.length
  }
  return cut
}

/** Names of expressions, one for each text, in the order in which they were asked for. */
export class PatternNames {
  readonly #byText = new Map<string, string>()

  /** `Before1`, `Commands2`. */
  nameOf(text: string, kind: 'Before' | 'Commands'): string {
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const name = `${kind}${this.#byText.size + 1}`
    this.#byText.set(text, name)
    return name
  }

  /** `let Before1 = @"…";` for each name that a query uses. */
  declare(query: string): string {
    return [...this.#byText]
      .filter(([, name]) => new RegExp(`\\b${name}\\b`).test(query))
      .map(([text, name]) => `let ${name} = @"${text.replaceAll('"', '""')}";\n`)
      .join('')
  }
}
