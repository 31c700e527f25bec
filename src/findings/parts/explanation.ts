/** The part of a finding that shows why: reasons with their lines, legs, witnesses and what could not be seen. */
import { byText } from '../../timeline/setup-id.ts'
import type { AssessedSetup } from '../assessed-setup.ts'
import type { Finding } from '../finding.ts'
import { tellCoverage } from './coverage.ts'
import { type EvidenceOf, gatherEvidence } from './evidence.ts'
import type { Judged } from './judgement.ts'
import { legStates } from './legs.ts'
import { toFindingReason } from './reasons.ts'

type Explanation = Pick<Finding, 'reasons' | 'evidence' | 'moreEvidence' | 'legs' | 'witnesses' | 'coverage' | 'attack'>

/** Reasons, evidence, legs, witnesses, coverage and ATT&CK ids. */
export function explain({ main, members, reasons, context }: Judged): Explanation {
  const all = [main, ...members]
  const about = [...all.map(toEvidenceOf), ...sharedObjectsOf(main).map(toEvidenceOf)]
  const shown = gatherEvidence(about, context)
  return {
    reasons: reasons.map((owned) => toFindingReason(owned, main, context)),
    evidence: shown.items,
    ...(shown.more === 0 ? {} : { moreEvidence: shown.more }),
    legs: legStates(main, members),
    witnesses: [...new Set(all.flatMap(({ setup }) => setup.witnesses))].sort(byText),
    coverage: tellCoverage(main.timeline),
    attack: attackIds(
      reasons.flatMap(({ reason }) => context.attackOf.get(reason.detection) ?? []),
      main,
    ),
  }
}

function toEvidenceOf({ setup, episode }: Pick<AssessedSetup, 'setup' | 'episode'>): EvidenceOf {
  const ids = setup.key.setupClass === 'attempt' ? setup.facts : episode.facts
  const logins = episode.changes.flatMap(({ login }) => login?.fact ?? [])
  return { ids: [...ids, ...logins], address: setup.key.address }
}

/** Target and filter of a cloud session: without them it would copy nothing. */
function sharedObjectsOf({ session, timeline }: AssessedSetup): readonly Pick<AssessedSetup, 'setup' | 'episode'>[] {
  const ids = [session.details?.targetId, session.details?.filterId]
  return timeline.setups.flatMap((setup) => {
    const episode = setup.episodes.at(-1)
    return setup.key.setupClass === 'object' && ids.includes(setup.key.address.id) && episode !== undefined
      ? [{ setup, episode }]
      : []
  })
}

/** The analytic of DET0403 that speaks of the other kind of subject. @source MITRE ATT&CK, DET0403: AN1131 (IaaS), AN1132 (network devices) */
const ANALYTIC_OF_OTHERS = { device: 'AN1131', account: 'AN1132' } as const

function attackIds(ids: readonly string[], { timeline }: Judged['main']): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== ANALYTIC_OF_OTHERS[timeline.subject.kind]).sort(byText)
}
