/** What an import is made of: devices as a source words them, devices as the inventory wants them, and what became of each. */
import type { Sensitivity } from '../schema.ts'

/** Where an entry stands in its source. `{ path: 'devices.csv', at: 'line 4' }`. */
export interface ImportPlace {
  readonly path: string
  readonly at: string
}

/** One entry in the source's own words; every value is text as written. */
export interface RawDevice extends ImportPlace {
  readonly name: string
  readonly platform?: string | undefined
  readonly role?: string | undefined
  readonly site?: string | undefined
  readonly status?: string | undefined
  readonly sensitivity?: string | undefined
  readonly layer2Domain?: string | undefined
  readonly hostnames: readonly string[]
  /** Addresses, with or without prefix length; a host name among them is taken as one. */
  readonly addresses: readonly string[]
  readonly serials: readonly string[]
  readonly tags: readonly string[]
}

/** One entry with checked values. */
export interface ImportedDevice {
  readonly name: string
  readonly platform?: string | undefined
  readonly role?: string | undefined
  readonly site?: string | undefined
  readonly sensitivity?: Sensitivity | undefined
  readonly layer2Domain?: string | undefined
  readonly hostnames: readonly string[]
  readonly addresses: readonly string[]
  readonly serials: readonly string[]
  readonly tags: readonly string[]
  /** Every place that told of it, in the order of the sources. */
  readonly from: readonly [ImportPlace, ...ImportPlace[]]
}

/** What became of something: a device left out, a value left out, entries merged, or sources that disagree. */
export interface ImportNote extends ImportPlace {
  readonly kind: 'device-left-out' | 'value-left-out' | 'merged' | 'conflict' | 'incomplete'
  /** A sentence without its place. */
  readonly message: string
}

/** What one source holds. */
export interface SourceReading {
  readonly devices: readonly RawDevice[]
  readonly notes: readonly ImportNote[]
}
