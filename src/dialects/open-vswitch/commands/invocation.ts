/** One call of `ovs-vsctl` as it was logged, taken apart into its commands. */

/** `-- --id=@m create mirror name=span0` → `{ options: { id: '@m' }, verb: 'create', words: ['mirror', 'name=span0'] }`. */
export interface Command {
  readonly options: ReadonlyMap<string, string>
  readonly verb: string
  readonly words: readonly string[]
}

/** Only the start of a call is read; longer ones are data. */
const MAX_LENGTH = 16_384
const MAX_WORDS = 2048
const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g
/** Options of the whole call whose value may be a word of its own. @source ovs-vsctl(8), Options */
const WITH_VALUE: ReadonlySet<string> = new Set([
  '-t',
  '--timeout',
  '--db',
  '-p',
  '--private-key',
  '-c',
  '-C',
  '-f',
  '-d',
])

/** The commands of a call, in order; undefined where the text is no call of `ovs-vsctl`. Never throws. */
export function readInvocation(text: string): readonly Command[] | undefined {
  const words = (text.slice(0, MAX_LENGTH).match(WORD) ?? []).slice(0, MAX_WORDS).map(unquote)
  if (!/^(?:\/[\w./-]{0,64}\/)?ovs-vsctl$/.test(words[0] ?? '')) return undefined
  const rest = words.slice(countGlobals(words))
  const commands: string[][] = [[]]
  for (const word of rest) {
    if (word === '--') commands.push([])
    else commands.at(-1)?.push(word)
  }
  return commands.flatMap(toCommand)
}

/** @source ovs lib/process.c, process_escape_args: a word with blanks, quotes or backslashes stands in double quotes */
function unquote(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
    (_whole, escaped: string | undefined, plain: string | undefined) =>
      escaped === undefined ? (plain ?? '') : escaped.replace(/\\(.)/g, '$1'),
  )
}

/** Words before the first command: the program's name and its options. */
function countGlobals(words: readonly string[]): number {
  let at = 1
  while (at < words.length && words[at] !== '--' && words[at]?.startsWith('-') === true) {
    const option = words[at] ?? ''
    // What a command takes (`--id=@m`, `--if-exists`) may stand right behind the program's name.
    if (/^--(?:id=|if-exists|may-exist|all$)/.test(option)) break
    at += WITH_VALUE.has(option) ? 2 : 1
  }
  return at
}

function toCommand(words: readonly string[]): readonly Command[] {
  const start = words.findIndex((word) => !word.startsWith('--'))
  const verb = words[start]
  if (verb === undefined) return []
  const options = words.slice(0, start).map((word) => {
    const [name = '', value = ''] = word.slice(2).split(/=(.*)/s)
    return [name, value] as const
  })
  return [{ options: new Map(options), verb, words: words.slice(start + 1) }]
}

/** The call without what only concerns how it was made: `-- --id=@m create mirror name=span0 -- …`. */
export function canonicalText(commands: readonly Command[]): string {
  const said = commands.map(({ options, verb, words }) =>
    [...[...options].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)), verb, ...words].join(
      ' ',
    ),
  )
  return `ovs-vsctl ${said.join(' -- ')}`
}
