/** The part of a finding that judges: verdict, sentence, severity, confidence, approval and exposure. */
import type { Verdict } from '../../detections/contract.ts'
import { type Classified, classifySource, type SourceClass } from '../../inventory/classify-ends.ts'
import { toApproval } from '../approval-clause.ts'
import type { AssessedSetup, CompositionContext } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'
import { writeSentence } from '../sentence.ts'
import { breachesOf, decideVerdict } from '../verdict.ts'
import { tellClause } from './clause.ts'
import { tellExposure } from './exposure.ts'
import { gradeConfidence, gradeFinding } from './grades.ts'
import { type OwnedReason, ownedReasons } from './reasons.ts'
import { tellTickets } from './tickets.ts'

/** What one finding is composed from. */
export interface FindingInput {
  readonly main: AssessedSetup
  /** Set-ups of other subjects that pass on or end the same copy. */
  readonly members: readonly AssessedSetup[]
  readonly case: string
  readonly context: CompositionContext
}

/** The same with all reasons in order and the verdict they come to. */
export interface Judged extends FindingInput {
  readonly reasons: readonly OwnedReason[]
  readonly verdict: Verdict
}

/** Gathers the reasons of a set-up and of its far ends, and decides. */
export function toJudged(input: FindingInput): Judged {
  const reasons = ownedReasons(input.main, input.members)
  const stated = reasons.map(({ reason }) => reason)
  return { ...input, reasons, verdict: decideVerdict(input.main, stated) }
}

type Judgement = Pick<
  Finding,
  | 'sentence'
  | 'verdict'
  | 'conduct'
  | 'severity'
  | 'severityBasis'
  | 'confidence'
  | 'ticket'
  | 'tickets'
  | 'approval'
  | 'exposure'
>

/** Everything that follows from the verdict and the two ends. */
export function judge(judged: Judged): Judgement {
  const { main, members, reasons, verdict, context } = judged
  const source = worstSource(classifySource(main.session, main.timeline.subject), reasons)
  const graded = gradeFinding({ main, members, reasons, source, verdict, inventory: context.inventory })
  return {
    sentence: writeSentence(main, tellClause(judged), context.facts),
    verdict,
    conduct: breachesOf(reasons.map(({ reason }) => reason)),
    severity: graded.severity,
    severityBasis: graded.basis,
    confidence: gradeConfidence(main, members, context.facts),
    ...tellTickets(main, context),
    approval: toApproval(main, context),
    exposure: tellExposure({ main, members, source, facts: context.facts }),
  }
}

/** A detection may know more of what is copied than the words of the session. */
function worstSource(own: Classified<SourceClass>, reasons: readonly OwnedReason[]): Classified<SourceClass> {
  const told = reasons.flatMap(({ reason: { sourceClass, detection } }): readonly Classified<SourceClass>[] =>
    sourceClass === undefined ? [] : [{ class: sourceClass, because: detection }],
  )
  return told.reduce((worst, next) => (next.class > worst.class ? next : worst), own)
}
