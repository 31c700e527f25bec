/** What a cloud wrote when an act began, while it ran and when it ended becomes one change. */
import type { ActPhase } from '../../facts/fact.ts'
import { addressText, byText } from '../setup-id.ts'
import type { DraftChange } from './draft-change.ts'

const PHASE_ORDER: readonly ActPhase['phase'][] = ['begun', 'underway', 'ended']

/** Instants are compared to the second: records of one act are stamped by several services within it. */
const SECOND_LENGTH = '2026-11-14T03:12:07'.length

/**
 * Joins the records of each act. Callers can choose the id that acts are told apart by, so it is not believed alone: a phase
 * that goes back, or comes a second time in another second, is another act.
 */
export function joinActs(drafts: readonly DraftChange[]): readonly DraftChange[] {
  const alone = drafts.filter(({ act }) => act === undefined)
  const parts = drafts.filter(({ act }) => act !== undefined).sort(byPhase)
  const groups = Map.groupBy(parts, ({ act, address, change }) =>
    [act?.id, addressText(address), change.operation].join('\u0000'),
  )
  const acts = [...groups.values()].flatMap(splitActs)
  return [...alone, ...acts.flatMap((act) => (act[0] === undefined ? [] : [joinOne(act[0], act)]))]
}

function byPhase(a: DraftChange, b: DraftChange): number {
  return (
    byText(secondOf(a), secondOf(b)) ||
    phaseOf(a) - phaseOf(b) ||
    byText(a.change.at ?? '', b.change.at ?? '') ||
    byText(a.change.facts[0] ?? '', b.change.facts[0] ?? '')
  )
}

function secondOf({ change }: DraftChange): string {
  return change.at?.slice(0, SECOND_LENGTH) ?? ''
}

function phaseOf({ act }: DraftChange): number {
  return act === undefined ? 0 : PHASE_ORDER.indexOf(act.phase)
}

function splitActs(parts: readonly DraftChange[]): readonly (readonly DraftChange[])[] {
  const acts: DraftChange[][] = []
  for (const part of parts) {
    const last = acts.at(-1)?.at(-1)
    if (last === undefined || isNextAct(last, part)) acts.push([part])
    else acts.at(-1)?.push(part)
  }
  return acts
}

function isNextAct(last: DraftChange, part: DraftChange): boolean {
  if (phaseOf(part) !== phaseOf(last)) return phaseOf(part) < phaseOf(last)
  return part.act?.phase !== 'underway' && secondOf(part) !== secondOf(last)
}

/** The first record says when and who; the last one that was refused how it went; one that shows the whole object has the last word on it. */
function joinOne(first: DraftChange, parts: readonly DraftChange[]): DraftChange {
  const refused = parts.findLast(({ change }) => change.outcome !== 'accepted')?.change
  const ordered = [...parts.filter((part) => !showsWhole(part)), ...parts.filter(showsWhole)]
  return {
    ...first,
    edits: ordered.flatMap(({ edits }) => edits),
    canonical: `${first.change.operation} ${first.act?.id}`,
    uses: [...new Map(parts.flatMap(({ uses }) => uses).map((use) => [addressText(use), use])).values()],
    change: {
      ...first.change,
      facts: [...new Set(parts.flatMap(({ change }) => change.facts))].sort(byText),
      actor: { ...parts.at(-1)?.change.actor, ...first.change.actor },
      ...(refused === undefined ? {} : { outcome: refused.outcome }),
      ...(refused?.error === undefined ? {} : { error: refused.error }),
    },
  }
}

function showsWhole({ edits }: DraftChange): boolean {
  return edits.some((edit) => edit.do === 'replace')
}
