/** The six knobs by their names in ATT&CK, with their values and who listens to them. */
import { Tuning } from '../../../inventory/schema.ts'
import { loadInventory } from '../../evidence/load-inventory.ts'
import { detections } from '../../plug-ins.ts'

/** One knob. `{ name: 'TimeWindow', analytic: 'AN1131', value: 3600, default: 3600, set: false, … }`. */
export interface Knob {
  readonly name: keyof Tuning
  /** The analytic of ATT&CK that names it. */
  readonly analytic: 'AN1131' | 'AN1132'
  readonly says: string
  /** Null: everything, where nothing narrows it. */
  readonly value: number | readonly (string | number)[] | null
  readonly default: Knob['value']
  /** Whether the inventory's value is another than the default. */
  readonly set: boolean
  /** Detections that listen to it. */
  readonly detections: readonly string[]
}

/** @source MITRE ATT&CK 19.1, `x_mitre_mutable_elements` of AN1132 and AN1131 */
const ANALYTICS: readonly (readonly [keyof Tuning, Knob['analytic']])[] = [
  ['ConfigChangeType', 'AN1132'],
  ['MirrorDestinationPort', 'AN1132'],
  ['DeviceRole', 'AN1132'],
  ['TimeWindow', 'AN1131'],
  ['MirrorDestinationCIDR', 'AN1131'],
  ['UserIdentity', 'AN1131'],
]

/** The knobs of an inventory, or their defaults where none is given. Throws `TW_INVENTORY_…`. */
export function showTuning(location: string | undefined): readonly Knob[] {
  const { tuning } = loadInventory(location).inventory
  const defaults = Tuning.parse({})
  return ANALYTICS.map(([name, analytic]) => {
    const [value, usual] = [tuning[name] ?? null, defaults[name] ?? null]
    return {
      name,
      analytic,
      says: Tuning.shape[name].description ?? '',
      value,
      default: usual,
      set: JSON.stringify(value) !== JSON.stringify(usual),
      detections: detections.filter((detection) => detection.tuning.includes(name)).map(({ id }) => id),
    }
  })
}
