/** One witness or leg less: the finding stays and is never surer. No witness left: no finding. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Evidence, gatherEvidence } from '../../src/app/evidence/gather-evidence.ts'
import type { Assessment } from '../../src/engine/contract.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { type Leg, Trust } from '../../src/facts/schema-parts.ts'
import type { Finding } from '../../src/findings/finding.ts'
import type { Setup } from '../../src/timeline/setup.ts'
import { assessFacts } from './_shared/assess-paths.ts'
import { ROOT } from './_shared/command.ts'
import { progressOf } from './_shared/progress.ts'
import type { Proof } from './contract.ts'

const DETECTIONS = join(ROOT, 'src', 'detections')
const Case = z.object({ at: z.string(), trust: Trust.optional() })
const LABELS = ['low', 'medium', 'high']
/** A part small enough for every submission. */
const SLICE = { cases: 8, setups: 6 }

const progress = progressOf('witness-removal')

/** Evidence that is there for another reason, and tells of set-ups. */
interface Story {
  readonly name: string
  readonly evidence: Evidence
}

/** What was tried on one story, and what did not hold. */
interface Trial {
  readonly setups: number
  readonly severalLegs: number
  readonly removals: number
  readonly failures: readonly string[]
}

export const proof: Proof = {
  title: 'One incriminating leg less keeps the finding with no higher existence; none left removes it',

  async run({ slice }) {
    const trials: Trial[] = []
    for await (const story of stories(slice)) {
      progress(story.name)
      trials.push(tryStory(story, slice))
    }
    const failures = trials.flatMap((trial) => trial.failures)
    const figures = {
      stories: trials.length,
      setups: sum(trials.map(({ setups }) => setups)),
      setupsOfSeveralLegs: sum(trials.map(({ severalLegs }) => severalLegs)),
      removals: sum(trials.map(({ removals }) => removals)),
    }
    return {
      passed: failures.length === 0 && figures.setupsOfSeveralLegs > 0,
      summary: `${figures.removals} removals from ${figures.setups} set-ups, ${figures.setupsOfSeveralLegs} of them with several legs: ${failures.length} findings were lost, surer or left over.`,
      figures,
      failures: failures.slice(0, 40),
    }
  },
}

/** The example estate, and the evidence of every case of every detection. */
async function* stories(slice: boolean): AsyncIterable<Story> {
  yield { name: 'estate', evidence: await gatherEvidence({ paths: [join(ROOT, 'examples', 'estate')] }) }
  const cases = readdirSync(DETECTIONS, { recursive: true })
    .filter((path): path is string => typeof path === 'string' && path.endsWith('case.yaml'))
    .sort()
  const every = slice ? Math.ceil(cases.length / SLICE.cases) : 1
  for (const path of cases.filter((_, index) => index % every === 0)) {
    const folder = join(DETECTIONS, path, '..')
    const { at, trust } = Case.parse(parse(readFileSync(join(DETECTIONS, path), 'utf8')))
    const inventory = join(folder, 'inventory.yaml')
    yield { name: path, evidence: await gatherEvidence({ paths: [join(folder, 'evidence')], inventory, at, trust }) }
  }
}

function tryStory({ name, evidence }: Story, slice: boolean): Trial {
  const whole = assessFacts(evidence, evidence.facts)
  const setups = toldSetups(whole, evidence.facts)
  const several = setups.filter(({ legs }) => legs.length > 1)
  const chosen = slice ? several.slice(0, SLICE.setups) : several
  const alone = slice ? setups.slice(0, 1) : setups
  const failures = [
    ...chosen.flatMap((told) => told.legs.flatMap((leg) => withoutLeg({ ...told, evidence, leg }))),
    ...alone.flatMap(({ setup }) => withoutAll(evidence, setup)),
  ]
  return {
    setups: setups.length,
    severalLegs: several.length,
    removals: sum(chosen.map(({ legs }) => legs.length)) + alone.length,
    failures: failures.map((failure) => `${name}: ${failure}`),
  }
}

interface Told {
  readonly setup: Setup
  readonly finding: Finding
  /** Legs that show it to be there. */
  readonly legs: readonly Leg[]
}

/** Set-ups with their finding; a set-up joined to one of another device is told there and has witnesses of both. */
function toldSetups({ findings, timelines }: Assessment, facts: readonly Fact[]): readonly Told[] {
  const setups = new Map(timelines.subjects.flatMap((timeline) => timeline.setups).map((setup) => [setup.id, setup]))
  return findings.flatMap((finding) => {
    const setup = setups.get(finding.id)
    if (setup === undefined || finding.aliases.length > 0) return []
    return [{ setup, finding, legs: incriminatingLegs(setup, facts) }]
  })
}

/** A configuration that does not have the session, and an act that was refused, speak of it without showing it. */
function incriminatingLegs({ key, facts: spoken, attempts }: Setup, facts: readonly Fact[]): readonly Leg[] {
  const refused = new Set(key.setupClass === 'attempt' ? [] : attempts.flatMap((attempt) => attempt.facts))
  const shows = (fact: Fact): boolean =>
    fact.kind === 'snapshot'
      ? fact.sessions.some(({ address }) => isDeepStrictEqual(address, key.address))
      : !refused.has(fact.id)
  const ids = new Set(spoken)
  return [...new Set(facts.filter((fact) => ids.has(fact.id) && shows(fact)).map(({ leg }) => leg))]
}

interface Removal extends Told {
  readonly evidence: Evidence
  readonly leg: Leg
}

/** Everything that one leg says of the set-up goes. */
function withoutLeg({ evidence, setup, finding, leg }: Removal): readonly string[] {
  const spoken = new Set(setup.facts)
  const left = evidence.facts.filter((fact) => !(fact.leg === leg && spoken.has(fact.id)))
  const rest = find(assessFacts(evidence, left), setup.id)
  const what = `${finding.subject} ${setup.key.address.id} without ${leg}`
  if (rest === undefined) return [`${what}: the finding is lost`]
  const [before, after] = [finding.confidence.existence, rest.confidence.existence]
  return LABELS.indexOf(after) <= LABELS.indexOf(before) ? [] : [`${what}: existence rises from ${before} to ${after}`]
}

function withoutAll(evidence: Evidence, setup: Setup): readonly string[] {
  const spoken = new Set(setup.facts)
  const left = evidence.facts.filter(({ id }) => !spoken.has(id))
  return find(assessFacts(evidence, left), setup.id) === undefined
    ? []
    : [`${setup.key.subject} ${setup.key.address.id} without any: a finding is left`]
}

function find({ findings }: Assessment, id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id || finding.aliases.includes(id))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
