/** One coverage figure per leg, never a blend, with a named denominator. */
import type { CoverageFigure, CoverageFigures } from '../../findings/report/report.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'

/** Counts over the subjects of the inventory, or over all where there is none. */
export function coverageFigures(subjects: readonly SubjectTimeline[], inventory: Inventory): CoverageFigures {
  const listed = inventory.devices.length + inventory.accounts.length > 0
  const counted = listed
    ? subjects.filter(({ subject }) => subject.device !== undefined || subject.account !== undefined)
    : subjects
  const devices = counted.filter(({ subject }) => subject.kind === 'device')
  const accounts = counted.filter(({ subject }) => subject.kind === 'account')
  return {
    denominator: listed ? 'inventory' : 'evidence',
    config: count(devices, (timeline) => isHeard(timeline, 'config')),
    commands: count(devices, hearsCommands),
    audit: count(accounts, (timeline) => isHeard(timeline, 'audit')),
    flow: count(devices, (timeline) => isHeard(timeline, 'flow')),
  }
}

/** The lowest of the figures but flow, in percent; 100 when there is nothing to cover. */
export function lowestPercent({ config, commands, audit }: CoverageFigures): number {
  return Math.min(...[config, commands, audit].map(({ heard, of }) => (of === 0 ? 100 : (100 * heard) / of)))
}

function count(
  subjects: readonly SubjectTimeline[],
  isCovered: (timeline: SubjectTimeline) => boolean,
): CoverageFigure {
  return { heard: subjects.filter(isCovered).length, of: subjects.length }
}

function isHeard(timeline: SubjectTimeline, leg: string): boolean {
  return timeline.coverage.some((coverage) => coverage.leg === leg && coverage.state === 'heard')
}

function hearsCommands(timeline: SubjectTimeline): boolean {
  return timeline.coverage.some((coverage) => (coverage.leg === 'log' || coverage.leg === 'aaa') && coverage.commands)
}
