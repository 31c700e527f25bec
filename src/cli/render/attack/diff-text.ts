/** Two releases beside each other. */
import type { AttackDiff, DiffSide, ObjectDiff } from '../../../app/answers/attack/diff-attack.ts'
import { plural } from '../quantities.ts'
import { namedLines, paragraph, type Width } from './lines.ts'

/** Longest value shown of a member; `--json` has the whole. */
const MAX_VALUE = 400

/** The whole text of `tapwarden attack diff`: of one object its members with values, of all only their names. */
export function renderAttackDiff(
  { from, to, counts, objects, notice }: AttackDiff,
  all: boolean,
  terminal: Width,
): string {
  const { same, changed, rewritten, added, removed } = counts
  const heading = all
    ? `${from} → ${to}: ${changed} changed, ${added} added, ${removed} removed, ${rewritten} in other bytes only, ${same} the same`
    : `${from} → ${to}`
  const blocks = objects.map((object) => (all ? brief(object, terminal) : whole(object, terminal)).join('\n'))
  return [heading, ...(all ? [blocks.join('\n')] : blocks), paragraph(notice, terminal).join('\n')]
    .filter((block) => block !== '')
    .join('\n\n')
}

function brief({ stixId, name, state, from, to, members }: ObjectDiff, terminal: Width): readonly string[] {
  const id = to?.attackId ?? from?.attackId ?? stixId
  const names = members.map(({ member }) => member).join(', ')
  return namedLines(state, [id, name, names].filter((part) => part !== undefined && part !== '').join('  '), terminal)
}

function whole({ stixId, kind, name, state, from, to, members }: ObjectDiff, terminal: Width): readonly string[] {
  const id = to?.attackId ?? from?.attackId ?? stixId
  return [
    `${id}  ${kind}${name === undefined ? '' : `, ${name}`}: ${state}`,
    ...namedLines('STIX id', stixId, terminal),
    ...(from === undefined ? [] : sideLines(from, terminal)),
    ...(to === undefined ? [] : sideLines(to, terminal)),
    ...(state === 'rewritten' ? namedLines('Members', 'all the same; only the bytes differ', terminal) : []),
    ...(members.length === 0 ? [] : [`  ${plural(members.length, 'member differs', 'members differ')}`]),
    ...members.flatMap(({ member, ...values }) => [
      `  ${member}`,
      ...namedLines('-', 'from' in values ? valueText(values.from) : 'not there', terminal),
      ...namedLines('+', 'to' in values ? valueText(values.to) : 'not there', terminal),
    ]),
  ]
}

function sideLines(
  { release, attackId, version, modified, status, sha256 }: DiffSide,
  terminal: Width,
): readonly string[] {
  const said = [
    attackId,
    version === undefined ? undefined : `version ${version}`,
    `modified ${modified ?? 'not stated'}`,
    status,
  ]
  return [
    ...namedLines(release, said.filter((part) => part !== undefined).join(', '), terminal),
    ...namedLines('', `SHA-256 ${sha256}`, terminal),
  ]
}

function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE)} … (${plural(text.length, 'character')})`
}
