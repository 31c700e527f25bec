/** Example records made of commands: each is written as the platform's log writes it, in one header after another. */
import type { RecordExample } from '../../facts/log-content/log-source.ts'
import type { RecordAct } from '../../facts/log-content/record-act.ts'

/** Commands that show the same acts. Those of one set-up share a word and stand in the order in which they were typed. */
export interface ExampleCommands {
  readonly acts: readonly RecordAct[]
  readonly commands: readonly string[]
  readonly setup?: string
}

/** One way in which a log writes a command. `seconds` (00 to 59) keeps records apart that say the same. */
export type RecordWriter = (command: string, seconds: string) => string

/** One example for each command, named by it; the writers take turns. */
export function commandExamples(
  source: string,
  writers: readonly [RecordWriter, ...RecordWriter[]],
  groups: readonly ExampleCommands[],
): readonly RecordExample[] {
  const [first] = writers
  return groups
    .flatMap(({ acts, commands, setup }) =>
      commands.map((command) => ({ command, acts, ...(setup === undefined ? {} : { setup }) })),
    )
    .map(({ command, ...said }, index) => {
      const write = writers[index % writers.length] ?? first
      return { name: command, source, text: write(command, String(index % 60).padStart(2, '0')), ...said }
    })
}
