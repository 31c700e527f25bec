/** All set-ups of one subject: those that records and configurations tell of, then those that only the wire shows. */
import type { Fact, StateFact } from '../facts/fact.ts'
import type { Subject } from '../inventory/subject.ts'
import type { SubjectEvents } from './changes/collect-events.ts'
import type { Hearing } from './coverage.ts'
import { buildSetups } from './episodes/build-setups.ts'
import { witnessesOf } from './episodes/setup-status.ts'
import type { Setup } from './setup.ts'
import type { SubjectTimeline } from './subject-timeline.ts'
import { buildGhosts } from './traffic/build-ghosts.ts'
import type { Wire } from './traffic/read-wire.ts'
import type { SharedWire } from './traffic/share-wire.ts'

/** What the set-ups of one subject are made from. */
export interface SetupParts {
  readonly subject: Subject
  readonly platform: string
  readonly facts: readonly Fact[]
  readonly events: SubjectEvents
  readonly hearing: Hearing
  readonly wire: Pick<Wire, 'seen'>
  readonly observers: Wire['observers']
  readonly configurations: SubjectTimeline['configurations']
}

/** What records and configurations tell of, then what only the wire shows. */
export function allSetups(parts: SetupParts, { isAnswered, collectors }: SharedWire): readonly Setup[] {
  const { subject, platform, facts, events, hearing, wire, observers, configurations } = parts
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const { setups, unexplained, unexplainedPorts } = buildSetups({
    subject: subject.id,
    events: events.setups,
    states: facts.filter(isState),
    hearing,
    facts: byId,
    traffic: wire.seen,
    observers,
  })
  const ghosts = buildGhosts({
    subject,
    platform,
    facts: unexplained,
    ports: unexplainedPorts,
    setups,
    collectors,
    explanations: { configurations, isAnswered },
    witnessesOf: (ids) => witnessesOf(ids, { subject: subject.id, facts: byId, observers }),
  })
  return [...setups, ...ghosts]
}

function isState(fact: Fact): fact is StateFact {
  return fact.kind === 'state'
}
