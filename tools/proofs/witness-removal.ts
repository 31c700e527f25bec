/**
 * One witness or leg less: the finding stays and is never surer. No witness left: no finding.
 *
 * On the wire only a carrier that nothing but copies travels in shows a session by itself, and what is left of such a session is
 * told as a copy that no session explains. A tunnel or a busy port makes a session that others show surer, and shows none alone.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Evidence, gatherEvidence } from '../../src/app/evidence/gather-evidence.ts'
import type { Assessment } from '../../src/engine/contract.ts'
import { Trust } from '../../src/facts/schema-parts.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { assessFacts } from './_shared/assess-paths.ts'
import { ROOT } from './_shared/command.ts'
import { progressOf } from './_shared/progress.ts'
import type { Proof } from './contract.ts'
import { type Removal, removalsFrom, type Told, toldSetups } from './witness-removal/removals.ts'

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
  readonly several: number
  readonly seenOnWire: number
  readonly removals: readonly Removal[]
  readonly alone: number
  readonly failures: readonly string[]
}

export const proof: Proof = {
  title:
    'One incriminating leg or witness less, on the wire too, keeps the finding with no higher existence; none left removes it',

  async run({ slice }) {
    const trials: Trial[] = []
    for await (const story of stories(slice)) {
      progress(story.name)
      trials.push(tryStory(story, slice))
    }
    const failures = trials.flatMap((trial) => trial.failures)
    const removals = trials.flatMap((trial) => trial.removals)
    const ofWire = removals.filter(({ taken }) => taken.some(({ leg }) => leg === 'flow'))
    const figures = {
      stories: trials.length,
      setups: sum(trials.map(({ setups }) => setups)),
      setupsOfSeveralVoices: sum(trials.map(({ several }) => several)),
      setupsSeenOnTheWire: sum(trials.map(({ seenOnWire }) => seenOnWire)),
      removals: removals.length + sum(trials.map(({ alone }) => alone)),
      removalsOfOneLeg: removals.filter(({ what }) => what.startsWith('leg')).length,
      removalsOfOneWitness: removals.filter(({ what }) => what.startsWith('witness')).length,
      removalsFromTheWire: ofWire.length,
      removalsOfAll: sum(trials.map(({ alone }) => alone)),
    }
    return {
      passed: failures.length === 0 && figures.setupsOfSeveralVoices > 0 && ofWire.length > 0,
      summary: `${figures.removals} removals from ${figures.setups} set-ups, ${figures.setupsOfSeveralVoices} of them with several legs or witnesses: ${failures.length} findings were lost, surer or left over.`,
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
  const several = setups.filter((told) => removalsFrom(told).length > 0)
  const removals = (slice ? several.slice(0, SLICE.setups) : several).flatMap(removalsFrom)
  const alone = slice ? setups.slice(0, 1) : setups
  const failures = [
    ...removals.flatMap((removal) => withoutSome(evidence, removal)),
    ...alone.flatMap((told) => withoutAll(evidence, told)),
  ]
  return {
    setups: setups.length,
    several: several.length,
    seenOnWire: setups.filter(({ voices }) => voices.some(({ fact }) => fact.leg === 'flow')).length,
    removals,
    alone: alone.length,
    failures: failures.map((failure) => `${name}: ${failure}`),
  }
}

/** Everything that one leg or witness says of the set-up goes. */
function withoutSome(evidence: Evidence, { setup, finding, voices, what, taken }: Removal): readonly string[] {
  const gone = new Set(taken)
  const rest = assessFacts(
    evidence,
    evidence.facts.filter((fact) => !gone.has(fact)),
  )
  const left = new Set(voices.filter(({ fact }) => !gone.has(fact)).map(({ fact }) => fact.id))
  const kept = find(rest, setup.id) ?? findOnWire(rest, left)
  const name = `${finding.subject} ${setup.key.address.id} without ${what}`
  if (kept === undefined) return [`${name}: the finding is lost`]
  const [before, after] = [finding.confidence, kept.confidence]
  if (LABELS.indexOf(after.existence) > LABELS.indexOf(before.existence))
    return [`${name}: existence rises from ${before.existence} to ${after.existence}`]
  if (after.existenceScore > before.existenceScore)
    return [`${name}: it sorts higher, from ${before.existenceScore} to ${after.existenceScore}`]
  return []
}

/** What only the wire still shows is told as a copy that no session explains. */
function findOnWire({ findings, timelines }: Assessment, left: ReadonlySet<string>): Finding | undefined {
  const ghosts = timelines.subjects
    .flatMap(({ setups }) => setups)
    .filter(({ key, facts }) => key.setupClass === 'ghost' && facts.some((fact) => left.has(fact)))
  return findings.find((finding) => ghosts.some(({ id }) => id === finding.id))
}

/** All goes but what shows nothing alone. */
function withoutAll(evidence: Evidence, { setup, voices }: Told): readonly string[] {
  const gone = new Set(voices.filter(({ shows, isEnough }) => isEnough || !shows).map(({ fact }) => fact))
  const rest = assessFacts(
    evidence,
    evidence.facts.filter((fact) => !gone.has(fact)),
  )
  const name = `${setup.key.subject} ${setup.key.address.id} without any`
  return find(rest, setup.id) === undefined ? [] : [`${name}: a finding is left`]
}

function find({ findings }: Assessment, id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id || finding.aliases.includes(id))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
