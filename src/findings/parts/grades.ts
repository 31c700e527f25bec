/** Hands severity and confidence what they ask for: the classes of both ends, and every voice that speaks for the set-up. */
import type { Verdict } from '../../detections/contract.ts'
import type { Fact } from '../../facts/fact.ts'
import {
  type Classified,
  classifyDestination,
  type DestinationClass,
  type SourceClass,
} from '../../inventory/classify-ends.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import { authorisationLabel, type BasedLabel, existenceLabel, existenceScore, type Testimony } from '../confidence.ts'
import type { Finding } from '../finding.ts'
import { type GradedSeverity, gradeSeverity } from '../severity.ts'
import { observedAt } from './evidence.ts'
import type { OwnedReason } from './reasons.ts'

/** A copy with its far ends, and what was said of it. */
export interface GradingInput {
  readonly main: AssessedSetup
  readonly members: readonly AssessedSetup[]
  readonly reasons: readonly OwnedReason[]
  readonly source: Classified<SourceClass>
  readonly verdict: Verdict
  readonly inventory: Inventory
}

/** Severity of one finding: the worst end of the copy counts, whichever device it is on. */
export function gradeFinding(input: GradingInput): GradedSeverity {
  const { main, reasons, source, verdict } = input
  const { setup } = main
  const aggravations = reasons.flatMap(({ reason }) => (reason.aggravates === true ? [reason.detection] : []))
  return gradeSeverity({
    destination: worstDestination(input),
    source,
    verdict,
    status: setup.status,
    attempted: setup.key.setupClass === 'attempt' || verdict === 'attempted',
    aggravations: [...new Set(aggravations)],
  })
}

/** The worst end of a copy, on whichever device it is, and why it is that bad. */
export function worstDestination({
  main,
  members,
  reasons,
  inventory,
}: Pick<GradingInput, 'main' | 'members' | 'reasons' | 'inventory'>): Classified<DestinationClass> {
  const farEnds = members.filter(({ setup: far, session }) => far.status !== 'ended' && session.role === 'destination')
  return worstOf([...[main, ...farEnds].map((end) => classifyEnd(end, inventory)), ...toldEnds(reasons)])
}

function classifyEnd({ session, timeline, match }: AssessedSetup, inventory: Inventory): Classified<DestinationClass> {
  return classifyDestination({ session, subject: timeline.subject, match }, inventory)
}

/** A detection may know where the copy went before it went where it goes now. */
function toldEnds(reasons: readonly OwnedReason[]): readonly Classified<DestinationClass>[] {
  return reasons.flatMap(({ reason: { destinationClass, detection } }) =>
    destinationClass === undefined ? [] : [{ class: destinationClass, because: detection }],
  )
}

/** Class names sort by what they mean: D4 is the worst. The first of equals, so that the set-up's own end is told. */
function worstOf(ends: readonly Classified<DestinationClass>[]): Classified<DestinationClass> {
  return ends.reduce((worst, end) => (end.class > worst.class ? end : worst))
}

/** Both labels of one finding. A logged change that the next configuration does not show is never surer than medium. */
export function gradeConfidence(
  main: AssessedSetup,
  members: readonly AssessedSetup[],
  facts: ReadonlyMap<string, Fact>,
): Finding['confidence'] {
  const farEnds = members.filter(({ session }) => session.role === 'destination')
  const testimonies = [main, ...farEnds].flatMap((assessed) => testimoniesOf(assessed, facts))
  const voices = existenceLabel(testimonies)
  const score = existenceScore(testimonies)
  const existence = main.episode.unconfirmed ? unconfirmed(voices) : voices
  const authorisation = authorisationLabel(main.match, main.timeline.subject)
  return {
    existence: existence.label,
    existenceBasis: existence.basis,
    existenceScore: main.episode.unconfirmed ? Math.min(score, UNCONFIRMED_SCORE) : score,
    authorisation: authorisation.label,
    authorisationBasis: authorisation.basis,
  }
}

/** What a copy is worth for sorting whose change the next configuration does not show. */
const UNCONFIRMED_SCORE = 50

function unconfirmed({ label, basis }: BasedLabel): BasedLabel {
  const said = `${basis}; the next configuration does not show it`
  return { label: label === 'high' ? 'medium' : label, basis: said }
}

/** A snapshot in which the session is absent tells of its end, not of its being there. */
function testimoniesOf(assessed: AssessedSetup, facts: ReadonlyMap<string, Fact>): readonly Testimony[] {
  const { setup, episode, timeline } = assessed
  const ids = setup.key.setupClass === 'attempt' ? setup.facts : episode.facts
  return ids.flatMap((id) => {
    const fact = facts.get(id)
    if (fact === undefined || (fact.kind === 'snapshot' && observedAt(fact, setup.key.address) === undefined)) return []
    return [
      {
        witness: witnessName(fact, timeline),
        leg: fact.leg,
        trust: fact.trust,
        runningSnapshot: fact.kind === 'snapshot' && fact.scope.state === 'running',
        headersSeen: fact.kind === 'traffic' && fact.basis === 'header',
      },
    ]
  })
}

/** Configuration, log and flow records of one device are one voice; another exporter, or a sensor, is its own. */
function witnessName(fact: Fact, { subject, observers }: SubjectTimeline): string {
  const { id, leg } = fact
  if (leg === 'aaa') return 'AAA server'
  if (leg === 'audit') return 'the cloud control plane'
  const observer = leg === 'flow' ? observers.get(id) : undefined
  if (observer === undefined || observer === subject.id) return `device ${subject.id}`
  return fact.kind === 'traffic' && fact.observer === 'exporter' ? `exporter ${observer}` : observer
}
