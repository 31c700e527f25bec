/** One in how many packets was looked at, as records and option data say it in several ways. */
import type { DataSet } from '../data-set.ts'
import type { Template } from '../domain.ts'
import { type RecordLayout, readNumber } from './record-layout.ts'
import { SLOT } from './wanted-fields.data.ts'

/** The rate of a flow: its own, that of the sampler it names, or that of its domain. At least 1. */
export function samplingRateOf(set: DataSet, { layout, domain }: Template): number {
  const said = saidRate(set, layout)
  if (said > 0) return said
  const samplerId = readNumber(SLOT.samplerId, set, layout)
  return samplerId < 0 ? domain.rateWithoutSampler : domain.rateOf(samplerId)
}

/** Keeps what an option record says of sampling. */
export function learnSampling(set: DataSet, { layout, domain }: Template): void {
  const said = saidRate(set, layout)
  if (said > 0) domain.learnRate(readNumber(SLOT.samplerId, set, layout), said)
}

/**
 * An interval; packets taken and packets left out; a sample's size and what it is taken from. 0 when the record says none.
 *
 * @source RFC 3954, section 8 (34, 50); RFC 5477, sections 8.2.2 (305, 306) and 8.2.6 (309, 310)
 */
function saidRate(set: DataSet, layout: RecordLayout): number {
  const interval = readNumber(SLOT.samplingInterval, set, layout)
  if (interval > 0) return interval
  const taken = readNumber(SLOT.packetInterval, set, layout)
  const leftOut = readNumber(SLOT.packetSpace, set, layout)
  if (taken > 0 && leftOut >= 0) return (taken + leftOut) / taken
  const size = readNumber(SLOT.samplingSize, set, layout)
  const population = readNumber(SLOT.samplingPopulation, set, layout)
  return size > 0 && population >= size ? population / size : 0
}
