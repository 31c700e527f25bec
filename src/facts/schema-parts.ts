/** Small schemas that every fact is made of: time, place, ref, actor. */
import { z } from 'zod'

/** Where a record was seen. `line` counts from 1 in the whole input, `offset` in bytes. */
export const Place = z
  .object({ path: z.string(), line: z.int().positive().optional(), offset: z.int().nonnegative().optional() })
  .readonly()
export type Place = z.infer<typeof Place>

/**
 * When something happened, and how sure that is.
 *
 * `at` is absent when the record names no time. `written` is the time exactly as the record has it. `inferred` names what
 * the record left out and a reference time supplied. `relayAt` is the collector's own stamp, used to measure the device's clock.
 */
export const FactTime = z
  .object({
    at: z.string().optional(),
    written: z.string().optional(),
    basis: z.enum(['record', 'relay', 'content', 'file-name', 'commit', 'none']),
    inferred: z
      .array(z.enum(['year', 'zone']))
      .readonly()
      .optional(),
    relayAt: z.string().optional(),
    unsynchronised: z.boolean().optional(),
  })
  .readonly()
export type FactTime = z.infer<typeof FactTime>

/** One name that a record gives a device or account. `{ by: 'hostname', value: 'edge-rtr-07' }`. */
export const RefName = z
  .object({ by: z.enum(['hostname', 'address', 'serial', 'account']), value: z.string().min(1) })
  .readonly()
export type RefName = z.infer<typeof RefName>

/** Whose record this is, in the record's own words, inside the realm (tenant or site) that the input declares. */
export const Ref = z.object({ realm: z.string(), names: z.array(RefName).readonly() }).readonly()
export type Ref = z.infer<typeof Ref>

/** Who acted, as the record says: `{ account: 'netops-3', from: '203.0.113.9', line: 'vty0' }`. */
export const Actor = z
  .object({
    account: z.string().optional(),
    from: z.string().optional(),
    line: z.string().optional(),
    /** The cloud principal type, assumed role or issuer, where the record has one. */
    role: z.string().optional(),
    /** The session under which a role acted, where the record names it. `operator` */
    session: z.string().optional(),
    issuer: z.string().optional(),
    agent: z.string().optional(),
    /** Whether a second factor was used, where the record says. */
    mfa: z.boolean().optional(),
    /** Since when it holds the privilege: the start of its role session, or of `enable`. */
    privilegeSince: z.string().optional(),
    /** A service that acted on someone's behalf (`cloudformation.amazonaws.com`). */
    invokedBy: z.string().optional(),
  })
  .readonly()
export type Actor = z.infer<typeof Actor>

/** The kinds of evidence a subject can be heard on; coverage has one figure for each. */
export const Leg = z.enum(['config', 'log', 'aaa', 'flow', 'audit'])
export type Leg = z.infer<typeof Leg>

/** How hard it is to forge what arrives on a channel. A spoofable fact alone never ends, approves or explains a set-up. */
export const Trust = z.enum(['authenticated', 'network-path', 'spoofable'])
export type Trust = z.infer<typeof Trust>

/** Members of every fact, to be spread into its schema. */
export const factBase = {
  /** 64 hex digits, from the content alone; see `fact-id.ts`. */
  id: z.string(),
  ref: Ref,
  time: FactTime,
  leg: Leg,
  trust: Trust,
  dialect: z.string(),
  dialectVersion: z.int().positive(),
  /** Every place where this very record was seen; a set, kept sorted. */
  places: z.array(Place).readonly(),
  /** The proving text, redacted, at most 400 characters. */
  excerpt: z.string(),
}
