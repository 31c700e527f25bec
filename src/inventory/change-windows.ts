/** Whether something happened when changes were to be made. */
import { gapMs, type Instant } from '../kit/instant.ts'
import type { Inventory } from './inventory.ts'
import { scopeCovers } from './matching/scope.ts'
import type { ChangeWindow } from './schema/permission.ts'
import type { Subject } from './subject.ts'

/** A window and how far an instant lies from it: 0 inside, negative before its beginning, positive from its end on. */
export interface WindowDistance {
  readonly window: ChangeWindow
  readonly missedByMs: number
}

/**
 * The change window of a subject that an instant lies in, or else the nearest one; undefined when the inventory has none for
 * this subject. A window does not hold at its very end: an instant there misses it by 1 ms.
 */
export function findChangeWindow(at: Instant, subject: Subject, inventory: Inventory): WindowDistance | undefined {
  return inventory.changeWindows
    .filter(({ scope }) => scope === undefined || scopeCovers(scope, subject))
    .map((window) => ({ window, missedByMs: distanceMs(at, window) }))
    .reduce<WindowDistance | undefined>(nearer, undefined)
}

function distanceMs(at: Instant, { from, until }: ChangeWindow): number {
  if (at < from) return gapMs(from, at)
  return at < until ? 0 : gapMs(until, at) + 1
}

/** Of two equally near windows the first, which begins earlier. */
function nearer(best: WindowDistance | undefined, next: WindowDistance): WindowDistance {
  return best === undefined || Math.abs(next.missedByMs) < Math.abs(best.missedByMs) ? next : best
}
