/** One command on its way through a grammar, with what its meaning depends on, and written in full. */
import type { FilterClause } from './filter-clauses.ts'

/** How a command begins: plain, `no …` or `default …`. */
export type Verb = 'set' | 'no' | 'default'

/** How commands are read: in a snapshot nothing was there before, so two destinations are two, not a replacement. */
export interface ReadingRules {
  readonly snapshot: boolean
}

/** Filters of the sessions met so far, by session id: each filter command adds to those before it. */
export type FilterMemory = Map<string, readonly FilterClause[]>

/** A command, or what is left of one after its first words, with what its meaning depends on. */
export interface CommandLine {
  readonly verb: Verb
  readonly words: readonly string[]
  readonly memory: FilterMemory
  readonly rules: ReadingRules
}

/** The same command without its first words: `monitor session 1 source …` → `1 source …`. */
export function skip(line: CommandLine, count: number): CommandLine {
  return { ...line, words: line.words.slice(count) }
}

/** `no` before a command, and nothing before a plain one: `write('no', 'monitor session 1')` → `no monitor session 1`. */
export function write(verb: Verb, ...words: readonly string[]): string {
  return [...(verb === 'set' ? [] : [verb]), ...words].filter((word) => word !== '').join(' ')
}
