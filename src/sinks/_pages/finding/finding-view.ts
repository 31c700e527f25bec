/** One finding as the technical page tells it, in the order a tired reader asks. */
import type { Finding } from '../../../findings/finding.ts'
import { LEG_NAMES } from '../../../findings/report/marks.data.ts'
import type { ScanReport } from '../../../findings/report/report.ts'
import { sayBytes } from '../../../kit/say-bytes.ts'
import { actsByFinding, anchorOf } from '../open-findings.ts'
import { plural, sayWhen } from '../words.ts'
import { type AttackLink, attackLinks } from './attack-links.ts'
import { type EvidenceIndex, indexEvidence } from './evidence-index.ts'
import { actText, type Grade, gradesOf, whoLines } from './judgement.ts'
import { type Lanes, toLanes } from './lanes.ts'
import { type SessionRow, sessionTable } from './session-table.ts'

/** A table with its head; rows have as many cells as the head. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything that is shown of one finding. */
export interface FindingView {
  readonly anchor: string
  readonly finding: Finding
  readonly act?: string | undefined
  readonly grades: readonly Grade[]
  readonly session: readonly SessionRow[]
  readonly lanes?: Lanes | undefined
  readonly evidence: EvidenceIndex
  readonly who: readonly string[]
  readonly changes: Table
  readonly tickets: Table
  readonly observed: Table
  readonly episodes: Table
  readonly attack: readonly AttackLink[]
  /** What ATT&CK calls the kinds of evidence used. */
  readonly dataComponents: readonly string[]
}

/** Makes the view of one finding of a report. */
export function toFindingView(finding: Finding, report: ScanReport): FindingView {
  const evidence = indexEvidence(finding)
  const act = actsByFinding(report).get(finding.id)
  return {
    anchor: anchorOf(finding),
    finding,
    act: act === undefined ? undefined : actText(act),
    grades: gradesOf(finding),
    session: sessionTable(finding),
    lanes: toLanes(finding, evidence, report),
    evidence,
    who: whoLines(finding),
    changes: changesOf(finding),
    tickets: ticketsOf(finding),
    observed: observedOf(finding),
    episodes: episodesOf(finding),
    attack: attackLinks(finding.attack),
    dataComponents: [...new Set(evidence.lines.flatMap(({ item }) => item.dataComponent ?? []))].sort(),
  }
}

function changesOf({ changes }: Finding): Table {
  return {
    head: ['When', 'What', 'By', 'From', 'Via', 'Outcome', 'Recorded by'],
    rows: changes.map(({ at, operation, actor, via, outcome, error, legs, comment }) => [
      sayWhen(at),
      comment === undefined ? operation : `${operation} (${comment})`,
      actor.account ?? 'not named',
      actor.from ?? '',
      via,
      error === undefined ? outcome : `${outcome}: ${error}`,
      legs.map((leg) => LEG_NAMES[leg]).join(', '),
    ]),
  }
}

function ticketsOf({ tickets }: Finding): Table {
  return {
    head: ['Ticket', 'State', 'Permits it', 'Device', 'Window'],
    rows: tickets.map(({ number, state, permits, device, window }) => [
      number,
      state,
      permits ? 'yes' : 'no',
      device,
      window,
    ]),
  }
}

function observedOf({ exposure }: Finding): Table {
  return {
    head: ['Seen by', 'Channel', 'At least', 'From', 'Until'],
    rows: exposure.observed.map(({ observer, channel, bytesAtLeast, packetsAtLeast, from, until }) => [
      observer,
      channel,
      `${sayBytes(bytesAtLeast)}${packetsAtLeast === 0 ? '' : ` in ${plural(packetsAtLeast, 'packet')}`}`,
      sayWhen(from),
      sayWhen(until),
    ]),
  }
}

function episodesOf({ episodes }: Finding): Table {
  return {
    head: ['Life', 'From', 'Until', 'Known by'],
    rows: episodes.map(({ ordinal, from, until, basis }) => [
      String(ordinal + 1),
      from === undefined ? 'not known' : sayWhen(from),
      until === undefined ? '' : sayWhen(until),
      basis,
    ]),
  }
}
