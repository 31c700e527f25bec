/** Every proving line of a finding once, numbered in time order, so that reasons can point at it. */
import type { Finding, FindingReason } from '../../../findings/finding.ts'
import { byText, sayWhen } from '../words.ts'

type EvidenceItem = Finding['evidence'][number]

/** One line or block of evidence as a page shows it. */
export interface EvidenceLine {
  /** From 1, in time order, undated first. */
  readonly number: number
  /** `2026-11-14 03:12Z` or `undated`. */
  readonly when: string
  readonly item: EvidenceItem
  /** `logs/edge.log:17`; empty where the report was made without places. */
  readonly places: readonly string[]
  /** Whether it shows the set-up itself; else it stands behind a reason alone. */
  readonly showsSetup: boolean
}

/** One reason with the numbers of its evidence. */
export interface NumberedReason {
  readonly detection: string
  readonly statement: string
  /** Runs of numbers: `{ first: 4, last: 11 }`. */
  readonly cites: readonly { readonly first: number; readonly last: number }[]
  readonly more: number
}

/** What a finding rests on. */
export interface EvidenceIndex {
  readonly lines: readonly EvidenceLine[]
  readonly reasons: readonly NumberedReason[]
  /** Facts that are not listed. */
  readonly more: number
}

/** Numbers the evidence of a set-up and of all its reasons. */
export function indexEvidence({ evidence, moreEvidence = 0, reasons }: Finding): EvidenceIndex {
  const own = new Set(evidence.map(({ fact }) => fact))
  const items = new Map([...reasons.flatMap((reason) => reason.evidence), ...evidence].map((item) => [item.fact, item]))
  const lines = [...items.values()]
    .sort((a, b) => byText(a.at ?? '', b.at ?? '') || byText(a.leg, b.leg) || byText(a.fact, b.fact))
    .map((item, index) => ({
      number: index + 1,
      when: sayWhen(item.at),
      item,
      places: (item.places ?? []).map(({ path, line }) => (line === undefined ? path : `${path}:${line}`)),
      showsSetup: own.has(item.fact),
    }))
  const numberOf = new Map(lines.map(({ item, number }) => [item.fact, number]))
  return { lines, reasons: reasons.map((reason) => numberReason(reason, numberOf)), more: moreEvidence }
}

function numberReason(reason: FindingReason, numberOf: ReadonlyMap<string, number>): NumberedReason {
  const { detection, statement, evidence, moreEvidence = 0 } = reason
  const numbers = evidence.flatMap(({ fact }) => numberOf.get(fact) ?? []).sort((a, b) => a - b)
  return { detection, statement, cites: runsOf(numbers), more: moreEvidence }
}

/** `[4, 5, 6, 9]` → 4 to 6, and 9. */
function runsOf(numbers: readonly number[]): NumberedReason['cites'] {
  const runs: { readonly first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && number === run.last + 1) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs
}
