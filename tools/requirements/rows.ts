/** The requirements: what each asks, how far it is met, and the commands and pages that show it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const Patterns = z.array(z.string().min(1).refine(isPattern, 'is no regular expression')).min(1)
const Values = z.record(z.string(), z.unknown())

const Command = z.strictObject({
  /** Parameters of tapwarden as typed in the project's folder; `$TMPDIR` is a folder of the row's own, empty at first. */
  run: z.string().min(1),
  exit: z.number().int().default(0),
  /** Patterns of standard output, whose blanks and line breaks count as one blank. */
  says: Patterns.optional(),
  /** Patterns that neither standard output nor standard error may match, in any casing. */
  never: Patterns.optional(),
  /** Patterns of standard error. */
  warns: Patterns.optional(),
  /** Path → value that one of the values there must have; `/text/` is a pattern. */
  json: Values.optional(),
  /** Path → value that none of the values there may have. */
  jsonNever: Values.optional(),
  /** Standard output is byte for byte that of the command before. */
  sameAnswer: z.literal(true).optional(),
})

/** A page of the project, or (below `$TMPDIR`) one that a command before has written. */
const Document = z.strictObject({ page: z.string().min(1), says: Patterns })

const Row = z
  .strictObject({
    id: z.string().regex(/^R[1-9]\d*$/),
    asks: z.string().min(1).max(160),
    state: z.enum(['shown', 'partly', 'not yet']),
    /** What has to come, and what it adds: `flows: traffic that leaves …`. With `partly`, and only there. */
    until: z.string().min(1).optional(),
    shows: z.array(z.union([Command, Document])).default([]),
  })
  .refine(({ state, until }) => (state === 'partly') === (until !== undefined), '`until` belongs to `partly`')
  .refine(({ state, shows }) => (state === 'not yet') === (shows.length === 0), 'what is met is shown by something')

const Section = z.strictObject({ title: z.string().min(1), rows: z.array(Row).min(1) })

/** A command with what it must answer. */
export type CommandCheck = z.infer<typeof Command>
/** A page with what must stand in it. */
export type DocumentCheck = z.infer<typeof Document>
/** One requirement: `{ id: 'R1', asks: 'A new mirror session on a router or switch is found', state: 'shown', shows: […] }`. */
export type Requirement = z.infer<typeof Row>
/** Requirements that belong together, in the order of their numbers. */
export type RequirementSection = z.infer<typeof Section>

/** All sections in order. Throws with file and place when a file is not as it has to be. */
export function readRequirements(): readonly RequirementSection[] {
  const folder = join(import.meta.dirname, 'rows')
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = Section.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`)
      return read.data
    })
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/** Words of a command line: `'a b'` is one, nothing else is special. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
