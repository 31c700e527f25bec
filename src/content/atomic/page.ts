/** The same tests as a page for people. */
import type { Exercise } from '../../facts/log-content/exercise.ts'

/** One technique with its tests. */
export interface AtomicPage {
  readonly technique: string
  readonly name: string
  readonly exercises: readonly Exercise[]
}

/** Markdown: what each test does, what must be seen, how it is run and undone. */
export function writePage({ technique, name, exercises }: AtomicPage): string {
  const parts = [
    `# ${technique}: ${name}`,
    'Run these only where you may, in an estate made for tests. Nothing here is run by tapwarden.',
    ...exercises.map(writeTest),
  ]
  return `${parts.join('\n\n')}\n`
}

function writeTest(exercise: Exercise): string {
  const { name, guid, description, platforms, telemetry, selftest, executor, needsElevation } = exercise
  const shell = executor === 'manual' ? 'text' : executor
  const parts = [
    `## ${name}`,
    `\`${guid}\`, ${platforms.join(', ')}${needsElevation ? ', needs elevation' : ''}`,
    description,
    bullets('What must be seen:', telemetry),
    ...(selftest === undefined ? [] : [`\`tapwarden selftest ${selftest}\` reads records of this behaviour offline.`]),
    ...argumentsOf(exercise),
    ...exercise.prerequisites.map(({ description: what, check }) => `First: ${what}\n\n${fence(shell, check)}`),
    `Commands:\n\n${fence(shell, exercise.commands)}`,
    `Cleanup:\n\n${fence(shell, exercise.cleanup)}`,
  ]
  return parts.join('\n\n')
}

function argumentsOf({ arguments: values }: Exercise): readonly string[] {
  const rows = Object.entries(values).map(
    ([key, { description, default: value }]) => `\`#{${key}}\`: ${description} (default \`${value}\`)`,
  )
  return rows.length === 0 ? [] : [bullets('Arguments:', rows)]
}

function bullets(head: string, items: readonly string[]): string {
  return [head, '', ...items.map((item) => `- ${item}`)].join('\n')
}

function fence(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n')
}
