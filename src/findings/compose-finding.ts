/** One set-up, its reasons and its far ends → one finding. */
import type { Episode } from '../timeline/episode.ts'
import type { SetupKey } from '../timeline/setup.ts'
import { byText } from '../timeline/setup-id.ts'
import { toClaim } from './claims/claim.ts'
import type { Finding, FindingKind } from './finding.ts'
import { investigate } from './guide/investigate.ts'
import { collectActors, tellChanges } from './parts/actor.ts'
import { nextChangeOf } from './parts/changes-at.ts'
import { explain } from './parts/explanation.ts'
import { worstDestination } from './parts/grades.ts'
import { type FindingInput, type Judged, judge, toJudged } from './parts/judgement.ts'
import { writePlaybook } from './parts/playbook.ts'

/** Composes one finding. Pure; never throws; it adds no member that is `undefined`, so that equal findings are equal JSON. */
export function composeFinding(input: FindingInput): Finding {
  const judged = toJudged(input)
  const finding = {
    ...identify(judged),
    ...describeLife(judged),
    ...judge(judged),
    ...explain(judged),
    ...act(judged),
  }
  const { guides, inventory } = judged.context
  const destination = worstDestination({ ...judged, inventory })
  return { ...finding, investigation: investigate(finding, { guides, destination }) }
}

type Identity = Pick<Finding, 'id' | 'aliases' | 'kind' | 'subject' | 'platform' | 'setup' | 'case'>

function identify({ main, members, case: caseId }: Judged): Identity {
  const { setup, timeline } = main
  return {
    id: setup.id,
    aliases: members.map((member) => member.setup.id).sort(byText),
    kind: kindOf(setup.key.setupClass),
    subject: timeline.subject.id,
    platform: setup.platform,
    setup: setup.key,
    case: caseId,
  }
}

function kindOf(setupClass: SetupKey['setupClass']): FindingKind {
  return setupClass === 'object' ? 'mirror' : setupClass
}

type Life = Pick<Finding, 'status' | 'asOf' | 'since' | 'sinceBasis' | 'until' | 'session' | 'before' | 'episodes'>

function describeLife({ main: { setup, episode, session, before, present } }: Judged): Life {
  return {
    status: setup.status,
    ...(setup.asOf === undefined ? {} : { asOf: setup.asOf }),
    ...(present.since === undefined ? {} : { since: present.since, sinceBasis: present.basis }),
    ...(episode.until === undefined ? {} : { until: episode.until }),
    session,
    ...(before === undefined ? {} : { before }),
    episodes: setup.episodes.flatMap(summariseEpisode),
  }
}

function summariseEpisode({ ordinal, from, until, fromBasis, states }: Episode): Finding['episodes'] {
  const session = states.at(-1)?.session
  if (session === undefined) return []
  const times = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
  return [{ ordinal, ...times, basis: fromBasis, session }]
}

type Acting = Pick<Finding, 'actor' | 'changes' | 'playbook' | 'claim' | 'changesAt'>

function act({ main, members, reasons, verdict, context }: Judged): Acting {
  const { episode, session } = main
  const actor = collectActors([main, ...members], main.timeline.signals)
  const changesAt = nextChangeOf([main, ...members], context)
  return {
    actor,
    changes: tellChanges([main, ...members]),
    playbook: writePlaybook({ assessed: main, verdict, accounts: actor.accounts, context }),
    claim: toClaim({
      episode: episode.ordinal,
      session,
      actors: actor.accounts.length > 0 ? actor.accounts : actor.from.map((address) => `from ${address}`),
      reasons: reasons.map(({ reason }) => reason.detection),
      ended: episode.until,
    }),
    ...(changesAt === undefined ? {} : { changesAt }),
  }
}
