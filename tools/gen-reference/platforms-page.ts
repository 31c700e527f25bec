/** What tapwarden reads: the page of platforms, and the table of the README. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listPlatforms, type PlatformRow } from '../../src/app/answers/list-platforms.ts'
import { dialects } from '../../src/app/plug-ins.ts'
import { code, page, table } from './markdown.ts'

/** The table that README and reference share. */
export function platformsTable(): string {
  const mark = (does: boolean): string => (does ? '●' : '–')
  return table(
    ['', 'configurations', 'log lines', 'audit records', 'typed commands', 'playbook'],
    listPlatforms().map((row) => [
      `${row.title} (${code(row.id)})`,
      mark(row.configuration),
      mark(row.log),
      mark(row.audit),
      mark(row.commands),
      mark(row.playbook),
    ]),
  )
}

/** `docs/reference/platforms.md`. */
export function writePlatformsPage(root: string): string {
  return page('Platforms and record formats', [
    'What this version reads. The same list: `tapwarden platforms`. A line that names a mirror in the words of any vendor and ' +
      'that nobody reads is counted and noted, so that an unknown vendor does not look like one without mirrors.',
    platformsTable(),
    ...listPlatforms().map((row) => section(row, root)),
  ])
}

function section({ id, title, version, aliases }: PlatformRow, root: string): string {
  const dialect = dialects.find((one) => one.id === id)
  const own = existsSync(join(root, 'src', 'dialects', id, 'README.md'))
  const needles = [...(dialect?.line?.needles ?? []), ...(dialect?.json?.needles ?? [])]
  const rows = [
    ['also called', aliases.map(code).join(', ') || '–'],
    ['version', String(version)],
    ['records are looked at when they hold', needles.map(code).join(', ') || '–'],
    [
      'grammar, decisions, known gaps',
      own ? `[its page](../../src/dialects/${id}/README.md)` : code(`src/dialects/${id}/`),
    ],
  ]
  return `## ${title}\n\n${table(['', code(id)], rows)}`
}
