/** Facts, inventory and now → findings. Pure: the whole of tapwarden's judgement in one function. */
import type { Detection, DetectionContext, Reason } from '../detections/contract.ts'
import type { Fact } from '../facts/fact.ts'
import type { MirrorSession } from '../facts/mirror-session.ts'
import { composeFindings } from '../findings/compose-findings.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Instant } from '../kit/instant.ts'
import { buildTimelines } from '../timeline/build-timelines.ts'
import type { Timelines } from '../timeline/subject-timeline.ts'
import { matchSetups, type OwnedSetup, type SetupMatches } from './approve-setups.ts'
import type { Assessment, AssessmentInput, AssessmentParts } from './contract.ts'

type NamedReason = Reason & { readonly detection: string }

/**
 * Assesses a set of facts. The same facts, inventory and `now` give the same findings, byte for byte, whatever the order,
 * batching or repetition in which the facts came.
 */
export function assess(input: AssessmentInput, parts: AssessmentParts): Assessment {
  const timelines = buildTimelines({ ...input, grammars: parts.grammars })
  const matches = matchSetups(timelines, input.inventory, input.now)
  const findings = composeFindings({
    timelines,
    reasons: reasonsOf(timelines, { ...input, detections: parts.detections, matches, timelines }),
    inventory: input.inventory,
    now: input.now,
    tickets: timelines.tickets,
    facts: new Map(input.facts.map((fact): [string, Fact] => [fact.id, fact])),
    approvals: matches.current,
    playbooks: parts.playbooks,
    guides: parts.guides,
    attackOf: new Map(parts.detections.map(({ id, attack }): [string, readonly string[]] => [id, attack])),
    withPlaces: input.withPlaces,
  })
  const changesAt = findings
    .flatMap((finding) => finding.changesAt ?? [])
    .sort()
    .at(0)
  return { findings, timelines, ...(changesAt === undefined ? {} : { changesAt }) }
}

interface Question {
  readonly inventory: Inventory
  readonly now: Instant
  readonly detections: readonly Detection[]
  readonly matches: SetupMatches
  readonly timelines: Timelines
}

function reasonsOf(timelines: Timelines, question: Question): ReadonlyMap<string, readonly NamedReason[]> {
  const reasons = new Map<string, readonly NamedReason[]>()
  for (const timeline of timelines.subjects) {
    for (const setup of timeline.setups) reasons.set(setup.id, askAll({ setup, timeline }, question))
  }
  return reasons
}

function askAll(owned: OwnedSetup, question: Question): readonly NamedReason[] {
  const context = contextOf(owned, question)
  if (context === undefined) return []
  return question.detections.flatMap((detection) =>
    detection.evaluate(owned.setup, context).map((reason) => ({ ...reason, detection: detection.id })),
  )
}

function contextOf(owned: OwnedSetup, { inventory, now, matches, timelines }: Question): DetectionContext | undefined {
  const { setup, timeline } = owned
  const episode = setup.episodes.at(-1)
  const session = episode?.states.at(-1)?.session
  const approval = matches.current.get(setup.id)
  if (episode === undefined || session === undefined || approval === undefined) return undefined
  const matchEarlier = (earlier: MirrorSession, at: Instant | undefined): typeof approval =>
    matches.matchState(owned, earlier, at ?? now)
  const { tickets, collectorStreams } = timelines
  return { timeline, inventory, now, tickets, collectorStreams, episode, session, approval, matchEarlier }
}
