/** How far a device's clock is from trusted time, measured per channel and day. Used for order and windows only, never stored. */
import type { Fact } from '../facts/fact.ts'
import type { FactTime, Leg } from '../facts/schema-parts.ts'
import { gapMs, type Instant, shiftInstant } from '../kit/instant.ts'
import { byText } from './setup-id.ts'
import type { Skew } from './subject-timeline.ts'

/** The least error claimed: log stamps are whole seconds. */
const LEAST_ERROR_MS = 1_000
/** The error of a clock that says of itself that it is not set (`*`, `.`) and was not measured. */
const UNSET_CLOCK_ERROR_MS = 3_600_000

/** An instant corrected by the measured skew, and how far it may still be off. */
export interface EffectiveTime {
  readonly at?: Instant | undefined
  readonly clockErrorMs: number
}

/**
 * Measures every channel and day of one subject: the median of device time minus the collector's. Independent of fact order.
 * Times that are the collector's own say nothing of the device's clock.
 */
export function measureSkew(facts: readonly Fact[]): readonly Skew[] {
  const samples = new Map<string, number[]>()
  for (const { leg, time } of facts) {
    if (!isDeviceTime(time) || time.at === undefined || time.relayAt === undefined) continue
    const key = `${leg} ${time.relayAt.slice(0, 10)}`
    samples.set(key, [...(samples.get(key) ?? []), gapMs(time.relayAt, time.at)])
  }
  return [...samples].sort(([a], [b]) => byText(a, b)).map(([key, gaps]) => toSkew(key, gaps))
}

function toSkew(key: string, gaps: readonly number[]): Skew {
  const [leg = '', day = ''] = key.split(' ')
  const medianMs = median(gaps)
  const spread = median(gaps.map((gap) => Math.abs(gap - medianMs)))
  return { leg: toLeg(leg), day, medianMs, errorMs: Math.max(LEAST_ERROR_MS, 3 * spread), samples: gaps.length }
}

function toLeg(text: string): Leg {
  const legs: readonly Leg[] = ['config', 'log', 'aaa', 'flow', 'audit']
  return legs.find((leg) => leg === text) ?? 'log'
}

/** The upper median, so that the value is one that was measured. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * When something happened by trusted time, as well as can be said. A channel that nobody could measure on that day is corrected
 * by another one: a device has one clock, whichever way its records travel.
 */
export function effectiveTime(time: FactTime, leg: Leg, skews: readonly Skew[]): EffectiveTime {
  if (time.at === undefined) return { at: time.relayAt, clockErrorMs: LEAST_ERROR_MS }
  if (!isDeviceTime(time)) return { at: time.at, clockErrorMs: 0 }
  const day = (time.relayAt ?? time.at).slice(0, 10)
  const ofDay = skews.filter((skew) => skew.day === day)
  const skew = ofDay.find((candidate) => candidate.leg === leg) ?? ofDay[0]
  if (skew !== undefined) return { at: shiftInstant(time.at, -skew.medianMs), clockErrorMs: skew.errorMs }
  return { at: time.at, clockErrorMs: time.unsynchronised === true ? UNSET_CLOCK_ERROR_MS : 0 }
}

/** Whether a time was read off the clock of the device (or cloud) itself. */
function isDeviceTime({ basis }: FactTime): boolean {
  return basis === 'record'
}
