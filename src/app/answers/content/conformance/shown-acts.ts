/** What scan says of single records: which acts each shows by itself, and which set-ups rest on it. */
import type { CommandGrammar } from '../../../../dialects/contract.ts'
import type { FragmentFact } from '../../../../facts/fact.ts'
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
  /** What scan noted as odd or incomplete in it. */
  readonly notes: ReadonlySet<string>
}

/** Answers what a record of the observation shows. */
export type ShownActs = (record: LogRecord) => ShownRecord

const NOTHING: ShownRecord = { acts: new Set(), actsElsewhere: new Set(), setups: new Set(), notes: new Set() }

interface Gathered {
  readonly acts: Set<RecordAct>
  readonly actsElsewhere: Set<RecordAct>
  readonly setups: Set<string>
  readonly notes: Set<string>
}

/** Looks at every fact once. */
export function shownActs(observation: Observation): ShownActs {
  const grammars = readersOf(assessmentParts().grammars)
  const platformOf = platformsIn(observation)
  const setupsOf = setupsByFact(observation)
  const byPlace = new Map<string, Gathered>()
  const at = (place: Place): Gathered => {
    const key = placeKey(place)
    const known = byPlace.get(key) ?? { acts: new Set(), actsElsewhere: new Set(), setups: new Set(), notes: new Set() }
    byPlace.set(key, known)
    return known
  }
  for (const { place, message } of observation.notes) at(place).notes.add(message)
  for (const fact of observation.facts) {
    const elsewhere = fact.kind === 'fragment' ? [...grammars.values()].flatMap((read) => actsOf(fact, read)) : []
    const own = fact.kind === 'fragment' ? grammars.get(platformOf(fact) ?? '') : undefined
    const acts = own === undefined ? [...elsewhere, ...actsOf(fact)] : actsOf(fact, own)
    for (const place of fact.places) {
      const shown = at(place)
      for (const act of acts) shown.acts.add(act)
      for (const act of elsewhere) shown.actsElsewhere.add(act)
      for (const id of setupsOf.get(fact.id) ?? []) shown.setups.add(id)
    }
  }
  return ({ place }) => byPlace.get(placeKey(place)) ?? NOTHING
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

function setupsByFact({ assessment }: Observation): ReadonlyMap<string, ReadonlySet<string>> {
  const byFact = new Map<string, Set<string>>()
  for (const { setups } of assessment.timelines.subjects) {
    for (const { id, facts, attempts } of setups) {
      for (const fact of [...facts, ...attempts.flatMap((attempt) => attempt.facts)]) {
        const known = byFact.get(fact)
        if (known === undefined) byFact.set(fact, new Set([id]))
        else known.add(id)
      }
    }
  }
  return byFact
}
