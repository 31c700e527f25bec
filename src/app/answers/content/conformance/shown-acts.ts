/** What scan says of single records: which acts each shows by itself, and which set-ups rest on it. */
import type { CommandGrammar } from '../../../../dialects/contract.ts'
import type { Fact, FragmentFact } from '../../../../facts/fact.ts'
import { actsOf, type ReadCommand } from '../../../../facts/log-content/acts-of-facts.ts'
import type { LogRecord } from '../../../../facts/log-content/log-record.ts'
import { readAlone } from '../../../../facts/log-content/read-alone.ts'
import type { RecordAct } from '../../../../facts/log-content/record-act.ts'
import type { Place } from '../../../../facts/schema-parts.ts'
import { resolveSubjects } from '../../../../inventory/resolve-subjects.ts'
import { assessmentParts } from '../../../plug-ins.ts'
import type { Observation } from './observation.ts'

/** What one record says to scan. */
export interface ShownRecord {
  /** Read alone, by the grammar of its device; by any grammar where nobody says which. */
  readonly acts: ReadonlySet<RecordAct>
  /** Of a typed command, as if it had been typed on any of the platforms. */
  readonly actsElsewhere: ReadonlySet<RecordAct>
  /** Ids of the set-ups that rest on it, whether by itself or with the lines around it. */
  readonly setups: ReadonlySet<string>
  /** A later record tells that it came to nothing. */
  readonly cameToNothing: boolean
  /** What scan noted as odd or incomplete in it. */
  readonly notes: ReadonlySet<string>
}

/** Answers what a record of the observation shows. */
export type ShownActs = (record: LogRecord) => ShownRecord

/** What is gathered of one place, from all facts that were read there. */
interface Gathered extends ShownRecord {
  readonly acts: Set<RecordAct>
  readonly actsElsewhere: Set<RecordAct>
  readonly setups: Set<string>
  readonly notes: Set<string>
  cameToNothing: boolean
}

/** Looks at every fact once. */
export function shownActs(observation: Observation): ShownActs {
  const readFact = factReader(observation)
  const outcomes = outcomesByFact(observation)
  const byPlace = new Map<string, Gathered>()
  const at = (place: Place): Gathered => {
    const known = byPlace.get(placeKey(place)) ?? nothing()
    byPlace.set(placeKey(place), known)
    return known
  }
  for (const { place, message } of observation.notes) at(place).notes.add(message)
  for (const fact of observation.facts) {
    const { own, elsewhere } = readFact(fact)
    const outcome = outcomes.get(fact.id)
    for (const shown of fact.places.map(at)) {
      for (const act of own) shown.acts.add(act)
      for (const act of elsewhere) shown.actsElsewhere.add(act)
      for (const id of outcome?.setups ?? []) shown.setups.add(id)
      shown.cameToNothing ||= outcome?.refused === true
    }
  }
  return ({ place }) => byPlace.get(placeKey(place)) ?? nothing()
}

function nothing(): Gathered {
  return { acts: new Set(), actsElsewhere: new Set(), setups: new Set(), notes: new Set(), cameToNothing: false }
}

/** Acts by the grammar of the fact's device, and by any grammar. */
function factReader(observation: Observation) {
  const grammars = readersOf(assessmentParts().grammars)
  const platformOf = platformsIn(observation)
  return (fact: Fact): { readonly own: readonly RecordAct[]; readonly elsewhere: readonly RecordAct[] } => {
    if (fact.kind !== 'fragment') return { own: actsOf(fact), elsewhere: [] }
    const elsewhere = [...grammars.values()].flatMap((read) => actsOf(fact, read))
    const grammar = grammars.get(platformOf(fact) ?? '')
    return { own: grammar === undefined ? elsewhere : actsOf(fact, grammar), elsewhere }
  }
}

/** One text for one place. */
export function placeKey({ path, line, offset }: Place): string {
  return [path, line, offset].join('\u0000')
}

function readersOf(grammars: ReadonlyMap<string, CommandGrammar>): ReadonlyMap<string, ReadCommand> {
  return new Map([...grammars].map(([platform, grammar]) => [platform, readAlone(grammar)]))
}

/** The platform of the device on which a command was typed, as the record, the inventory or a snapshot says. */
function platformsIn({ facts, inventory, assessment }: Observation): (fragment: FragmentFact) => string | undefined {
  const subjects = resolveSubjects(facts, inventory)
  const platforms = new Map(assessment.timelines.subjects.map(({ subject, platform }) => [subject.id, platform]))
  return ({ platform, ref }) => platform ?? platforms.get(subjects.resolve(ref)?.id ?? '')
}

/** What became of a fact in the timelines. */
interface FactOutcome {
  readonly setups: Set<string>
  refused: boolean
}

function outcomesByFact({ assessment }: Observation): ReadonlyMap<string, FactOutcome> {
  const byFact = new Map<string, FactOutcome>()
  const of = (fact: string): FactOutcome => {
    const known = byFact.get(fact) ?? { setups: new Set(), refused: false }
    byFact.set(fact, known)
    return known
  }
  for (const { id, facts, attempts } of assessment.timelines.subjects.flatMap(({ setups }) => setups)) {
    for (const fact of facts) of(fact).setups.add(id)
    for (const fact of attempts.flatMap((attempt) => attempt.facts)) {
      of(fact).setups.add(id)
      of(fact).refused = true
    }
  }
  return byFact
}
