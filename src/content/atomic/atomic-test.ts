/** The YAML of Atomic Red Team: its schema, and an exercise in it. */
import { z } from 'zod'
import type { Exercise } from '../../facts/log-content/exercise.ts'

const PLATFORMS = [
  'windows',
  'macos',
  'linux',
  'office-365',
  'azure-ad',
  'google-workspace',
  'saas',
  'iaas',
  'containers',
  'iaas:gcp',
  'iaas:azure',
  'iaas:aws',
  'esxi',
] as const

const text = z.string().min(1)
const argumentValue = z.discriminatedUnion('type', [
  z.strictObject({ description: text, type: z.enum(['string', 'path', 'url']), default: z.string() }),
  z.strictObject({ description: text, type: z.literal('integer'), default: z.int() }),
])
const Executor = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('manual'), elevation_required: z.boolean(), steps: z.string().min(10) }),
  z.strictObject({
    name: z.enum(['bash', 'sh']),
    elevation_required: z.boolean(),
    command: text,
    cleanup_command: text,
  }),
])

const Members = z.strictObject({
  name: text,
  auto_generated_guid: z.uuid(),
  description: text,
  supported_platforms: z.array(z.enum(PLATFORMS)).min(1),
  input_arguments: z.record(z.string().regex(/^[\w-]{2,}$/), argumentValue).optional(),
  dependency_executor_name: z.enum(['bash', 'sh']).optional(),
  dependencies: z
    .array(z.strictObject({ description: text, prereq_command: text, get_prereq_command: text }))
    .min(1)
    .optional(),
  executor: Executor,
})
/** One test; `executor.cleanup_command` undoes what `executor.command` does. */
export type AtomicTest = z.infer<typeof Members>

/**
 * One test as upstream validates it, and stricter: a test that runs commands has a cleanup, every argument is used, and every argument
 * that is used is declared.
 *
 * @source Atomic Red Team, atomic_red_team/models.py (Atomic, Technique)
 */
export const AtomicTestSchema = Members.refine(
  (test) => sameWords(Object.keys(test.input_arguments ?? {}), argumentsUsed(test)),
  {
    error: 'arguments that are declared and arguments that are used differ',
  },
).refine((test) => (test.dependencies === undefined) === (test.dependency_executor_name === undefined), {
  error: 'dependencies need an executor, and an executor of dependencies needs some',
})

/** All tests of one technique: one file. */
export const AtomicTechnique = z.strictObject({
  attack_technique: z.string().regex(/^T\d{4}(?:\.\d{3})?$/),
  display_name: z.string().min(5),
  atomic_tests: z.array(AtomicTestSchema).min(1),
})

/** An exercise in the words of Atomic Red Team. */
export function toAtomicTest(exercise: Exercise): AtomicTest {
  const { guid, name, description, telemetry, prerequisites } = exercise
  const inputs = Object.entries(exercise.arguments).map(([key, value]) => [key, toArgument(value)] as const)
  const shell = exercise.executor === 'sh' ? 'sh' : 'bash'
  const dependencies = prerequisites.map((one) => ({
    description: lines([one.description]),
    prereq_command: lines(one.check),
    get_prereq_command: lines(one.get),
  }))
  return {
    name,
    auto_generated_guid: guid,
    description: lines([description, '', 'What must be seen:', ...telemetry.map((one) => `- ${one}`)]),
    supported_platforms: PLATFORMS.filter((platform) => exercise.platforms.map(toPlatform).includes(platform)),
    ...(inputs.length === 0 ? {} : { input_arguments: Object.fromEntries(inputs) }),
    ...(dependencies.length === 0 ? {} : { dependency_executor_name: shell, dependencies }),
    executor: toExecutor(exercise),
  }
}

/** Upstream has no word for network devices: what is typed on one stands under the host from which it is typed. */
function toPlatform(platform: string): string {
  return platform === 'network' ? 'linux' : platform
}

function toArgument({
  description,
  type,
  default: value,
}: Exercise['arguments'][string]): z.infer<typeof argumentValue> {
  return type === 'integer' ? { description, type, default: Number(value) } : { description, type, default: value }
}

function toExecutor({ executor, needsElevation, commands, cleanup }: Exercise): AtomicTest['executor'] {
  const elevation_required = needsElevation
  if (executor === 'manual')
    return { name: executor, elevation_required, steps: lines([...commands, '', 'Cleanup:', ...cleanup]) }
  return { name: executor, elevation_required, command: lines(commands), cleanup_command: lines(cleanup) }
}

/** Every `#{name}` of a test's commands. */
function argumentsUsed({ executor, dependencies = [] }: AtomicTest): readonly string[] {
  const commands = [
    ...(executor.name === 'manual' ? [executor.steps] : [executor.command, executor.cleanup_command]),
    ...dependencies.flatMap(({ prereq_command, get_prereq_command }) => [prereq_command, get_prereq_command]),
  ]
  return commands.flatMap((command) => [...command.matchAll(/#\{(.*?)\}/g)].map(([, name = '']) => name))
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [declared, used] = [new Set(a), new Set(b)]
  return declared.size === used.size && [...declared].every((word) => used.has(word))
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
