/** The four validation tests as data: what is done, what must be seen, and what tapwarden must make of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

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
    telemetry: texts,
    commands: texts,
    cleanup: texts,
    expect: z.strictObject({
      /** How many records of the evidence must be modelled, each counted once. */
      records: z.int().positive().optional(),
      findings: z.int().nonnegative(),
      values: z.array(ExpectedValue).readonly(),
    }),
  })
  .readonly()

/** One test with where its evidence lies: one folder for each variant. */
export interface SelftestDefinition extends z.infer<typeof Definition> {
  readonly number: number
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
  return { ...definition, number, inventory: join(folder, 'inventory.yaml'), variants }
}
