/** What the earlier rooms hand over, for tests. */
import type { ApprovalMatch } from '../../inventory/approval-match.ts'
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts'
import { type Approval, Approval as ApprovalSchema } from '../../inventory/schema.ts'
import type { Setup } from '../../timeline/setup.ts'
import type { SubjectTimeline, Timelines } from '../../timeline/subject-timeline.ts'
import { type AssessedSetup, type CompositionContext, toAssessedSetup } from '../assessed-setup.ts'
import type { CompositionInput } from '../compose-findings.ts'
import { changeFact, factMap } from './facts.ts'
import { timeline } from './setups.ts'
import { NOW } from './subjects.ts'

/** SHA-256 of the tests' inventory, as far as a sentence shows it. */
const HASH = '3f9c'.padEnd(64, '0')

/** An approval for the test router. */
export function approval(changes: Partial<Approval> = {}): Approval {
  const given = { id: 'APR-12', scope: { device: 'edge-rtr-07' }, purpose: 'netops', owner: 'netops-team' }
  return { ...ApprovalSchema.parse(given), ...changes }
}

/** What approvals say when some cover the subject but none this session. */
export function match(changes: Partial<ApprovalMatch> = {}): ApprovalMatch {
  return { subjectCovered: true, anyApprovals: true, collectors: [undefined], ...changes }
}

/** What is the same for all findings of a test. */
export function context(changes: Partial<CompositionContext> = {}): CompositionContext {
  return {
    inventory: { ...EMPTY_INVENTORY, given: true, hash: HASH },
    now: NOW,
    tickets: [],
    facts: factMap(changeFact('change-1')),
    playbooks: new Map(),
    guides: new Map(),
    attackOf: new Map(),
    withPlaces: false,
    ...changes,
  }
}

/** One set-up as the earlier rooms would hand it over. */
export function assess(one: Setup, changes: Partial<AssessedSetup> = {}): AssessedSetup {
  const approvals = new Map([[one.id, match()]])
  const made = toAssessedSetup(one, timeline(), { inventory: EMPTY_INVENTORY, reasons: new Map(), approvals })
  if (made === undefined) throw new Error('the test set-up has no state')
  return { ...made, ...changes }
}

/** These subjects, and nothing that links them. */
export function timelines(subjects: readonly SubjectTimeline[]): Timelines {
  return { subjects, conflicts: [], tickets: [], collectorStreams: [] }
}

/** The input of a composition over whole timelines, with nothing said of them. */
export function composition(changes: Partial<CompositionInput> = {}): CompositionInput {
  return {
    timelines: timelines([]),
    reasons: new Map(),
    approvals: new Map(),
    ...context(),
    ...changes,
  }
}
