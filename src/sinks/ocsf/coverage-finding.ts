/** What the result rests on, as one Compliance Finding, class 2003: a clean result without its coverage says too much. */
import type { CoverageFigure, ScanReport, SubjectCoverage } from '../../findings/report/report.ts'
import type { SinkContext } from '../contract.ts'
import { COMPLIANCE_FINDING, eventHead, filled, numbered, type OcsfObject } from './event.ts'
import { SEVERITIES, STATUSES, type Word } from './words.data.ts'

/** One for each source of findings: it does not depend on what was read. */
const UID = 'coverage'

/** @source OCSF 1.8.0: objects/compliance.json */
const PASS: Word = [1, 'Pass']
const WARNING: Word = [2, 'Warning']

const LEGS = ['config', 'commands', 'audit', 'flow'] as const

/** The event of a report, whether or not anything was found. */
export function coverageFinding(report: ScanReport, { version }: SinkContext): OcsfObject {
  const { at, figures, coverage, counts, conflicts, inventory, changesAt } = report
  const blind = coverage.filter((subject) => gapsOf(subject).length > 0)
  const said = LEGS.map((leg) => `${leg} ${figures[leg].heard} of ${figures[leg].of}`).join(', ')
  const sentence = `Heard of ${counts.subjects} devices and accounts: ${said}; ${blind.length} have a leg that is silent.`
  return {
    ...eventHead({ class: COMPLIANCE_FINDING, activity: 'create', uid: UID, at, profiles: [], version }),
    message: sentence,
    ...numbered('severity', SEVERITIES.info),
    ...numbered('status', STATUSES.none),
    finding_info: { uid: UID, title: 'Coverage of this result', desc: sentence, types: ['coverage'] },
    compliance: {
      control: 'Every leg of every device and account is heard',
      ...numbered('status', blind.length === 0 && LEGS.every((leg) => isWhole(figures[leg])) ? PASS : WARNING),
      checks: LEGS.map((leg) => ({
        uid: leg,
        name: leg,
        desc: `${figures[leg].heard} of ${figures[leg].of}`,
        ...numbered('status', isWhole(figures[leg]) ? PASS : WARNING),
      })),
    },
    resources: filled(
      blind.map((subject) => ({ uid: subject.subject, type: subject.kind, data: { gaps: gapsOf(subject) } })),
    ),
    unmapped: { inventory, figures, counts, conflicts, changesAt },
  }
}

function isWhole({ heard, of }: CoverageFigure): boolean {
  return heard >= of
}

/** Legs that should be heard and are not, and those that fell silent. */
function gapsOf({ legs, quiet }: SubjectCoverage): readonly OcsfObject[] {
  const unheard = legs.filter(({ state }) => state === 'silent' || state === 'never-heard')
  return [
    ...unheard.map(({ leg, state }) => ({ leg, state })),
    ...quiet.map(({ leg, since }) => ({ leg, state: 'quiet', since })),
  ]
}
