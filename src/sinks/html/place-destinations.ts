/** Where destinations stand beside the rows that lead to them, so that few lines cross. */
import type { Verdict } from '../../findings/report/marks.data.ts'
import type { CopyRow } from '../_pages/pictures/copies.ts'

/** The line a destination stands on, counted from 0, and whether an approval allows any copy to it. */
export interface PlacedDestination {
  readonly line: number
  readonly isApproved: boolean
  /** Of the gravest row that leads there. */
  readonly verdict: Verdict
}

/** Every destination once: as near as possible to the middle of its rows, no two on one line, in the order of their middles. */
export function placeDestinations(rows: readonly CopyRow[]): ReadonlyMap<string, PlacedDestination> {
  const wanted = [
    ...Map.groupBy(
      rows.map((row, index) => ({ row, index })),
      ({ row }) => row.destination,
    ),
  ]
    .map(([name, group]) => ({
      name,
      verdict: group[0]?.row.verdict ?? 'unapproved',
      isApproved: group.some(({ row }) => row.verdict === 'approved' || row.verdict === 'exceeds-approval'),
      middle: group.reduce((sum, { index }) => sum + index, 0) / group.length,
    }))
    .sort((a, b) => a.middle - b.middle || (a.name < b.name ? -1 : 1))
  const lines = settle(
    wanted.map(({ middle }) => middle),
    rows.length,
  )
  return new Map(
    wanted.map(({ name, verdict, isApproved }, index) => [name, { verdict, isApproved, line: lines[index] ?? index }]),
  )
}

/** Pushes down what overlaps, then up again what left the picture. */
function settle(wanted: readonly number[], lines: number): readonly number[] {
  const placed: number[] = []
  for (const middle of wanted) placed.push(Math.max(Math.round(middle * 2) / 2, (placed.at(-1) ?? -1) + 1))
  let lowest = Math.max(lines, wanted.length) - 1
  return placed
    .toReversed()
    .map((line) => {
      const kept = Math.min(line, lowest)
      lowest = kept - 1
      return kept
    })
    .toReversed()
}
