/** The validation tests as data: what tapwarden must make of what an exercise leaves behind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Exercise } from '../../facts/log-content/exercise.ts'
import { dialects } from '../plug-ins.ts'

const TESTS_FOLDER = join(import.meta.dirname, 'tests')

const texts = z.array(z.string().min(1)).readonly()

/** One value that the finding must have; `in` limits it to one variant of the evidence. Lists are joined by blanks, `length` counts. */
const ExpectedValue = z
  .strictObject({ name: z.string(), path: z.string(), is: z.string(), in: z.string().optional() })
  .readonly()
export type ExpectedValue = z.infer<typeof ExpectedValue>

const Definition = z
  .strictObject({
    title: z.string(),
    behaviour: z.string(),
    attack: texts,
    at: z.string(),
    /** Id of the exercise of a dialect that says what is done, what must be seen, and how it is undone. */
    exercise: z.uuid(),
    expect: z.strictObject({
      /** How many records of the evidence must be modelled, each counted once. */
      records: z.int().positive().optional(),
      findings: z.int().nonnegative(),
      values: z.array(ExpectedValue).readonly(),
    }),
  })
  .readonly()

/** One test with its exercise, arguments filled in, and where its evidence lies: one folder for each variant. */
export interface SelftestDefinition extends z.infer<typeof Definition> {
  readonly number: number
  readonly telemetry: readonly string[]
  readonly commands: readonly string[]
  readonly cleanup: readonly string[]
  readonly inventory: string
  readonly variants: readonly { readonly name: string; readonly path: string }[]
}

/** All tests in number order. */
export function readSelftests(folder: string = TESTS_FOLDER): readonly SelftestDefinition[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'test.yaml')))
    .sort()
    .map((name) => readOne(join(folder, name), Number.parseInt(name, 10)))
}

function readOne(folder: string, number: number): SelftestDefinition {
  const definition = Definition.parse(parse(readFileSync(join(folder, 'test.yaml'), 'utf8')))
  const evidence = join(folder, 'evidence')
  const variants = readdirSync(evidence)
    .sort()
    .map((name) => ({ name, path: join(evidence, name) }))
  const { telemetry, commands, cleanup } = exerciseWithId(definition.exercise)
  return { ...definition, number, telemetry, commands, cleanup, inventory: join(folder, 'inventory.yaml'), variants }
}

function exerciseWithId(guid: string): Pick<Exercise, 'telemetry' | 'commands' | 'cleanup'> {
  const exercise = dialects.flatMap(({ content }) => content?.exercises ?? []).find((one) => one.guid === guid)
  if (exercise === undefined) throw new Error(`no dialect has an exercise ${guid}`)
  const { telemetry, commands, cleanup, arguments: values } = exercise
  const filled = (line: string) => line.replaceAll(/#\{(\w+)\}/g, (_, name) => values[name]?.default ?? '')
  return { telemetry, commands: commands.map(filled), cleanup: cleanup.map(filled) }
}
