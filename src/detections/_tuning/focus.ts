/** The knobs of ATT&CK that narrow what is looked at. They narrow questions of behaviour, never whether a copy is approved. */
import type { Change } from '../../timeline/episode.ts'
import type { DetectionContext } from '../contract.ts'

/** `DeviceRole`: whether this subject is one to look at. A subject without a role is: what is not known is not hidden. */
export function isRoleInFocus({ timeline, inventory }: DetectionContext): boolean {
  const { device, account } = timeline.subject
  const role = device?.role ?? account?.role
  const { DeviceRole } = inventory.tuning
  return DeviceRole === undefined || role === undefined || DeviceRole.includes(role)
}

/** `ConfigChangeType`: whether changes made this way are looked at. */
export function isChangeInFocus({ via }: Change, { inventory }: DetectionContext): boolean {
  const { ConfigChangeType } = inventory.tuning
  return ConfigChangeType === undefined || via === 'unknown' || ConfigChangeType.includes(via)
}
