/** What a finding tells of the acts behind a copy: each change, and the tickets it belongs to. */
import type { Actor, Leg } from '../facts/schema-parts.ts'
import type { Instant } from '../kit/instant.ts'
import type { Change } from '../timeline/episode.ts'

/** One act of the last life, as all its records tell it. */
export interface FindingChange {
  readonly at?: Instant | undefined
  readonly operation: string
  /** CLI, NETCONF, SNMP, API … as far as the records say. */
  readonly via: Change['via']
  readonly outcome: Change['outcome']
  readonly error?: string | undefined
  readonly actor: Actor
  readonly legs: readonly Leg[]
  readonly comment?: string | undefined
  /** From where the account had logged in, by another record. */
  readonly login?: { readonly from: string; readonly at: Instant; readonly leg: Leg } | undefined
}

/** A change ticket that an act names, or that speaks of the device at that time. */
export interface FindingTicket {
  readonly number: string
  readonly state: string
  readonly permits: boolean
  readonly device: 'same' | 'other' | 'none'
  readonly window: string
}
