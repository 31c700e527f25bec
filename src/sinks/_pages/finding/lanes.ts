/** Evidence lanes: one row per leg on one time axis, so that a reader sees who spoke when, and who could not. */
import type { Finding, LegState } from '../../../findings/finding.ts'
import { LEG_NAMES } from '../../../findings/report/marks.data.ts'
import type { ScanReport, SubjectCoverage } from '../../../findings/report/report.ts'
import { HOUR_MS } from '../../../kit/durations.ts'
import { type Instant, toEpochMs, toInstant } from '../../../kit/instant.ts'
import { plural, sayWhen } from '../words.ts'
import { axisTicks, type Tick } from './axis.ts'
import type { EvidenceIndex, EvidenceLine } from './evidence-index.ts'

/** From 0, the left end of the axis, to 1, its right end. */
type Fraction = number

/** A stretch of a lane. */
export interface Span {
  readonly from: Fraction
  readonly until: Fraction
  readonly title: string
}

/** Evidence that stands at one place of the axis: one line, or several that are too close to be told apart. */
export interface Mark {
  readonly at: Fraction
  readonly count: number
  /** Whether any of it shows the set-up itself. */
  readonly showsSetup: boolean
  /** Number of the first line, to link to. */
  readonly first: number
  readonly title: string
}

/** One row. */
export interface Lane {
  readonly name: string
  readonly state: LegState
  readonly marks: readonly Mark[]
  /** What was seen going on, not only at one moment: the copy on the wire. */
  readonly bars: readonly Span[]
  /** When nobody could have heard this leg. */
  readonly blind: readonly Span[]
  /** Lines without a time. */
  readonly undated: number
}

/** The whole picture. */
export interface Lanes {
  readonly from: Instant
  readonly until: Instant
  readonly ticks: readonly Tick[]
  /** The lives of the set-up; of the last one, `isAsNow` is the part in which it copied what it copies now to where it goes now. */
  readonly lives: readonly (Span & { readonly isAsNow: boolean })[]
  readonly lanes: readonly Lane[]
}

/** Marks closer than this share of the axis are one. */
const MERGE_WITHIN = 0.018
/** Room left of the first and right of the last mark. */
const MARGIN = 0.04

const DEVICE_LEGS = ['config', 'log', 'aaa', 'flow'] as const
const ACCOUNT_LEGS = ['audit', 'flow'] as const

interface Axis {
  readonly startMs: number
  readonly endMs: number
}

/** Undefined where no evidence has a time: there is no axis to put it on. */
export function toLanes(finding: Finding, index: EvidenceIndex, report: ScanReport): Lanes | undefined {
  const axis = axisOf(finding, index, report.at)
  if (axis === undefined) return undefined
  const coverage = report.coverage.find(({ subject }) => subject === finding.subject)
  const legs = coverage?.kind === 'account' || finding.legs.audit !== 'not-available' ? ACCOUNT_LEGS : DEVICE_LEGS
  const place = { axis, finding, coverage }
  const tickets = index.lines.filter(({ item }) => item.leg === 'ticket')
  return {
    from: toInstant(axis.startMs) ?? report.at,
    until: toInstant(axis.endMs) ?? report.at,
    ticks: axisTicks(axis.startMs, axis.endMs),
    lives: livesOf(finding, axis),
    lanes: [
      ...legs.map((leg) =>
        toLane(
          leg,
          index.lines.filter(({ item }) => item.leg === leg),
          place,
        ),
      ),
      ...(tickets.length === 0
        ? []
        : [{ name: 'ticket', state: 'seen', ...placeLines(tickets, axis), bars: [], blind: [] } as const]),
    ],
  }
}

function axisOf(finding: Finding, { lines }: EvidenceIndex, at: Instant): Axis | undefined {
  const times = [
    ...lines.flatMap(({ item }) => item.at ?? []),
    ...finding.episodes.flatMap(({ from, until }) => [from ?? [], until ?? []].flat()),
    ...finding.exposure.observed.flatMap(({ from, until }) => [from, until]),
  ]
    .map(toEpochMs)
    .filter(Number.isFinite)
  const nowMs = toEpochMs(at)
  if (times.length === 0 || !Number.isFinite(nowMs)) return undefined
  const first = times.reduce((a, b) => Math.min(a, b))
  const last = times.reduce((a, b) => Math.max(a, b), finding.status === 'ended' ? first : nowMs)
  const room = Math.max(last - first, HOUR_MS) * MARGIN
  return { startMs: first - room, endMs: last + room }
}

function toLane(
  leg: Exclude<Finding['evidence'][number]['leg'], 'ticket'>,
  lines: readonly EvidenceLine[],
  { axis, finding, coverage }: { axis: Axis; finding: Finding; coverage: SubjectCoverage | undefined },
): Lane {
  const observed = leg === 'flow' ? finding.exposure.observed : []
  return {
    name: LEG_NAMES[leg],
    state: finding.legs[leg],
    ...placeLines(lines, axis),
    bars: observed.map(({ from, until, observer, channel }) =>
      toSpan(axis, {
        from,
        until,
        title: `${observer} (${channel}) saw it from ${sayWhen(from)} to ${sayWhen(until)}`,
      }),
    ),
    blind:
      finding.legs[leg] === 'not-available' && lines.length + observed.length === 0
        ? blindSpans(
            axis,
            coverage?.legs.find((one) => one.leg === leg),
          )
        : quietSpan(axis, coverage?.quiet.find((one) => one.leg === leg)?.since),
  }
}

/** All of the axis that this leg was not heard in; a leg that was heard throughout but carries no commands is blind all the same. */
function blindSpans(axis: Axis, leg: SubjectCoverage['legs'][number] | undefined): readonly Span[] {
  const { first, last } = leg ?? {}
  const whole = [toSpan(axis, { title: 'not available' })]
  if (first === undefined || last === undefined) return whole
  const spans = [
    ...(toEpochMs(first) > axis.startMs
      ? [toSpan(axis, { until: first, title: `not heard before ${sayWhen(first)}` })]
      : []),
    ...quietSpan(axis, last),
  ]
  return spans.some(({ from, until }) => until - from > MARGIN) ? spans : whole
}

function quietSpan(axis: Axis, since: Instant | undefined): readonly Span[] {
  if (since === undefined || toEpochMs(since) >= axis.endMs) return []
  return [toSpan(axis, { from: since, title: `not heard after ${sayWhen(since)}` })]
}

function livesOf(finding: Finding, axis: Axis): Lanes['lives'] {
  return finding.episodes.flatMap(({ from, until }, index) => {
    const isLast = index === finding.episodes.length - 1
    const turn =
      isLast && finding.since !== undefined && from !== undefined && finding.since > from ? finding.since : undefined
    const begin = from === undefined ? 'an unknown time' : sayWhen(from)
    const end = until === undefined ? '' : ` until ${sayWhen(until)}`
    if (turn === undefined)
      return [{ ...toSpan(axis, { from, until, title: `there from ${begin}${end}` }), isAsNow: isLast }]
    return [
      { ...toSpan(axis, { from, until: turn, title: `there from ${begin}, otherwise than now` }), isAsNow: false },
      { ...toSpan(axis, { from: turn, until, title: `as it is now from ${sayWhen(turn)}${end}` }), isAsNow: true },
    ]
  })
}

function placeLines(lines: readonly EvidenceLine[], axis: Axis): Pick<Lane, 'marks' | 'undated'> {
  const dated = lines.flatMap((line) =>
    line.item.at === undefined ? [] : [{ line, at: fraction(axis, line.item.at) }],
  )
  const groups: { readonly at: Fraction; readonly lines: EvidenceLine[] }[] = []
  for (const { line, at } of dated) {
    const group = groups.at(-1)
    if (group === undefined || at - group.at > MERGE_WITHIN) groups.push({ at, lines: [line] })
    else group.lines.push(line)
  }
  return { marks: groups.map(({ at, lines: group }) => toMark(at, group)), undated: lines.length - dated.length }
}

function toMark(at: Fraction, lines: readonly EvidenceLine[]): Mark {
  const first = lines[0]
  const when = first?.when ?? ''
  const until = lines.at(-1)?.when ?? when
  return {
    at,
    count: lines.length,
    showsSetup: lines.some(({ showsSetup }) => showsSetup),
    first: first?.number ?? 1,
    title: `${plural(lines.length, 'record')}, ${when}${until === when ? '' : ` to ${until}`}`,
  }
}

interface SpanInput {
  readonly from?: Instant | undefined
  readonly until?: Instant | undefined
  readonly title: string
}

function toSpan(axis: Axis, { from, until, title }: SpanInput): Span {
  return {
    from: from === undefined ? 0 : fraction(axis, from),
    until: until === undefined ? 1 : fraction(axis, until),
    title,
  }
}

/** Rounded, so that the same report gives the same bytes on every machine; what is no time stands at the left end. */
function fraction({ startMs, endMs }: Axis, at: Instant): Fraction {
  const share = (toEpochMs(at) - startMs) / (endMs - startMs)
  if (!Number.isFinite(share)) return 0
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000
}
