/** Events → acts: which behaviours of detection content an event of a timeline belongs to. */
import type { Fact } from '../../../facts/fact.ts'
import { actsOf } from '../../../facts/log-content/acts-of-facts.ts'
import { readAlone } from '../../../facts/log-content/read-alone.ts'
import type { RecordAct } from '../../../facts/log-content/record-act.ts'
import type { SubjectTimeline } from '../../../timeline/subject-timeline.ts'
import { assessmentParts } from '../../plug-ins.ts'
import type { SubjectEvent } from './subject-events.ts'

/** What an event of each kind shows where its records alone do not say: a command inside a block, a configuration. */
const ACTS_OF_KIND: Readonly<Partial<Record<SubjectEvent['kind'], RecordAct>>> = {
  change: 'session-set',
  attempt: 'session-refused',
  seen: 'session-set',
  end: 'session-removed',
}

/** Gives the acts of events, commands read by the grammar of their subject's platform. */
export function actReader(
  facts: readonly Fact[],
  subjects: readonly SubjectTimeline[],
): (event: SubjectEvent) => readonly RecordAct[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact] as const))
  const platforms = new Map(subjects.map(({ subject, platform }) => [subject.id, platform] as const))
  const { grammars } = assessmentParts()
  return ({ facts: ids, subject, kind }) => {
    const grammar = grammars.get(platforms.get(subject) ?? '')
    const read = grammar === undefined ? undefined : readAlone(grammar)
    const acts = ids.flatMap((id) => {
      const fact = byId.get(id)
      return fact === undefined ? [] : actsOf(fact, read)
    })
    const usual = ACTS_OF_KIND[kind]
    return acts.length > 0 || usual === undefined ? [...new Set(acts)] : [usual]
  }
}
