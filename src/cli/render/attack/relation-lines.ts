/** What an object is tied to, one block for each kind of tie. */
import type { Relation } from '../../../app/answers/attack/show-attack.ts'
import { namedLines, paragraph, type Width } from './lines.ts'

/** What each relation is called from either end. */
const TITLES: Readonly<Record<string, { readonly to: string; readonly from: string }>> = {
  detects: { to: 'Detects', from: 'Detected by' },
  mitigates: { to: 'Mitigates', from: 'Mitigated by' },
  uses: { to: 'Uses', from: 'Used by' },
  'subtechnique-of': { to: 'Part of', from: 'Parts' },
  'revoked-by': { to: 'Revoked by', from: 'Revokes' },
  'attributed-to': { to: 'Attributed to', from: 'Attributed' },
  analytic: { to: 'Analytics', from: 'Analytic of' },
  'log source': { to: 'Log source', from: 'Log source of' },
  'data source': { to: 'Data source', from: 'Components' },
  tactic: { to: 'Tactic', from: 'Tactic of' },
}

/** A block with its heading; that there are none is said. */
export function relationLines(relations: readonly Relation[], release: string, terminal: Width): readonly string[] {
  const heading = `Relations in release ${release}, by MITRE`
  if (relations.length === 0) return [heading, ...paragraph('No relations in this release.', terminal)]
  let before = ''
  const lines = relations.flatMap((relation) => {
    const title = titleOf(relation)
    const shown = title === before ? '' : title
    before = title
    return namedLines(shown, wordsOf(relation), terminal)
  })
  return [heading, ...lines]
}

function titleOf({ relation, direction }: Relation): string {
  return TITLES[relation]?.[direction] ?? relation
}

function wordsOf({ other, says, through, status }: Relation): string {
  const { attackId, stixId, name, status: state } = other
  return [
    attackId ?? stixId,
    ...(name === undefined ? [] : [` ${name}`]),
    ...(state === undefined ? ', not imported' : state === 'current' ? '' : `, ${state}`),
    ...(says === undefined ? [] : [`, ${says}`]),
    ...(through === undefined ? [] : [`, through ${through}`]),
    ...(status === undefined ? [] : [` (this relation is ${status})`]),
  ].join('')
}
