/** Every timeline and what was said of its set-ups → the findings, in one fixed order. */
import type { Setup, SetupKey } from '../timeline/setup.ts'
import { addressText, byText } from '../timeline/setup-id.ts'
import type { Timelines } from '../timeline/subject-timeline.ts'
import { type AssessedSetup, type Assessments, type CompositionContext, toAssessedSetup } from './assessed-setup.ts'
import { groupCases, toCaseMember } from './cases.ts'
import { composeFinding } from './compose-finding.ts'
import type { Finding } from './finding.ts'
import { rankOfSeverity } from './severity.ts'
import { rankOfVerdict } from './verdict.ts'

/** Everything the earlier rooms know, and what is the same for all findings. */
export interface CompositionInput extends Assessments, CompositionContext {
  readonly timelines: Timelines
}

/**
 * One finding per set-up, approved ones included: most severe first, then verdict precedence, subject and id. A far end whose
 * source side is known becomes part of that finding. A shared object nobody has a remark on is told by the sessions that use it.
 */
export function composeFindings(input: CompositionInput): readonly Finding[] {
  const assessed = input.timelines.subjects.flatMap((timeline) =>
    timeline.setups.flatMap((setup) => toAssessedSetup(setup, timeline, input) ?? []),
  )
  const byKey = new Map(assessed.map((one) => [keyText(one.setup.key), one]))
  const told = assessed.filter((one) => isFinding(one) && !isFolded(one, byKey))
  const cases = groupCases(told.map(toCaseMember))
  return told
    .map((main) => {
      const { id } = main.setup
      return composeFinding({ main, members: membersOf(main.setup, byKey), case: cases.get(id) ?? id, context: input })
    })
    .sort(compareFindings)
}

/** Most severe first, then by verdict precedence, subject and id. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rankOfSeverity(b.severity) - rankOfSeverity(a.severity) ||
    rankOfVerdict(a.verdict) - rankOfVerdict(b.verdict) ||
    byText(a.subject, b.subject) ||
    byText(a.id, b.id)
  )
}

/**
 * A shared object or a redirect that nobody asks about is how networks are built; one that an approval covers is told like any
 * other. A stream that may be a tunnel is told where a question says that it is none.
 */
function isFinding({ setup, reasons, match }: AssessedSetup): boolean {
  const { setupClass } = setup.key
  if (setupClass === 'ghost') return reasons.length > 0
  if (setupClass === 'redirect') return reasons.length > 0 || match.approvedBy !== undefined
  return setupClass !== 'object' || reasons.length > 0
}

/** The far end or the middle of a copy whose source side is told. */
function isFolded(one: AssessedSetup, byKey: ReadonlyMap<string, AssessedSetup>): boolean {
  return isFarSide(one) && one.setup.joined.some((key) => isNearSide(byKey.get(keyText(key))))
}

function membersOf({ joined }: Setup, byKey: ReadonlyMap<string, AssessedSetup>): readonly AssessedSetup[] {
  return joined.flatMap((key) => byKey.get(keyText(key)) ?? []).filter(isFarSide)
}

function isFarSide({ session }: AssessedSetup): boolean {
  return session.role === 'destination' || session.role === 'transit'
}

function isNearSide(one: AssessedSetup | undefined): boolean {
  return one !== undefined && !isFarSide(one)
}

function keyText({ subject, setupClass, address }: SetupKey): string {
  return [subject, setupClass, addressText(address)].join('\u0000')
}
