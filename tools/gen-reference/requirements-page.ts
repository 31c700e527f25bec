/** The page of requirements: how far each is met and what shows it, from the rows that `npm run requirements` runs. */
import { type Requirement, type RequirementSection, readRequirements } from '../requirements/rows.ts'
import { code, page, table } from './markdown.ts'

const STATES = ['shown', 'partly', 'not yet'] as const

/** `docs/reference/requirements.md`. */
export function writeRequirementsPage(): string {
  const sections = readRequirements()
  const rows = sections.flatMap((section) => section.rows)
  const counts = STATES.map((state) => `${rows.filter((row) => row.state === state).length} *${state}*`)
  return page('Requirements', [
    `What tapwarden is asked to do, and what shows that it does: ${rows.length} requirements, ${counts.join(', ')}. ` +
      '`npm run requirements` runs every command of this page in the project’s folder, reads every page it names, and fails ' +
      'where a row is not as it says. What each must answer stands beside the row in `tools/requirements/rows/`. ' +
      '`$TMPDIR` stands for an empty folder.',
    ...sections.map(section),
  ])
}

function section({ title, rows }: RequirementSection): string {
  return `## ${title}\n\n${table(
    ['', 'asks', 'state', 'shown by'],
    rows.map((row) => [row.id, row.asks, state(row), row.shows.map(shownBy).join('<br>') || '–']),
  )}`
}

function state({ state, until }: Requirement): string {
  return until === undefined ? `*${state}*` : `*partly until* ${until}`
}

function shownBy(check: Requirement['shows'][number]): string {
  if (!('page' in check)) return code(`tapwarden ${check.run}`)
  return check.page.startsWith('$TMPDIR') ? code(check.page) : `[${check.page}](../../${check.page})`
}
