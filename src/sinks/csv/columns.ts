/** The columns of the table: new ones are added at the end, none is renamed or moved. */
import type { Finding } from '../../findings/finding.ts'
import type { ReportedAct } from '../../findings/report/report.ts'
import { destinationName, sourceName } from '../_shared/ends.ts'
import { reasonIds } from '../_shared/first-reason.ts'

/** One column: its name in the head, and its text for a finding and the last act upon it. */
export interface Column {
  readonly name: string
  readonly text: (finding: Finding, act: ReportedAct | undefined) => string
}

/** Between several values of one field. */
const AND = '; '

/** In the order of the table. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', text: ({ id }) => id },
  { name: 'severity', text: ({ severity }) => severity },
  { name: 'verdict', text: ({ verdict }) => verdict },
  { name: 'status', text: ({ status }) => status },
  { name: 'kind', text: ({ kind }) => kind },
  { name: 'subject', text: ({ subject }) => subject },
  { name: 'platform', text: ({ platform }) => platform },
  { name: 'scope', text: ({ setup }) => setup.address.scope },
  { name: 'session', text: ({ session }) => session.name },
  { name: 'sources', text: ({ session }) => session.sources.map(tellSource).join(AND) },
  { name: 'destinations', text: ({ session }) => session.destinations.map(destinationName).join(AND) },
  { name: 'since', text: ({ since = '' }) => since },
  { name: 'until', text: ({ until = '' }) => until },
  { name: 'as_of', text: ({ asOf = '' }) => asOf },
  { name: 'accounts', text: ({ actor }) => actor.accounts.join(AND) },
  { name: 'from', text: ({ actor }) => actor.from.join(AND) },
  { name: 'conduct', text: ({ conduct }) => conduct.join(AND) },
  { name: 'ticket', text: ({ ticket }) => ticket ?? '' },
  { name: 'approval', text: ({ approval }) => approval.id ?? '' },
  { name: 'nearest_approval', text: ({ approval }) => approval.nearest ?? '' },
  { name: 'existence', text: ({ confidence }) => confidence.existence },
  { name: 'authorisation', text: ({ confidence }) => confidence.authorisation },
  { name: 'detections', text: (finding) => reasonIds(finding).join(AND) },
  { name: 'attack', text: ({ attack }) => attack.join(AND) },
  { name: 'case', text: (finding) => finding.case },
  { name: 'act', text: (_finding, act) => (act?.holds === true ? act.does : '') },
  { name: 'sentence', text: ({ sentence }) => sentence },
]

function tellSource(source: Finding['session']['sources'][number]): string {
  return `${sourceName(source)} (${source.direction})`
}
