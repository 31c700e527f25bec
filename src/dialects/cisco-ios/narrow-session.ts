/** From one session to another of the same ends: the commands for its sources and filter alone. */
import type { MirrorSession } from '../../facts/mirror-session.ts'
import { sameBesideSources, sourcesBeyond } from '../_cisco-configuration/commands/narrow-sources.ts'
import { blockTypeOf, writeSources } from './grammar/session/write-session.ts'

/**
 * The commands that make a session of `from` the one of `to`, leaving alone what is the same; undefined where they differ in
 * anything but sources, directions and filter.
 *
 * `monitor session 10 type erspan-source`, ` no source interface TenGigabitEthernet0/1/1`
 */
export function narrowSession(from: MirrorSession, to: MirrorSession): readonly string[] | undefined {
  const { sources, filter } = from
  if (!sameBesideSources(from, to)) return undefined
  const remote = from.role === 'destination'
  const commands = [
    ...writeSources(sourcesBeyond(to.sources, sources), remote).map((line) => `no ${withoutDefault(line)}`),
    ...writeSources(sourcesBeyond(sources, to.sources), remote).map(withoutDefault),
    ...filterCommands(filter, to.filter),
  ]
  return inForm(from, commands)
}

function filterCommands(from: string | undefined, to: string | undefined): readonly string[] {
  const [before, after] = [from?.split('; ') ?? [], to?.split('; ') ?? []]
  return [
    ...before.filter((clause) => !after.includes(clause)).map((clause) => `no filter ${clause}`),
    ...after.filter((clause) => !before.includes(clause)).map((clause) => `filter ${clause}`),
  ]
}

/** Both directions are what a source has that names none. */
function withoutDefault(line: string): string {
  return line.replace(/ both$/, '')
}

function inForm(session: MirrorSession, commands: readonly string[]): readonly string[] {
  const type = blockTypeOf(session)
  if (type !== undefined)
    return [`monitor session ${session.name} type ${type}`, ...commands.map((command) => ` ${command}`)]
  const head = `monitor session ${session.name}`
  return commands.map((command) =>
    command.startsWith('no ') ? `no ${head} ${command.slice('no '.length)}` : `${head} ${command}`,
  )
}
