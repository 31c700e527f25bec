/** Who speaks of a set-up, and whose word can be taken away while something is left that shows it. */
import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from '../../../src/engine/contract.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import type { Finding } from '../../../src/findings/finding.ts'
import type { Setup } from '../../../src/timeline/setup.ts'
import type { SubjectTimeline } from '../../../src/timeline/subject-timeline.ts'
import { isSurelyCopy } from '../../../src/timeline/traffic/owners.ts'

/** A fact that speaks of a set-up, by whose word. */
interface Voice {
  readonly fact: Fact
  readonly witness: string
  /** Says that it is there. A configuration without the session, and an act that was refused, speak of it without. */
  readonly shows: boolean
  /** Shows it without any other. */
  readonly isEnough: boolean
}

/** A set-up, its finding, and all that speaks of it. */
export interface Told {
  readonly setup: Setup
  readonly finding: Finding
  readonly voices: readonly Voice[]
}

/** Set-ups with their finding; a set-up joined to one of another device is told there and has witnesses of both. */
export function toldSetups({ findings, timelines }: Assessment, facts: readonly Fact[]): readonly Told[] {
  const setups = new Map(
    timelines.subjects.flatMap((timeline) => timeline.setups.map((setup) => [setup.id, { setup, timeline }] as const)),
  )
  return findings.flatMap((finding) => {
    const known = setups.get(finding.id)
    if (known === undefined || finding.aliases.length > 0) return []
    const { setup, timeline } = known
    return [{ setup, finding, voices: voicesOf(setup, timeline, facts) }]
  })
}

function voicesOf(setup: Setup, timeline: SubjectTimeline, facts: readonly Fact[]): readonly Voice[] {
  const { key, facts: spoken, attempts } = setup
  const refused = new Set(key.setupClass === 'attempt' ? [] : attempts.flatMap((attempt) => attempt.facts))
  const showsIt = (fact: Fact): boolean =>
    fact.kind === 'snapshot'
      ? fact.sessions.some(({ address }) => isDeepStrictEqual(address, key.address))
      : !refused.has(fact.id)
  const ids = new Set(spoken)
  return facts
    .filter(({ id }) => ids.has(id))
    .map((fact) => {
      const shows = showsIt(fact)
      return { fact, witness: witnessOf(fact, timeline), shows, isEnough: shows && isEnough(fact, setup) }
    })
}

/** Configuration, log and flow records of one device are one witness; every other exporter, and a sensor, is its own. */
function witnessOf({ id, leg }: Fact, { subject, observers }: SubjectTimeline): string {
  if (leg === 'aaa' || leg === 'audit') return leg
  return leg === 'flow' ? (observers.get(id) ?? subject.id) : subject.id
}

function isEnough(fact: Fact, { key }: Setup): boolean {
  return fact.kind !== 'traffic' || key.setupClass === 'ghost' || isSurelyCopy(fact)
}

/** Everything that one leg or one witness says of a set-up. */
export interface Removal extends Told {
  /** `leg flow`, `witness dist-sw-1`. */
  readonly what: string
  readonly taken: readonly Fact[]
}

/** Every leg and every witness whose word can be taken away while something that is enough is left. */
export function removalsFrom(told: Told): readonly Removal[] {
  const groups = [
    ...Map.groupBy(told.voices, ({ fact }) => `leg ${fact.leg}`),
    ...Map.groupBy(told.voices, ({ witness }) => `witness ${witness}`),
  ]
  return groups.flatMap(([what, voices]) => {
    const left = told.voices.filter((voice) => !voices.includes(voice))
    if (!voices.some(({ shows }) => shows) || !left.some((voice) => voice.isEnough)) return []
    return [{ ...told, what, taken: voices.map(({ fact }) => fact) }]
  })
}
