/** Where a time axis has its ticks, and what stands at them. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/durations.ts'
import { toInstant } from '../../../kit/instant.ts'

/** `{ at: 0.25, label: '11-14 06:00' }`; `at` from 0 to 1. */
export interface Tick {
  readonly at: number
  readonly label: string
}

const STEPS_MS = [
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  180,
  360,
  720,
  1440,
  2 * 1440,
  5 * 1440,
  10 * 1440,
  30 * 1440,
  90 * 1440,
  365 * 1440,
].map((minutes) => minutes * MINUTE_MS)
const MAX_TICKS = 6

/** At most six ticks at round times of UTC; days without a time of day, and with their year where a tick is a month or more. */
export function axisTicks(startMs: number, endMs: number): readonly Tick[] {
  const widest = Math.ceil((endMs - startMs) / MAX_TICKS / DAY_MS) * DAY_MS
  const step = STEPS_MS.find((one) => (endMs - startMs) / one <= MAX_TICKS) ?? widest
  const first = Math.ceil(startMs / step) * step
  const count = Math.floor((endMs - first) / step) + 1
  return Array.from({ length: Math.max(0, Math.min(count, MAX_TICKS)) }, (_, index) => {
    const ms = first + index * step
    return { at: Math.round(((ms - startMs) / (endMs - startMs)) * 10_000) / 10_000, label: labelOf(ms, step) }
  })
}

function labelOf(ms: number, stepMs: number): string {
  const text = toInstant(ms) ?? ''
  if (stepMs >= 30 * DAY_MS) return text.slice(0, 10)
  if (stepMs >= DAY_MS) return text.slice(5, 10)
  return stepMs >= HOUR_MS && text.slice(11, 16) === '00:00' ? text.slice(5, 10) : text.slice(5, 16).replace('T', ' ')
}
