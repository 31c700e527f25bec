/** The part of a finding that shows why: reasons with their lines, legs, witnesses and what could not be seen. */
import { byText } from '../../timeline/setup-id.ts'
import type { Finding } from '../finding.ts'
import { legStates, tellCoverage } from './coverage.ts'
import { gatherEvidence } from './evidence.ts'
import type { Judged } from './judgement.ts'
import { toFindingReason } from './reasons.ts'

type Explanation = Pick<Finding, 'reasons' | 'evidence' | 'moreEvidence' | 'legs' | 'witnesses' | 'coverage' | 'attack'>

/** Reasons, evidence, legs, witnesses, coverage and ATT&CK ids. */
export function explain({ main, members, reasons, context }: Judged): Explanation {
  const all = [main, ...members]
  const about = all.map(({ setup, episode }) => ({
    ids: setup.key.setupClass === 'attempt' ? setup.facts : episode.facts,
    address: setup.key.address,
  }))
  const shown = gatherEvidence(about, context)
  return {
    reasons: reasons.map((owned) => toFindingReason(owned, main, context)),
    evidence: shown.items,
    ...(shown.more === 0 ? {} : { moreEvidence: shown.more }),
    legs: legStates(main, members),
    witnesses: [...new Set(all.flatMap(({ setup }) => setup.witnesses))].sort(byText),
    coverage: tellCoverage(main.timeline),
    attack: [...new Set(reasons.flatMap(({ reason }) => context.attackOf.get(reason.detection) ?? []))].sort(byText),
  }
}
