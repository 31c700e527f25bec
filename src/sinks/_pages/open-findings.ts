/** Which findings ask for something, which are copies that are there, and who took care of which. */
import type { Finding } from '../../findings/finding.ts'
import type { ReportedAct, ScanReport } from '../../findings/report/report.ts'

/** Findings that are not approved, in the order of the report: worst first. */
export function openFindings({ findings }: ScanReport): readonly Finding[] {
  return findings.filter(({ verdict }) => verdict !== 'approved')
}

/** Copies that are there: sessions and copies on the wire, neither ended ones nor shared objects of a cloud. */
export function presentCopies({ findings }: ScanReport): readonly Finding[] {
  return findings.filter(
    ({ status, setup }) => status !== 'ended' && (setup.setupClass === 'mirror' || setup.setupClass === 'ghost'),
  )
}

/** The last act on each finding by its id. */
export function actsByFinding({ acts }: ScanReport): ReadonlyMap<string, ReportedAct> {
  return new Map(acts.map((act) => [act.finding, act]))
}

/** Somebody has taken it up, and what they saw then still holds. */
export function isTakenUp(act: ReportedAct | undefined): act is ReportedAct {
  return act?.holds === true && act.does !== 'reopen'
}

/** Taken off the list by a person, and still so. */
export function isSuppressed(act: ReportedAct | undefined): boolean {
  return act?.holds === true && (act.does === 'suppress' || act.does === 'resolve')
}

/** Where a finding stands on the page. `f-00ba7f0afeffeecc` */
export function anchorOf({ id }: Finding): string {
  return `f-${id.replaceAll(/[^A-Za-z0-9-]/g, '')}`
}
