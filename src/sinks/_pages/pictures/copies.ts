/** Who copies what to where, as rows of a picture or table: one row for each subject, destination and verdict. */
import { destinationText, sourceText } from '../../../findings/claims/claim.ts'
import type { Finding } from '../../../findings/finding.ts'
import type { Verdict } from '../../../findings/report/marks.data.ts'
import type { ScanReport } from '../../../findings/report/report.ts'
import { anchorOf, presentCopies } from '../open-findings.ts'
import { shortName } from '../short-name.ts'
import { plural, sayCount } from '../words.ts'

/** Rows drawn; above it, approved rows are folded by platform first, and then the least grave are counted. */
export const MAX_COPY_ROWS = 40

/** One row. */
export interface CopyRow {
  readonly subject: string
  /** `TenGigabitEthernet0/0/0 +1`; `13 approved copies` where rows were folded. */
  readonly sources: string
  readonly carrier: string
  readonly destination: string
  readonly verdict: Verdict
  /** Set-ups in this row. */
  readonly count: number
  /** Greatest amount that one observer saw of one of them; 0 where nobody saw it. */
  readonly bytesAtLeast: number
  /** Prepared, but never seen to copy anything. */
  readonly isIdle: boolean
  /** Of the first finding in the row; absent for folded rows. */
  readonly anchor?: string | undefined
}

/** The rows in the order of the report (worst first, subjects together), and how many set-ups are not drawn. */
export interface CopyPicture {
  readonly rows: readonly CopyRow[]
  readonly notDrawn: number
}

/** Rows of all present copies. */
export function toCopyPicture(report: ScanReport): CopyPicture {
  const rows = together(joinAlike(presentCopies(report)))
  if (rows.length <= MAX_COPY_ROWS) return { rows, notDrawn: 0 }
  const folded = foldApproved(rows, report.findings)
  const rest = folded.slice(MAX_COPY_ROWS)
  return { rows: folded.slice(0, MAX_COPY_ROWS), notDrawn: rest.reduce((sum, { count }) => sum + count, 0) }
}

/** Sessions of one subject with one destination and verdict are one row. */
function joinAlike(copies: readonly Finding[]): readonly CopyRow[] {
  const groups = Map.groupBy(copies, (finding) =>
    JSON.stringify([finding.subject, destinationOf(finding), finding.verdict]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [toRow(first, group)]
  })
}

function toRow(first: Finding, group: readonly Finding[]): CopyRow {
  const sources = [
    ...new Set(group.flatMap(({ session }) => session.sources.map((source) => shortEnd(sourceText(source))))),
  ]
  const implied = group.flatMap(({ session }) => session.details?.impliedSource ?? [])
  return {
    subject: shortName(first.subject),
    sources: nameSources(sources.length > 0 ? sources : implied),
    carrier: carrierOf(first),
    destination: destinationOf(first),
    verdict: first.verdict,
    count: group.length,
    bytesAtLeast: group
      .flatMap(({ exposure }) => exposure.observed.map(({ bytesAtLeast }) => bytesAtLeast))
      .reduce((a, b) => Math.max(a, b), 0),
    isIdle: group.every(({ status }) => status === 'never-live'),
    anchor: anchorOf(first),
  }
}

/** The first of them, and how many more. */
function nameSources([first = 'nothing yet', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} +${others.length}`
}

function carrierOf({ session }: Finding): string {
  const word = session.destinations.find(({ encapsulation }) => encapsulation !== undefined)?.encapsulation
  if (word !== undefined) return word.toUpperCase()
  return session.kind === 'remote-vlan' ? 'RSPAN' : ''
}

/** An end on the device itself is named with it: two devices have a port of one name. */
function destinationOf({ session, subject }: Finding): string {
  const [first, ...others] = session.destinations
  if (first === undefined) return `nowhere yet (${shortName(subject)})`
  const isLocal = first.ip === undefined && first.resource === undefined && first.vlan === undefined
  const text = shortEnd(destinationText(first))
  return `${text}${isLocal ? ` of ${shortName(subject)}` : ''}${others.length === 0 ? '' : ` and ${others.length} more`}`
}

/** `interface Te0/0/1` → `Te0/0/1`, `ip 198.51.100.9` → the address, a cloud's path → its last two parts. */
function shortEnd(text: string): string {
  const plain = text.replace(/^(?:interface|ip|resource) /, '')
  const parts = plain.split('/')
  return text.startsWith('resource ') && parts.length > 3 ? parts.slice(-2).join('/') : plain
}

/** Rows of one subject stand together, where the worst of them stands. */
function together(rows: readonly CopyRow[]): readonly CopyRow[] {
  return [...Map.groupBy(rows, ({ subject }) => subject).values()].flat()
}

function foldApproved(rows: readonly CopyRow[], findings: readonly Finding[]): readonly CopyRow[] {
  const platforms = new Map(findings.map(({ subject, platform }) => [shortName(subject), platform]))
  const approved = Map.groupBy(
    rows.filter(({ verdict }) => verdict === 'approved'),
    ({ subject }) => platforms.get(subject) ?? 'unknown',
  )
  const folds = [...approved].map(([platform, group]) => foldRow(platform, group))
  return [...rows.filter(({ verdict }) => verdict !== 'approved'), ...folds]
}

function foldRow(platform: string, group: readonly CopyRow[]): CopyRow {
  const count = group.reduce((sum, row) => sum + row.count, 0)
  const subjects = new Set(group.map(({ subject }) => subject)).size
  const destinations = new Set(group.map(({ destination }) => destination)).size
  return {
    subject: `${sayCount(subjects)} × ${platform || 'unknown platform'}`,
    sources: plural(count, 'approved copy', 'approved copies'),
    carrier: '',
    destination: plural(destinations, 'approved destination'),
    verdict: 'approved',
    isIdle: group.every(({ isIdle }) => isIdle),
    count,
    bytesAtLeast: group.reduce((greatest, row) => Math.max(greatest, row.bytesAtLeast), 0),
  }
}
