/** A scope in words. */
import type { Scope } from '../schema/permission.ts'

/** `{ role: 'edge', site: 'ams1' }` → `role edge, site ams1`; `{ device: 'edge-1' }` → `edge-1`; `everywhere`. */
export function sayScope({ everywhere, device, ...others }: Scope): string {
  const members = Object.entries(others).flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${value}`]))
  return [...(device === undefined ? [] : [device]), ...members, ...(everywhere === true ? ['everywhere'] : [])].join(
    ', ',
  )
}
