/** What tuning would do, by trying it on the same evidence: figures instead of advice. */
import type { Finding } from '../../../findings/finding.ts'
import type { Tuning } from '../../../inventory/schema.ts'
import { detections } from '../../plug-ins.ts'
import type { ScanOutcome } from '../../scan.ts'
import { tryTuning } from '../tuning/try-tuning.ts'

/** One setting that was tried. `lost` counts findings that would be told no more; `keepsThis` says whether the one asked about would be. */
export interface TuningFigure {
  readonly knob: keyof Tuning
  /** As `tune try --set` takes it. `DeviceRole=core,distribution` */
  readonly setting: string
  readonly before: number
  readonly after: number
  readonly gained: number
  readonly lost: number
  readonly changed: number
  readonly keepsThis: boolean
}

/** For every knob that a detection of the finding listens to, the setting that would leave out what is said of it. */
export function tuningFigures(outcome: ScanOutcome, finding: Finding): readonly TuningFigure[] {
  const spoke = new Set(finding.reasons.map(({ detection }) => detection))
  const knobs = new Set(detections.filter(({ id }) => spoke.has(id)).flatMap(({ tuning }) => tuning))
  return settingsFor(outcome, finding)
    .filter(({ knob }) => knobs.has(knob))
    .map(({ knob, values, text }) => {
      const { before, after, gained, lost, changed } = tryTuning(outcome, values)
      return {
        knob,
        setting: `${knob}=${text}`,
        before,
        after,
        gained: gained.length,
        lost: lost.length,
        changed: changed.length,
        keepsThis: !lost.some(({ id }) => id === finding.id),
      }
    })
}

interface Setting {
  readonly knob: keyof Tuning
  readonly values: Readonly<Partial<Tuning>>
  readonly text: string
}

/** The change types that there are. */
const CHANGE_TYPES = ['cli', 'netconf', 'snmp', 'api', 'console', 'copy', 'unknown'] as const

function settingsFor({ evidence: { inventory } }: ScanOutcome, finding: Finding): readonly Setting[] {
  const role = inventory.devices.find(({ name }) => name === finding.subject)?.role
  const otherRoles = [...new Set(inventory.devices.flatMap((device) => device.role ?? []))]
    .filter((one) => one !== role)
    .sort()
  const vias = new Set(finding.changes.map(({ via }) => via))
  const otherTypes = CHANGE_TYPES.filter((type) => !vias.has(type))
  const seconds = Math.max(1, Math.floor(inventory.tuning.TimeWindow / 4))
  const accounts = [...new Set([...(inventory.tuning.UserIdentity ?? []), ...finding.actor.accounts])]
  const networks = [
    ...new Set([
      ...(inventory.tuning.MirrorDestinationCIDR ?? []),
      ...finding.session.destinations.flatMap(({ ip }) =>
        ip === undefined ? [] : [ip.includes(':') ? `${ip}/128` : `${ip}/32`],
      ),
    ]),
  ]
  return [
    ...(role === undefined || otherRoles.length === 0
      ? []
      : [{ knob: 'DeviceRole' as const, values: { DeviceRole: otherRoles }, text: otherRoles.join(',') }]),
    ...(vias.size === 0
      ? []
      : [{ knob: 'ConfigChangeType' as const, values: { ConfigChangeType: otherTypes }, text: otherTypes.join(',') }]),
    { knob: 'TimeWindow', values: { TimeWindow: seconds }, text: String(seconds) },
    ...(accounts.length === 0
      ? []
      : [{ knob: 'UserIdentity' as const, values: { UserIdentity: accounts }, text: accounts.join(',') }]),
    ...(networks.length === 0
      ? []
      : [
          {
            knob: 'MirrorDestinationCIDR' as const,
            values: { MirrorDestinationCIDR: networks },
            text: networks.join(','),
          },
        ]),
  ]
}
