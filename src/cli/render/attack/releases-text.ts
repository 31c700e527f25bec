/** What was imported, and what is kept. */
import type { ImportReport } from '../../../app/answers/attack/import-attack.ts'
import type { ReleaseRow } from '../../../app/answers/attack/list-releases.ts'
import { formatBytes, plural } from '../quantities.ts'
import { namedLines, paragraph, type Width } from './lines.ts'

/** The text of `tapwarden attack import`. */
export function renderImport(report: ImportReport, terminal: Width): string {
  const { release, library, files, bytes, sha256, objects, added, replaced, unchanged, passedOver, claims, notice } =
    report
  const counts = [
    `${added} new`,
    `${replaced} replaced by a later modification`,
    `${unchanged} there already`,
    `${passedOver} in other bytes and no newer, so what was there stays`,
  ]
  return [
    `Release ${release} of ATT&CK: ${plural(objects, 'object')}`,
    ...namedLines('Read', `${plural(files, 'file')}, ${formatBytes(bytes)}: ${counts.join(', ')}`, terminal),
    ...namedLines('SHA-256', `${sha256} over ${files === 1 ? 'the file' : 'the files one after the other'}`, terminal),
    ...claims.flatMap(({ of, hash, by }) =>
      namedLines('Claimed', `${hash} for ${of}, by ${by}; kept as a claim and not compared`, terminal),
    ),
    ...namedLines('Library', library, terminal),
    '',
    ...paragraph(notice, terminal),
  ].join('\n')
}

/** The text of `tapwarden attack list`. */
export function renderReleases(library: string, releases: readonly ReleaseRow[], terminal: Width): string {
  if (releases.length === 0)
    return [
      `No release of ATT&CK is kept in ${library}.`,
      'Import one: tapwarden attack import FILE --release 18.1',
    ].join('\n')
  const blocks = releases.map((row) => [
    `${row.release}  ${plural(row.objects, 'object')}, ${row.deprecated} deprecated, ${row.revoked} revoked`,
    ...namedLines(
      'From',
      `${plural(row.files, 'file')}, ${formatBytes(row.bytes)}, first imported ${row.importedAt}`,
      terminal,
    ),
    ...row.sources.flatMap((source) => namedLines('Source', source, terminal)),
    ...row.packs.flatMap((pack) => namedLines('SHA-256', pack, terminal)),
  ])
  const notice = releases.at(-1)?.notice ?? ''
  return [
    ...blocks.map((lines) => lines.join('\n')),
    ...namedLines('Library', library, terminal),
    paragraph(notice, terminal).join('\n'),
  ].join('\n\n')
}
