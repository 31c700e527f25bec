/** One object of ATT&CK as a page: its record, MITRE's words under MITRE's notice, its relations, and what tapwarden makes of it. */
import type { AttackPage, ObjectRecord } from '../../../app/answers/attack/show-attack.ts'
import { plural } from '../quantities.ts'
import { namedLines, paragraph, type Width } from './lines.ts'
import { relationLines } from './relation-lines.ts'

/** The whole text of `tapwarden attack show`. */
export function renderAttackPage(page: AttackPage, terminal: Width): string {
  const { asked, kind, object } = page
  const blocks = [
    object === undefined
      ? [`${asked}  ${kind}`]
      : [`${object.attackId ?? object.stixId}  ${kind}, release ${object.release}`, ...recordLines(object, terminal)],
    askedLines(page, terminal),
    mitreLines(page, terminal),
    page.relations === undefined ? [] : relationLines(page.relations, object?.release ?? '', terminal),
    analysisLines(page, terminal),
    page.help === undefined ? [] : paragraph(page.help, terminal),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function recordLines(object: ObjectRecord, terminal: Width): readonly string[] {
  const { stixId, version, specVersion, created, modified, status, sha256, bytes, claimed, file } = object
  const rows: readonly (readonly [string, string])[] = [
    ['STIX id', stixId],
    ['Version', `${version ?? 'none stated'}${specVersion === undefined ? '' : `, of specification ${specVersion}`}`],
    ['Created', created ?? 'not stated'],
    ['Modified', modified ?? 'not stated'],
    ['Status', status],
    ['SHA-256', `${sha256} over its exact ${plural(bytes, 'byte')}`],
    ...(claimed === undefined ? [] : [['Claimed', claim(claimed)] as const]),
    ['File', `${file.path}, ${plural(file.bytes, 'byte')}, imported ${file.importedAt}`],
    ['File hash', `${file.sha256} (SHA-256)`],
    ...(file.claimed === undefined ? [] : [['File claim', claim(file.claimed)] as const]),
    ...(file.source === undefined ? [] : [['Source', file.source] as const]),
  ]
  return rows.flatMap(([name, says]) => namedLines(name, says, terminal))
}

function claim({ hash, by }: { readonly hash: string; readonly by: string }): string {
  return `${hash}, claimed by source (${by}); algorithm and form are not stated, so it is not compared`
}

function askedLines({ asked, object, moved }: AttackPage, terminal: Width): readonly string[] {
  if (object === undefined || object.attackId === undefined || asked === object.attackId || asked === object.stixId)
    return []
  const ids = moved.map(({ from, to }) => (from === asked ? to : from))
  return paragraph(`${asked} is an id of another release; here it is ${ids.join(', ')}.`, terminal)
}

function mitreLines({ mitre, notice }: AttackPage, terminal: Width): readonly string[] {
  const heading = ['Words of MITRE ATT&CK', ...paragraph(notice, terminal)]
  if (mitre === undefined) return ['MITRE ATT&CK', ...paragraph(notice, terminal)]
  const { name, description, tactics, platforms, logSources, mutableElements, references } = mitre
  const list = (what: string, values: readonly string[]): readonly (readonly [string, string])[] =>
    values.map((value, index) => [index === 0 ? what : '', value])
  const rows: readonly (readonly [string, string])[] = [
    ...list('Name', name === undefined ? [] : [name]),
    ...list('Says', description === undefined ? [] : [description]),
    ...list('Tactics', tactics.length === 0 ? [] : [tactics.join(', ')]),
    ...list('Platforms', platforms.length === 0 ? [] : [platforms.join(', ')]),
    ...list('Log sources', logSources),
    ...list(
      'To be set',
      mutableElements.map(({ field, says }) => `${field}: ${says}`),
    ),
    ...list(
      'References',
      references.map(({ source, url, says }) => [source, url, says].filter((part) => part !== undefined).join(', ')),
    ),
  ]
  return [...heading, ...rows.flatMap(([what, says]) => namedLines(what, says, terminal))]
}

function analysisLines({ analysis }: AttackPage, terminal: Width): readonly string[] {
  const statements = analysis.statements.flatMap(({ about, says, confidence, basis }) => [
    ...namedLines(capital(about), says, terminal),
    ...namedLines('', `Confidence ${confidence}: ${basis}.`, terminal),
  ])
  const sources = (analysis.coverage?.logSources ?? []).flatMap(({ name, readBy }) =>
    namedLines('Read', `${name} by ${readBy.join(', ') || 'nobody yet'}`, terminal),
  )
  const asking = analysis.coverage?.detections ?? []
  return [
    'Analysis of tapwarden, not of MITRE',
    ...statements,
    ...(asking.length === 0 ? [] : namedLines('Detections', asking.join(', '), terminal)),
    ...sources,
  ]
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
}
