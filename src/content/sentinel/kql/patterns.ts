/**
 * Typed commands as regular expressions. What a log puts before a command, and the commands of a platform, are long and come again in many
 * places, so each is said once in a query and has a name: a rule may have 10,000 characters.
 */
import type { LogSource } from '../../../facts/log-content/log-source.ts'
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'

/** Commands of one expression; RE2 takes more, readers do not. */
const MOST_COMMANDS = 12

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
    const patterns = Array.from(
      { length: Math.ceil(commands.length / MOST_COMMANDS) },
      (_, index) => `(?:${commands.slice(index * MOST_COMMANDS, (index + 1) * MOST_COMMANDS).join('|')})`,
    )
    return { and: group[0]?.and, patterns }
  })
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
