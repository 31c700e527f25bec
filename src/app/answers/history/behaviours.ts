/** The behaviours of detection content as hunts over own evidence: the same definitions that are exported for other systems. */

import { TapwardenError } from '../../../kit/errors.ts'
import { detections } from '../../plug-ins.ts'
import type { ScanOutcome } from '../../scan.ts'
import { actReader } from './acts-of-event.ts'
import type { HuntedActs } from './hunt.ts'

/** One hunt. `{ id: 'indirect-change', kind: 'hunt', title: '…', description: '…' }` */
export interface HuntListing {
  readonly id: string
  readonly kind: 'alert' | 'hunt'
  readonly title: string
  readonly description: string
}

/** All behaviours by id. */
export function listHunts(): readonly HuntListing[] {
  return detections.flatMap(({ id, content }) =>
    content === undefined ? [] : [{ id, kind: content.kind, title: content.title, description: content.description }],
  )
}

/** What `hunt` is to look for. Throws `TW_HUNT_BEHAVIOUR`. */
export function openHunt(id: string, { evidence, assessment }: ScanOutcome): HuntedActs {
  const content = detections.find((detection) => detection.id === id)?.content
  if (content === undefined) throw unknownBehaviour(id)
  return { acts: content.acts, actsOf: actReader(evidence.facts, assessment.timelines.subjects) }
}

function unknownBehaviour(id: string): TapwardenError {
  const known = listHunts().map((hunt) => hunt.id)
  return new TapwardenError(
    'TW_HUNT_BEHAVIOUR',
    `There is no behaviour ${id} to hunt.`,
    `There are: ${known.join(', ')}.`,
  )
}
