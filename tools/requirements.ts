/**
 * Shows that the requirements are met: `npm run requirements [-- --only R44,R45] [-- --json]` runs every command of
 * `tools/requirements/rows/` and reads every page. Exit code 1 when a row is not as it says.
 */
import { parseArgs } from 'node:util'
import { checkRequirement, type RequirementFailure } from './requirements/check-requirement.ts'
import { type Requirement, readRequirements } from './requirements/rows.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const all = readRequirements().flatMap(({ rows }) => rows)
const wanted = values.only?.split(',')
const unknown = (wanted ?? []).filter((id) => !all.some((row) => row.id === id))

if (unknown.length > 0) {
  console.error(`no such requirement: ${unknown.join(', ')}`)
  process.exitCode = 2
} else {
  const rows = all.filter(({ id }) => wanted?.includes(id) ?? true)
  const failures = await checkAll(rows)
  console.log(values.json ? JSON.stringify({ states: count(rows), failures }, null, 2) : report(rows, failures))
  if (failures.length > 0) process.exitCode = 1
}

/** Two rows at a time: each command is a process of its own. */
async function checkAll(rows: readonly Requirement[]): Promise<readonly RequirementFailure[]> {
  const waiting = rows.filter(({ shows }) => shows.length > 0)
  const total = waiting.length
  const failures: RequirementFailure[] = []
  const worker = async (): Promise<void> => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      const found = await checkRequirement(row)
      failures.push(...found)
      console.error(`${found.length === 0 ? '✔' : '✖'} ${row.id} (${total - waiting.length} of ${total} begun)`)
    }
  }
  await Promise.all([worker(), worker()])
  return failures.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}

function count(rows: readonly Requirement[]): Readonly<Record<Requirement['state'], number>> {
  const of = (state: Requirement['state']): number => rows.filter((row) => row.state === state).length
  return { shown: of('shown'), partly: of('partly'), 'not yet': of('not yet') }
}

function report(rows: readonly Requirement[], failures: readonly RequirementFailure[]): string {
  const { shown, partly, 'not yet': missing } = count(rows)
  const failed = new Set(failures.map(({ id }) => id)).size
  return [
    ...failures.map(({ id, shownBy, wrong }) => `✖ ${id.padEnd(5)} ${shownBy}\n        ${wrong}`),
    `${rows.length} requirements: ${shown} shown, ${partly} partly, ${missing} not yet; ${failed} not as they say`,
  ].join('\n')
}
