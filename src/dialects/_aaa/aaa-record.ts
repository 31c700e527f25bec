/** What one record of an AAA server says, whatever the server: a command done or asked for, a login, a gained privilege. */
import type { FragmentFact, SignalFact, SignalKind } from '../../facts/fact.ts'
import type { Actor, FactTime, RefName } from '../../facts/schema-parts.ts'
import { canonicalAddress } from '../../kit/ip-network.ts'

/** A command that the server recorded when it was done (`accounting`) or asked for (`authorisation`). */
export interface AaaCommand {
  /** As typed, not yet redacted. */
  readonly text: string
  readonly recordedBy: 'accounting' | 'authorisation'
  readonly outcome: FragmentFact['outcome']
  /** The device's task number: orders what was typed within one second. */
  readonly sequence?: number | undefined
  /** Where the record betrays it, by an attribute of one vendor. */
  readonly platform?: string | undefined
}

/** A login, a gained privilege, or what the record shows of the device's own use of AAA. */
export interface AaaSignal {
  readonly signal: SignalKind
  readonly outcome: SignalFact['outcome']
  readonly detail: string
}

/** One record, taken apart. What the server left out is absent. */
export interface AaaRecord {
  /** Names of the device that asked the server (the NAS), each as recorded; empty where the record names none. */
  readonly device: readonly RefName[]
  readonly actor: Actor
  readonly time: FactTime
  /** What names the record beside its command; see {@link identify}. */
  readonly task: TaskNames
  readonly command?: AaaCommand | undefined
  readonly signals: readonly AaaSignal[]
  /** The record as written up to its command, all of it where there is none; free of secrets but for their forms. */
  readonly shown: string
  /** Why it is irrelevant where it has neither command nor signal: `shell start without a command`. */
  readonly otherwise: string
}

/** What the record says to tell it from others. */
export interface TaskNames {
  /** The number under which the device files start and stop of one act, and when that began, as the device wrote it. */
  readonly id?: string | undefined
  readonly start?: string | undefined
  /** The server's time as written, where the device wrote none. */
  readonly written?: string | undefined
}

/** The name by which a record calls a device; none where it is several words: `2001:DB8::7` → address `2001:db8::7`. */
export function deviceName(text: string | undefined): readonly RefName[] {
  if (text === undefined || !/^\S{1,255}$/.test(text)) return []
  const address = canonicalAddress(text)
  return [address === undefined ? { by: 'hostname', value: text } : { by: 'address', value: address }]
}
