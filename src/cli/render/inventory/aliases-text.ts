/** Names and whose they are, as a table with what needs mending below it. */
import type { AliasReport, SubjectAliases } from '../../../inventory/aliases/collect-aliases.ts'
import type { Terminal } from '../../terminal.ts'
import { formatInstant, plural } from '../quantities.ts'
import { renderTable } from '../table.ts'

/** The whole text of `tapwarden inventory aliases`. */
export function renderAliases(report: AliasReport, { widthColumns }: Terminal): string {
  const rows = report.subjects.flatMap(({ subject, names }) =>
    names.map(({ by, value, saidBy }, index) => [index === 0 ? subject : '', by, value, saidBy.join(', ')]),
  )
  const table = renderTable(['SUBJECT', 'KIND', 'NAME', 'SAID BY'], rows, widthColumns)
  return [...table, '', ...tellConflicts(report), ...tellUnmatched(report), ...tellSilent(report)].join('\n')
}

function tellConflicts({ conflicts }: AliasReport): readonly string[] {
  if (conflicts.length === 0) return ['No name is claimed by two subjects.']
  return conflicts.map(
    ({ name, candidates }) =>
      `${name} is claimed by ${candidates.join(' and ')}: nothing was joined on it. Take it from all but one of them.`,
  )
}

function tellUnmatched({ subjects, unmatched }: AliasReport): readonly string[] {
  if (unmatched.length === 0) return ['The inventory knows every sender.']
  const strangers = subjects.filter(({ subject }) => unmatched.includes(subject))
  return [
    `The inventory does not know ${plural(strangers.length, 'sender')}; list them, or add the name to the device that has it:`,
    ...strangers.map(
      (one) => `  ${one.subject}  ${plural(one.facts, 'record')} (${one.legs.join(', ')})${lastHeard(one)}`,
    ),
  ]
}

function tellSilent({ neverHeard }: AliasReport): readonly string[] {
  if (neverHeard.length === 0) return ['Every device and account of the inventory was heard.']
  return [`Never heard: ${neverHeard.join(', ')}`]
}

function lastHeard({ last }: SubjectAliases): string {
  return last === undefined ? '' : `, last ${formatInstant(last)}`
}
