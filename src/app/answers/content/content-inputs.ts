/** What all detection content is made of, out of the plug-ins that are installed. */
import { define } from '../../../content/_definition/define.ts'
import type { ContentInputs } from '../../../content/contract.ts'
import type { Inventory } from '../../../inventory/inventory.ts'
import { detections, dialects, guides } from '../../plug-ins.ts'

/** Definitions of all detections over all dialects, their exercises, and what an inventory approves. */
export function contentInputs(inventory: Inventory): ContentInputs {
  return {
    definitions: define({ detections, dialects, guides }),
    exercises: dialects.flatMap(({ id, content }) =>
      (content?.exercises ?? []).map((exercise) => ({ dialect: id, exercise })),
    ),
    inventory,
  }
}
