/** The behaviours upon mirrors themselves as one: what a hunter asks first, in one query. */
import type { Definition, DefinitionSource } from './definition.ts'

/** Ids of the definitions that it joins. */
const PARTS: readonly string[] = [
  'prepared-not-live',
  'session-not-approved',
  'session-repointed',
  'short-lived-session',
]

/** One definition, or none where its parts have none. What makes a part worse when it is near is left to the part. */
export function defineEveryAct(definitions: readonly Definition[]): readonly Definition[] {
  const parts = definitions.filter(({ id }) => PARTS.includes(id))
  const [first] = parts
  if (first === undefined) return []
  const all = <T>(pick: (part: Definition) => readonly T[]): readonly T[] => [...new Set(parts.flatMap(pick))]
  return [
    {
      id: 'traffic-duplication',
      version: Math.max(...parts.map(({ version }) => version)),
      question: 'What was done to mirrors, by whom?',
      kind: 'hunt',
      title: 'Every act on traffic mirroring',
      description:
        'Every mirror session, target and filter that was made, changed, pointed elsewhere or removed, whatever was approved: the first look at a day, newest first.',
      acts: all(({ acts }) => acts),
      attack: all(({ attack }) => attack),
      dataSources: all(({ dataSources }) => dataSources),
      references: all(({ references }) => references),
      related: all(({ id, related }) => [id, ...related]),
      beyondRules: all(({ beyondRules }) => beyondRules),
      falsePositives: all(({ falsePositives }) => falsePositives),
      triage: all(({ triage }) => triage),
      tuning: all(({ tuning }) => tuning),
      severity: first.severity,
      confidence: first.confidence,
      sources: joinSources(parts.flatMap(({ sources }) => sources)),
    },
  ]
}

function joinSources(all: readonly DefinitionSource[]): readonly DefinitionSource[] {
  const bySource = Map.groupBy(all, ({ source }) => source.id)
  return [...bySource.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return []
      const own = [first, ...others]
      const clauses = new Map(own.flatMap((one) => one.clauses).map((clause) => [JSON.stringify(clause), clause]))
      const cannotTell = [...new Set(own.flatMap((one) => one.cannotTell))]
      return [{ ...first, clauses: [...clauses.values()], nearClauses: [], cannotTell }]
    })
    .sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
}
